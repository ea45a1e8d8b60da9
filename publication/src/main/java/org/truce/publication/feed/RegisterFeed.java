package org.truce.publication.feed;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.truce.assessment.ObligationFile;
import org.truce.assessment.Obligations;
import org.truce.model.kind.Body;
import org.truce.model.kind.Ground.ActorNamed;
import org.truce.model.kind.Mediation;
import org.truce.model.kind.Mines.HazardRecorded;
import org.truce.model.kind.Named;
import org.truce.model.kind.Persons.TransferMade;
import org.truce.model.kind.Return.ReturnCounted;
import org.truce.model.kind.Statement.ReportReceived;
import org.truce.picture.Flags;
import org.truce.picture.Held;
import org.truce.picture.Incidents;
import org.truce.picture.Names;
import org.truce.picture.View;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Registers: lists of one sort of thing, in the order in which their readers look for them. */
public final class RegisterFeed {
    /** The registers by name. */
    public static final Map<String, Register> ALL = new TreeMap<>(Map.ofEntries(
            Map.entry("entries", view -> entries(view.all(), view)),
            Map.entry("incidents", RegisterFeed::incidents),
            Map.entry("obligations", view -> obligations(Obligations.of(view).all(), view)),
            Map.entry("due", view -> obligations(Obligations.of(view).due(), view)),
            Map.entry("waiting", WaitingFeed::of),
            Map.entry("instruments", InstrumentFeed::of),
            Map.entry("positions", PositionFeed::of),
            Map.entry("progress", ProgressFeed::of),
            Map.entry("deadlines", view -> DeadlineFeed.of(view, DeadlineFeed.USUAL_DAYS)),
            Map.entry("triggers", TriggerFeed::of),
            Map.entry("changes", ChangeFeed::sinceCut),
            Map.entry("resolution", ResolutionFeed::of),
            Map.entry("proposed-links", ProposedLinkFeed::of),
            Map.entry("steps", StepFeed::of),
            Map.entry("answers", StepFeed::answers),
            Map.entry("ledger", LedgerFeed::lines),
            Map.entry("ledgers", LedgerFeed::sums),
            Map.entry("counts", CountFeed::of),
            Map.entry("attribution", GroundFeed::attribution),
            Map.entry("handovers", GroundFeed::handovers),
            Map.entry("corridors", GroundFeed::corridors),
            Map.entry("withdrawals", GroundFeed::withdrawals),
            Map.entry("boundaries", MapFeed::boundaries),
            Map.entry("actors", RegisterFeed::actors),
            Map.entry("claims", ClaimFeed::of),
            Map.entry("reports", RegisterFeed::reports),
            Map.entry("meetings", view -> entries(meetings(view), view)),
            Map.entry("transfers", RegisterFeed::transfers),
            Map.entry("returns", RegisterFeed::returns),
            Map.entry("flags", view -> Rows.of(Flags.of(view).all(), Json::coded)),
            Map.entry("posts", WatchFeed::posts),
            Map.entry("patrols", WatchFeed::patrols),
            Map.entry("sensors", WatchFeed::sensors),
            Map.entry("coverage", CoverageFeed::of),
            Map.entry("statistics", StatisticFeed::of),
            Map.entry("assessments", HistoryFeed::of),
            Map.entry("effort", EffortFeed::effort),
            Map.entry("unwatched", EffortFeed::unwatched),
            Map.entry("restrictions", EffortFeed::restrictions),
            Map.entry("access", EffortFeed::access),
            Map.entry("hazards", view -> entries(view.happened(HazardRecorded.class), view))));

    /** Makes the rows of one register from a view. */
    @FunctionalInterface
    public interface Register {
        /** The rows, in order; {@link Rows} where there may be many. */
        List<ObjectNode> rows(View view);
    }

    private RegisterFeed() {}

    /** A register with its heading: what it is of, as known when, for whom. */
    public static @Nullable ObjectNode of(String name, View view) {
        Register register = ALL.get(name);
        if (register == null) {
            return null;
        }
        ObjectNode out = heading(name, view);
        ArrayNode items = out.putArray("items");
        register.rows(view).forEach(items::add);
        return out;
    }

    /** What a register is of, as known when, for whom. */
    public static ObjectNode heading(String name, View view) {
        ObjectNode out = Json.object()
                .put("register", name)
                .put("at", Json.instant(view.valid()))
                .put("known", view.known())
                .put("audience", view.audience().wire())
                .put("zone", view.zone().getId())
                .put("reconstructed", view.picture().reconstructed())
                .put("exercise", view.exercise());
        out.set("notes", Json.coded(EffortFeed.notes(name, view)));
        return out;
    }

    private static List<ObjectNode> entries(List<? extends Held<? extends Body>> list, View view) {
        EntryFeed feed = new EntryFeed(view);
        return Rows.of(list, feed::line);
    }

    private static List<ObjectNode> incidents(View view) {
        IncidentFeed feed = new IncidentFeed(view);
        return Rows.of(Incidents.of(view).all(), feed::of);
    }

    private static List<ObjectNode> obligations(List<ObligationFile> files, View view) {
        ObligationFeed feed = new ObligationFeed(view);
        return Rows.of(files, feed::of);
    }

    private static List<ObjectNode> actors(View view) {
        List<Held<ActorNamed>> actors = Names.of(view).actors().values().stream()
                .sorted(java.util.Comparator.comparing(
                        held -> held.body().actor().value()))
                .toList();
        return Rows.of(actors, RegisterFeed::actor);
    }

    private static ObjectNode actor(Held<ActorNamed> held) {
        ObjectNode out = Json.object()
                .put("id", held.body().actor().value())
                .put("type", Body.wire(held.body().type()))
                .put(
                        "partOf",
                        held.body().partOf() == null
                                ? null
                                : held.body().partOf().value());
        out.set("name", Json.text(held.body().name()));
        out.set("entries", Json.ids(List.of(held.id())));
        return out;
    }

    private static List<ObjectNode> reports(View view) {
        return Rows.of(listedReports(view), RegisterFeed::report);
    }

    /** The reports of a view, newest first, as the register of reports lists them. */
    public static List<Held<ReportReceived>> listedReports(View view) {
        return view.heads(ReportReceived.class).stream()
                .filter(held -> held.entry().stated().isBefore(view.valid()))
                .sorted(java.util.Comparator.comparing(
                                (Held<ReportReceived> held) -> held.entry().stated())
                        .reversed())
                .toList();
    }

    /** One report as a line of a list. */
    public static ObjectNode report(Held<ReportReceived> held) {
        ReportReceived report = held.body();
        ObjectNode out = Json.object()
                .put("entry", held.id().toString())
                .put("title", report.title())
                .put("lang", report.language())
                .put("publisher", report.publisher())
                .put(
                        "published",
                        report.published() == null ? null : report.published().toString())
                .put("stated", Json.instant(held.entry().stated()));
        ArrayNode agencies = out.putArray("agencies");
        report.agencies().forEach(agencies::add);
        var basis = held.entry().basis().isEmpty() ? null : held.entry().basis().getFirst();
        out.putObject("source")
                .put("name", basis == null ? null : basis.publisher())
                .put("url", basis == null ? null : basis.address());
        out.set("entries", Json.ids(List.of(held.id())));
        return out;
    }

    private static List<Held<Body>> meetings(View view) {
        return view.current(Mediation.class).stream()
                .filter(held -> view.began(held).isBefore(view.valid()))
                .sorted(java.util.Comparator.comparing(held -> view.began(held)))
                .toList();
    }

    private static List<ObjectNode> transfers(View view) {
        Names names = Names.of(view);
        EntryFeed lines = new EntryFeed(view);
        return Rows.of(view.happened(TransferMade.class), held -> {
            ObjectNode row = lines.line(held);
            ArrayNode batches = row.putArray("batches");
            held.body().batches().forEach(batch -> {
                ObjectNode one = batches.addObject()
                        .put("what", Body.wire(batch.what()))
                        .put("number", batch.number().value());
                one.set("from", Json.actor(Named.of(batch.from()), names));
                one.set("to", Json.actor(Named.of(batch.to()), names));
                one.put("military", batch.military()).put("civilian", batch.civilian());
            });
            row.set("inExchange", Json.textOrNull(held.body().inExchange()));
            row.set("entries", Json.ids(List.of(held.id())));
            return row;
        });
    }

    private static List<ObjectNode> returns(View view) {
        EntryFeed lines = new EntryFeed(view);
        return Rows.of(view.happened(ReturnCounted.class), held -> {
            ObjectNode row = lines.line(held);
            var persons = held.body().persons();
            row.put("persons", persons.day() == null ? null : persons.day().value());
            row.put("total", persons.total() == null ? null : persons.total().value());
            row.set("population", Json.text(held.body().population()));
            row.set("method", Json.text(held.body().method()));
            row.set("entries", Json.ids(List.of(held.id())));
            return row;
        });
    }
}
