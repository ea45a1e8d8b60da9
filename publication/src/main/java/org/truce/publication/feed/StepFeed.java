package org.truce.publication.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.truce.assessment.closure.Answered;
import org.truce.assessment.closure.Workflow;
import org.truce.model.Coded;
import org.truce.model.entry.Author;
import org.truce.model.id.ActorId;
import org.truce.model.kind.Body;
import org.truce.model.kind.Incident;
import org.truce.model.kind.Named;
import org.truce.picture.Held;
import org.truce.picture.IncidentFile;
import org.truce.picture.Incidents;
import org.truce.picture.Names;
import org.truce.picture.View;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Incidents on their way from allegation to closure, and what their reporters are to be told. */
final class StepFeed {
    private final View view;
    private final Names names;

    private StepFeed(View view) {
        this.view = view;
        this.names = Names.of(view);
    }

    /** A row for each incident, in order of taking place. */
    static List<ObjectNode> of(View view) {
        StepFeed feed = new StepFeed(view);
        return Rows.of(Incidents.of(view).all(), file -> feed.row(Workflow.of(view, file)));
    }

    /** A row for each thing that somebody told the mission: what still waits first. */
    static List<ObjectNode> answers(View view) {
        Names names = Names.of(view);
        List<ObjectNode> rows = new ArrayList<>();
        for (Answered one : Answered.of(view)) {
            ObjectNode row = Json.object();
            row.set("reporter", Json.actor(Named.of(one.reporter()), names));
            row.put("day", Days.of(one.began(), view.zone()).toString());
            row.set("summary", Json.text(one.what()));
            row.set("came", Json.coded(one.came()));
            row.put("settled", one.settled());
            ArrayNode ids = row.putArray("entries");
            ids.add(one.told().id().toString());
            one.came().entries().forEach(id -> ids.add(id.toString()));
            rows.add(row);
        }
        return rows;
    }

    private ObjectNode row(Workflow workflow) {
        IncidentFile file = workflow.file();
        ObjectNode row = Json.object()
                .put("id", file.id().toString())
                .put("day", Days.of(file.from(), view.zone()).toString())
                .put("class", Body.wire(file.act()))
                .put("standing", Body.wire(file.standing()))
                .put("step", Body.wire(workflow.state()))
                .put("hours", workflow.hours());
        ArrayNode steps = row.putArray("steps");
        file.steps().forEach(step -> steps.add(step(file, step)));
        ArrayNode next = row.putArray("next");
        workflow.next().forEach(one -> next.add(next(one, workflow.state() == Workflow.State.CLOSED)));
        row.set("awaited", actors(workflow.awaited()));
        row.set("onePairOfEyes", Json.ids(View.ids(file.onePairOfEyes().keySet())));
        row.set("entries", Json.ids(file.entries()));
        return row;
    }

    /** An incident that is closed is closed anew by who acknowledges it: to a reader that is another thing to do. */
    private ObjectNode next(Workflow.Next next, boolean closed) {
        String kind = next.step().getSimpleName();
        String what = closed ? "acknowledge" : kind.toLowerCase(Locale.ROOT);
        ObjectNode out = Json.coded(Coded.of("next-" + what)).put("kind", kind);
        out.set("by", actors(next.by()));
        out.put("notBy", next.notBy() == null ? null : wire(next.notBy()));
        return out;
    }

    /** As an author is written: {@code ACTOR} or {@code ACTOR:ROLE}. */
    private static String wire(Author author) {
        return author.role() == null ? author.actor().value() : author.actor().value() + ":" + author.role();
    }

    private ArrayNode actors(List<ActorId> ids) {
        ArrayNode out = Json.array();
        ids.forEach(id -> out.add(Json.actor(Named.of(id), names)));
        return out;
    }

    private ObjectNode step(IncidentFile file, Held<? extends Incident> step) {
        ObjectNode out = Json.object()
                .put("kind", step.entry().kind())
                .put("entry", step.id().toString())
                .put("day", Days.of(view.began(step), view.zone()).toString())
                .put("hours", hours(file.from(), view.began(step)))
                .put("author", wire(step.entry().author()));
        switch (step.body()) {
            case Incident.VerificationMade it -> {
                actor(out, it.by()).put("result", Body.wire(it.result()));
                out.set("words", Json.textOrNull(it.method()));
            }
            case Incident.InvestigationMade it -> actor(out, it.by()).set("words", Json.text(it.what()));
            case Incident.FindingMade it -> finding(out, it);
            case Incident.RulingMade it -> {
                actor(out, it.by()).put("violation", it.violation());
                out.set("words", Json.textOrNull(it.why()));
            }
            case Incident.ResponseTaken it -> actor(out, it.by()).set("words", Json.text(it.what()));
            case Incident.IncidentClosed it -> {
                out.put("outcome", Body.wire(it.outcome()));
                out.set("words", Json.textOrNull(it.how()));
                out.set("acknowledgedBy", actors(it.acknowledgedBy()));
            }
            case Incident.AllegationMade _, Incident.IncidentLinked _ -> {
                // What an incident consists of is no step of it.
            }
        }
        return out;
    }

    private void finding(ObjectNode out, Incident.FindingMade it) {
        actor(out, it.by()).put("likelihood", Body.wire(it.likelihood())).put("confidence", Body.wire(it.confidence()));
        out.set("attributedTo", Json.actorOrNull(it.attributedTo(), names));
        out.set("words", Json.text(it.what()));
        ArrayNode dissent = out.putArray("dissent");
        it.dissent().forEach(one -> {
            ObjectNode words = dissent.addObject();
            words.set("by", Json.actor(Named.of(one.by()), names));
            words.set("words", Json.text(one.words()));
        });
    }

    private ObjectNode actor(ObjectNode out, ActorId by) {
        out.set("by", Json.actor(Named.of(by), names));
        return out;
    }

    private static @Nullable Double hours(Instant from, Instant to) {
        return from.equals(Instant.MIN) ? null : Duration.between(from, to).toMinutes() / 60.0;
    }
}
