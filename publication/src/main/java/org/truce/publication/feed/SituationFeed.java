package org.truce.publication.feed;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.truce.assessment.Assessor;
import org.truce.assessment.ObligationFile;
import org.truce.assessment.Obligations;
import org.truce.model.Coded;
import org.truce.model.Text;
import org.truce.model.kind.Body;
import org.truce.model.kind.Ground.ActorNamed;
import org.truce.model.kind.Ground.MandateSet;
import org.truce.model.kind.Ground.Office;
import org.truce.model.kind.Judgement.AssessmentIssued;
import org.truce.model.kind.Named;
import org.truce.model.kind.Statement.SpeechMode;
import org.truce.model.kind.Statement.StatementMade;
import org.truce.picture.Held;
import org.truce.picture.IncidentFile;
import org.truce.picture.Incidents;
import org.truce.picture.Names;
import org.truce.picture.View;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** One headline, its reasons, what is owed, what was said that day, and what is new since the previous daily cut. */
public final class SituationFeed {
    private final View view;
    private final Names names;
    private final ZoneId zone;
    private final LocalDate day;

    private SituationFeed(View view) {
        this.view = view;
        this.names = Names.of(view);
        this.zone = view.zone();
        this.day = Days.of(view.valid().minusNanos(1), zone);
    }

    /** The situation of a view of a record that is called by a name. */
    public static ObjectNode of(String record, View view) {
        return new SituationFeed(view).build(record);
    }

    private ObjectNode build(String record) {
        ObjectNode out = Json.object().put("record", record);
        heading(out);
        out.set("assessment", AssessmentFeed.of(Assessor.assess(view)));
        Obligations obligations = Obligations.of(view);
        out.set("figures", figures(obligations));
        ObligationFeed feed = new ObligationFeed(view);
        ArrayNode due = out.putArray("due");
        obligations.due().forEach(file -> due.add(feed.of(file)));
        out.set("said", said());
        out.set("issued", issued());
        out.set("changes", Json.coded(changes()));
        return out;
    }

    private void heading(ObjectNode out) {
        MandateSet mandate = view.mandate();
        out.set("title", Json.textOrNull(mandate == null ? null : mandate.name()));
        out.put("day", day.toString()).put("at", Json.instant(view.valid())).put("zone", zone.getId());
        Instant since = view.picture().knownSince(view.known());
        out.putObject("known")
                .put("size", view.known())
                .put("of", view.picture().size())
                .put("instant", since == null ? null : Json.instant(since));
        out.put("audience", view.audience().wire())
                .put("reconstructed", view.picture().reconstructed())
                .put("exercise", mandate != null && mandate.exercise())
                .put(
                        "openingDay",
                        mandate == null || mandate.openingDay() == null
                                ? null
                                : mandate.openingDay().toString())
                .put("cut", mandate == null ? null : mandate.cut().toString());
        ArrayNode parties = out.putArray("parties");
        if (mandate != null) {
            mandate.parties().forEach(party -> parties.add(Json.actor(Named.of(party), names)));
        }
    }

    private ObjectNode figures(Obligations obligations) {
        ObjectNode out = Json.object();
        last(out, "Incident", latest(Set.of(IncidentFile.Standing.CONFIRMED, IncidentFile.Standing.REPORTED)));
        last(out, "Confirmed", latest(Set.of(IncidentFile.Standing.CONFIRMED)));
        out.put("obligations", obligations.all().size());
        Map<String, Integer> states = new TreeMap<>();
        for (ObligationFile file : obligations.all()) {
            states.merge(Body.wire(file.state()), 1, Integer::sum);
        }
        ObjectNode byState = out.putObject("obligationsByState");
        states.forEach(byState::put);
        return out;
    }

    private @Nullable IncidentFile latest(Set<IncidentFile.Standing> standings) {
        return Incidents.of(view).all().stream()
                .filter(file -> standings.contains(file.standing()))
                .max(Comparator.comparing(IncidentFile::from))
                .orElse(null);
    }

    private void last(ObjectNode out, String what, @Nullable IncidentFile file) {
        out.put("daysSinceLast" + what, file == null ? null : daysSince(file));
        out.put("last" + what, file == null ? null : file.id().toString());
        out.put(
                "last" + what + "Day",
                file == null ? null : Days.of(file.from(), zone).toString());
        out.set("last" + what + "Entries", Json.ids(file == null ? List.of() : file.entries()));
    }

    private long daysSince(IncidentFile last) {
        return Duration.between(
                        Days.of(last.from(), zone).atStartOfDay(zone).toInstant(),
                        day.atStartOfDay(zone).toInstant())
                .toDays();
    }

    private ArrayNode said() {
        ArrayNode out = Json.array();
        for (Held<StatementMade> held : view.happened(StatementMade.class)) {
            if (Days.of(view.began(held), zone).equals(day) && held.body().speaker() != null) {
                out.add(said(held, held.body().speaker()));
            }
        }
        return out;
    }

    private ObjectNode said(Held<StatementMade> held, Named speaker) {
        ObjectNode out = Json.object().put("entry", held.id().toString());
        out.set("speaker", Json.actor(speaker, names));
        out.set("role", Json.textOrNull(role(speaker)));
        out.set("text", Json.text(held.body().words()));
        out.put("lang", held.body().language()).put("quoted", held.body().mode() == SpeechMode.DIRECT);
        var basis = held.entry().basis().isEmpty() ? null : held.entry().basis().getFirst();
        out.putObject("source")
                .put("name", basis == null ? null : basis.publisher())
                .put("url", basis == null ? null : basis.address())
                .put(
                        "report",
                        basis == null || basis.report() == null
                                ? null
                                : basis.report().toString());
        return out.put("day", day.toString());
    }

    /** The office that a speaker held that day, in every language in which it has a title; else the source's word. */
    private @Nullable Text role(Named speaker) {
        Held<ActorNamed> named = speaker.actor() == null ? null : names.actors().get(speaker.actor());
        if (named != null) {
            for (Office office : named.body().offices()) {
                boolean begun = office.from() == null || !office.from().isAfter(day);
                if (begun && (office.to() == null || !office.to().isBefore(day))) {
                    return office.title();
                }
            }
        }
        return speaker.role() == null ? null : Text.of("und", speaker.role());
    }

    private ArrayNode issued() {
        ArrayNode out = Json.array();
        for (Held<AssessmentIssued> held : view.happened(AssessmentIssued.class)) {
            ObjectNode one = out.addObject()
                    .put("entry", held.id().toString())
                    .put("level", Body.wire(held.body().level()))
                    .put("day", Days.of(held.body().at(), zone).toString());
            one.set("by", Json.text(names.actor(held.entry().author().actor())));
            one.set("text", Json.textOrNull(held.body().words()));
        }
        return out;
    }

    /** What this reader learned between the previous daily cut and now, by kind. */
    private List<Coded> changes() {
        return changes(view, previousCut(view));
    }

    /** The record size at the daily cut before a view's own. */
    static long previousCut(View view) {
        MandateSet mandate = view.mandate();
        LocalTime cut = mandate == null ? LocalTime.MIDNIGHT : mandate.cut();
        LocalDate day = Days.of(view.valid().minusNanos(1), view.zone());
        Instant latest = day.atTime(cut).atZone(view.zone()).toInstant();
        Instant previous =
                latest.isBefore(view.valid()) ? latest.minus(Duration.ofDays(1)) : latest.minus(Duration.ofDays(2));
        return view.picture().sizeAt(previous);
    }

    /** What a reader learned since the record had a size, by kind, with the entries. */
    public static List<Coded> changes(View view, long before) {
        Map<String, List<UUID>> byKind = new TreeMap<>();
        for (Held<Body> held : view.all()) {
            if (held.index() >= before) {
                byKind.computeIfAbsent(held.entry().kind(), _ -> new ArrayList<>())
                        .add(held.id());
            }
        }
        List<Coded> changes = new ArrayList<>();
        byKind.forEach(
                (kind, ids) -> changes.add(new Coded("new-entries", Map.of("kind", kind, "count", ids.size()), ids)));
        return changes;
    }
}
