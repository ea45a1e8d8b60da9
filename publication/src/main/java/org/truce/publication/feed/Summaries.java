package org.truce.publication.feed;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.truce.model.Coded;
import org.truce.model.Text;
import org.truce.model.entry.Entry;
import org.truce.model.id.ActorId;
import org.truce.model.kind.Agreement;
import org.truce.model.kind.Body;
import org.truce.model.kind.Community;
import org.truce.model.kind.Corridor;
import org.truce.model.kind.Ground;
import org.truce.model.kind.Incident;
import org.truce.model.kind.Judgement;
import org.truce.model.kind.Mediation;
import org.truce.model.kind.Mines;
import org.truce.model.kind.Named;
import org.truce.model.kind.Observation;
import org.truce.model.kind.Persons;
import org.truce.model.kind.RecordKeeping;
import org.truce.model.kind.Return;
import org.truce.model.kind.Statement;
import org.truce.model.kind.Unread;
import org.truce.model.quantity.Amount;
import org.truce.model.quantity.Tally;
import org.truce.picture.Names;

/**
 * One line for any entry. Its code names what it has to tell, in this order: {@code entry-who-whom-count-what} with what
 * is absent left out; {@code what} are words of the entry itself.
 */
public final class Summaries {
    private final Names names;

    /** With the names of a view. */
    public Summaries(Names names) {
        this.names = names;
    }

    /** The line of an entry. */
    public Coded of(Entry entry) {
        Line line = line(entry.body());
        Map<String, Object> args = new HashMap<>();
        args.put("kind", entry.kind());
        StringBuilder code = new StringBuilder("entry");
        line.parts.forEach((name, value) -> {
            code.append('-').append(name);
            args.put(name, value);
        });
        return new Coded(code.toString(), args, List.of(entry.id()));
    }

    /** What a line has to tell, always in the same order. */
    private static final class Line {
        private static final List<String> ORDER = List.of("who", "whom", "count", "what");

        private final Map<String, Object> parts = new TreeMap<>(Comparator.comparingInt(ORDER::indexOf));

        private void put(String name, @Nullable Object value) {
            if (value != null && !value.equals("")) {
                parts.put(name, value);
            }
        }
    }

    private Line line(Body body) {
        return switch (body) {
            case Ground ground -> ground(ground);
            case Agreement agreement -> agreement(agreement);
            case Observation observation -> observation(observation);
            case Incident incident -> incident(incident);
            case Statement statement -> statement(statement);
            case Mines mines -> mines(mines);
            case Persons persons -> persons(persons);
            case Return.ReturnCounted counted -> count(what(counted.population()), counted.persons());
            case Corridor corridor -> corridor(corridor);
            case Community community -> community(community);
            case Mediation mediation -> mediation(mediation);
            case RecordKeeping keeping -> keeping(keeping);
            case Judgement judgement -> judgement(judgement);
            case Unread _ -> new Line();
        };
    }

    private Line ground(Ground body) {
        return switch (body) {
            case Ground.MandateSet b -> what(b.name());
            case Ground.ActorNamed b -> what(b.name());
            case Ground.PlaceNamed b -> what(b.name());
            case Ground.BoundaryDrawn b -> what(b.name());
            case Ground.ControlChanged b -> whom(who(what(b.zone().value()), b.from()), b.to());
        };
    }

    private Line agreement(Agreement body) {
        return switch (body) {
            case Agreement.InstrumentAdopted b -> what(b.name());
            case Agreement.ObligationSet b -> who(what(b.summary()), b.bearers().getFirst());
            case Agreement.ObligationAmended b -> who(what(b.reason()), b.askedBy());
            case Agreement.PositionTaken b -> who(what(b.words()), b.party());
            case Agreement.PerformanceReported b -> who(what(b.what()), b.by());
            case Agreement.WithdrawalLineSet b -> what(String.join(", ", b.weapons()));
            case Agreement.BreachFound b -> who(what(b.what()), b.finder());
            case Agreement.ProgressGraded b -> what(b.why());
        };
    }

    private Line observation(Observation body) {
        return switch (body) {
            case Observation.PostManned b ->
                count(who(what(id(b.post() == null ? null : b.post().value())), b.by()), b.posts());
            case Observation.PostClosed b -> count(who(what(b.reason()), b.by()), b.posts());
            case Observation.PatrolMade b -> count(who(what(b.vehicle()), b.by()), b.patrols());
            case Observation.SensorRan b -> what(b.sensor().value());
            case Observation.AccessRestricted b -> who(what(b.reason()), b.by());
            case Observation.Observed b -> count(who(what(b.assessedAs()), b.observer()), b.count());
        };
    }

    private Line incident(Incident body) {
        return switch (body) {
            case Incident.AllegationMade b -> whom(who(what(b.what()), b.by()), b.accused());
            case Incident.IncidentLinked b -> what(b.what());
            case Incident.VerificationMade b -> who(what(b.method()), b.by());
            case Incident.InvestigationMade b -> who(what(b.what()), b.by());
            case Incident.FindingMade b -> whom(who(what(b.what()), b.by()), b.attributedTo());
            case Incident.RulingMade b -> who(what(b.why()), b.by());
            case Incident.ResponseTaken b -> who(what(b.what()), b.by());
            case Incident.IncidentClosed b -> what(b.how());
        };
    }

    private Line statement(Statement body) {
        return switch (body) {
            case Statement.ReportReceived b -> what(id(b.title()));
            case Statement.StatementMade b -> who(what(b.words()), b.speaker());
            case Statement.EventReported b -> whom(who(what(b.what()), b.accuser()), b.accused());
            case Statement.ClaimMade b -> who(what(b.words()), b.claimant());
            case Statement.ReadingReviewed b -> what(b.fact());
        };
    }

    private Line mines(Mines body) {
        return switch (body) {
            case Mines.HazardRecorded b -> what(b.devices());
            case Mines.LandReleased b -> count(who(new Line(), b.by()), b.area() != null ? b.area() : b.roads());
            case Mines.ItemsDestroyed b -> count(who(new Line(), b.by()), b.items());
            case Mines.AccidentHappened b -> what(b.what());
            case Mines.MapHandedOver b -> count(whom(who(what(b.area()), b.from()), b.to()), b.mines());
        };
    }

    private Line persons(Persons body) {
        return switch (body) {
            case Persons.TransferMade b -> {
                Persons.Batch first = b.batches().getFirst();
                yield count(whom(who(what(b.inExchange()), first.from()), first.to()), first.number());
            }
            case Persons.SearchMade b ->
                count(who(new Line(), b.by()), b.remains() != null ? b.remains() : b.requests());
            case Persons.PersonHeld _ -> new Line();
        };
    }

    private Line corridor(Corridor body) {
        return switch (body) {
            case Corridor.PassageCounted b -> count(what(b.direction()), b.passed());
            case Corridor.PassageObstructed b -> count(who(what(b.what()), b.by()), b.stranded());
        };
    }

    private Line community(Community body) {
        return switch (body) {
            case Community.ConcernRaised b -> who(what(b.concern()), b.community());
            case Community.ConcernAnswered b -> who(what(b.answer()), b.by());
            case Community.UndertakingMade b -> what(b.undertaking());
        };
    }

    private Line mediation(Mediation body) {
        return switch (body) {
            case Mediation.VisitPlanned b -> who(what(b.purpose()), first(b.visitors()));
            case Mediation.VisitAgreed b -> who(what(b.purpose()), first(b.visitors()));
            case Mediation.MeetingHeld b -> who(what(b.outcome()), first(b.participants()));
        };
    }

    private Line keeping(RecordKeeping body) {
        return switch (body) {
            case RecordKeeping.ContentDestroyed b -> what(b.order());
            case RecordKeeping.KeyRotated b -> what(b.vkey());
            case RecordKeeping.RecordClosed b -> what(b.reason());
        };
    }

    private Line judgement(Judgement body) {
        return switch (body) {
            case Judgement.ParametersAgreed b -> what(b.countingRule());
            case Judgement.CountingRuleAgreed b -> what(b.name());
            case Judgement.AssessmentIssued b -> what(b.words());
            case Judgement.PublicationReleased b -> what(b.sha256());
        };
    }

    private static @Nullable Named first(List<Named> list) {
        return list.isEmpty() ? null : list.getFirst();
    }

    private static Line what(@Nullable Text words) {
        return what((Object) words);
    }

    private static Line what(String words) {
        return what((Object) words);
    }

    private static Line what(@Nullable Object words) {
        Line line = new Line();
        line.put("what", words);
        return line;
    }

    private static String id(@Nullable String id) {
        return id == null ? "" : id;
    }

    private Line who(Line line, @Nullable ActorId actor) {
        line.put("who", actor == null ? null : names.actor(actor));
        return line;
    }

    private Line who(Line line, @Nullable Named named) {
        line.put("who", named == null ? null : names.actor(named));
        return line;
    }

    private Line whom(Line line, @Nullable ActorId actor) {
        line.put("whom", actor == null ? null : names.actor(actor));
        return line;
    }

    private Line whom(Line line, @Nullable Named named) {
        line.put("whom", named == null ? null : names.actor(named));
        return line;
    }

    private static Line count(Line line, @Nullable Amount amount) {
        if (amount != null) {
            line.put("count", amount.value());
        }
        return line;
    }

    private static Line count(Line line, @Nullable Tally tally) {
        return tally == null ? line : count(line, tally.total() != null ? tally.total() : tally.day());
    }
}
