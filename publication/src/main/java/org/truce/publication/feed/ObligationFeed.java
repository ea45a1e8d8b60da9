package org.truce.publication.feed;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.truce.assessment.ObligationFile;
import org.truce.assessment.Periods;
import org.truce.assessment.Term;
import org.truce.model.Text;
import org.truce.model.id.ActorId;
import org.truce.model.id.InstrumentId;
import org.truce.model.kind.Agreement.InstrumentAdopted;
import org.truce.model.kind.Agreement.ObligationSet;
import org.truce.model.kind.Agreement.PositionTaken;
import org.truce.model.kind.Body;
import org.truce.model.kind.Ground.MandateSet;
import org.truce.model.kind.Named;
import org.truce.model.quantity.Amount;
import org.truce.model.time.Deadline;
import org.truce.picture.Held;
import org.truce.picture.Names;
import org.truce.picture.View;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Obligations with their states, deadlines, positions and histories. */
public final class ObligationFeed {
    private final Names names;
    private final Map<InstrumentId, Text> instruments;
    private final List<ActorId> order;
    private final View view;

    /** For the obligations of one view. */
    public ObligationFeed(View view) {
        this.view = view;
        this.names = Names.of(view);
        this.instruments = view.heads(InstrumentAdopted.class).stream()
                .collect(Collectors.toMap(
                        held -> held.body().instrument(), held -> held.body().name(), (_, newer) -> newer));
        MandateSet mandate = view.mandate();
        this.order = mandate == null ? List.of() : mandate.parties();
    }

    /** One obligation. */
    public ObjectNode of(ObligationFile file) {
        ObligationSet set = file.set().body();
        ObjectNode out = Json.object()
                .put("id", set.obligation().value())
                .put("entry", file.set().id().toString());
        ObjectNode instrument =
                out.putObject("instrument").put("id", set.instrument().value());
        instrument.set(
                "name",
                Json.text(instruments.getOrDefault(
                        set.instrument(), Text.of("und", set.instrument().value()))));
        out.put("point", set.point()).put("part", set.part()).put("form", Body.wire(set.form()));
        out.set("summary", Json.text(set.summary()));
        out.set("bearers", actors(set.bearers()));
        out.set("beneficiaries", actors(set.beneficiaries()));
        out.set("verifier", Json.actorOrNull(set.verifier(), names));
        out.put("state", Body.wire(file.state()));
        ArrayNode flags = out.putArray("flags");
        file.flags().forEach(flag -> flags.add(Body.wire(flag)));
        out.set("deadline", deadline(file.deadline()));
        boolean amended = file.original() != null && !file.original().equals(file.deadline());
        out.set("originalDeadline", deadline(amended ? file.original() : null));
        out.set("quantity", quantity(file.quantity(), file.done()));
        out.put("breaches", file.breaches());
        out.set("term", term(file.term()));
        out.set("periods", periods(file.periods()));
        out.put(
                "progress",
                file.progress() == null
                        ? null
                        : Body.wire(file.progress().body().progress()));
        ArrayNode positions = out.putArray("positions");
        inOrder(file.positions()).forEach(position -> positions.add(position(position)));
        out.set("history", history(file));
        ArrayNode dependsOn = out.putArray("dependsOn");
        set.dependsOn().forEach(id -> dependsOn.add(id.value()));
        out.set("entries", Json.ids(file.entries()));
        return out;
    }

    /** The parties always stand in the mandate's order; others after them, by the time of their statement. */
    private List<Held<PositionTaken>> inOrder(List<Held<PositionTaken>> positions) {
        return positions.stream()
                .sorted(java.util.Comparator.comparingInt(position -> {
                    int place = order.indexOf(position.body().party());
                    return place < 0 ? Integer.MAX_VALUE : place;
                }))
                .toList();
    }

    private ObjectNode position(Held<PositionTaken> position) {
        ObjectNode out = Json.object().put("actor", position.body().party().value());
        out.set("name", Json.text(names.actor(position.body().party())));
        out.put("stance", Body.wire(position.body().stance()));
        out.set("text", Json.text(position.body().words()));
        return out.put("entry", position.id().toString())
                .put("day", Days.of(view.began(position), view.zone()).toString());
    }

    private ArrayNode history(ObligationFile file) {
        ArrayNode out = Json.array();
        for (ObligationFile.Change change : file.history()) {
            ObjectNode one = out.addObject()
                    .put("state", Body.wire(change.state()))
                    .put("at", Json.instant(change.at()))
                    .put("day", Days.of(change.at(), view.zone()).toString());
            one.set("entries", Json.ids(change.entries()));
        }
        return out;
    }

    private ArrayNode actors(List<ActorId> ids) {
        ArrayNode out = Json.array();
        ids.stream()
                .sorted(java.util.Comparator.comparingInt(
                        id -> order.contains(id) ? order.indexOf(id) : Integer.MAX_VALUE))
                .forEach(id -> out.add(actor(id)));
        return out;
    }

    private ObjectNode actor(ActorId id) {
        return Json.actor(Named.of(id), names);
    }

    static tools.jackson.databind.JsonNode deadline(@Nullable Deadline deadline) {
        return deadline == null
                ? Json.object().nullNode()
                : Json.object()
                        .put("instant", Json.instant(deadline.instant()))
                        .put("day", deadline.day().toString())
                        .put(
                                "time",
                                deadline.time() == null ? null : deadline.time().toString())
                        .put("zone", deadline.zone().getId())
                        .put("inclusive", deadline.inclusive())
                        .put("words", deadline.words());
    }

    private static tools.jackson.databind.JsonNode term(@Nullable Term term) {
        return term == null
                ? Json.object().nullNode()
                : Json.object()
                        .put("end", Json.instant(term.end()))
                        .put("notice", term.notice() == null ? null : Json.instant(term.notice()))
                        .put("silent", term.silent())
                        .put("renewals", term.renewals())
                        .put("said", Body.wire(term.said()));
    }

    private static tools.jackson.databind.JsonNode periods(@Nullable Periods periods) {
        return periods == null
                ? Json.object().nullNode()
                : Json.object()
                        .put("ended", periods.ended())
                        .put("performed", periods.performed())
                        .put("breached", periods.breached())
                        .put("unobserved", periods.unobserved())
                        .put("next", Json.instant(periods.next()));
    }

    private static tools.jackson.databind.JsonNode quantity(@Nullable Amount amount, double done) {
        return amount == null
                ? Json.object().nullNode()
                : Json.object()
                        .put("value", amount.value())
                        .put("unit", Body.wire(amount.unit()))
                        .put("done", done);
    }
}
