package org.truce.assessment.closure;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.truce.model.entry.Author;
import org.truce.model.id.ActorId;
import org.truce.model.kind.Ground.MandateSet;
import org.truce.model.kind.Incident;
import org.truce.model.kind.Incident.FindingMade;
import org.truce.model.kind.Incident.IncidentClosed;
import org.truce.model.kind.Incident.InvestigationMade;
import org.truce.model.kind.Incident.ResponseTaken;
import org.truce.model.kind.Incident.RulingMade;
import org.truce.model.kind.Incident.VerificationMade;
import org.truce.picture.Held;
import org.truce.picture.IncidentFile;
import org.truce.picture.Incidents;
import org.truce.picture.View;

/**
 * How far an incident has come on its way from allegation to closure. Monitoring, verification, investigation, finding,
 * ruling and response are different things (practice.md §1.1); the state is that of the last step in time, and the same
 * for every side.
 *
 * @param file the incident
 * @param state how far it has come
 * @param since when it came there
 * @param hours for how long it has been there, up to the view's instant
 * @param next what may follow, the usual first; empty where nothing is left
 * @param awaited the parties whose acknowledgement of the closure is missing
 */
public record Workflow(
        IncidentFile file, State state, Instant since, double hours, List<Next> next, List<ActorId> awaited) {

    /** How far an incident has come. */
    public enum State {
        /** Alleged, reported or observed; nobody checked it. */
        ENTERED,
        /** Verified with a result. */
        VERIFIED,
        /** Looked into, without a finding. */
        INVESTIGATED,
        /** Found, with likelihood and confidence. */
        FOUND,
        /** Ruled a violation, or none. */
        RULED,
        /** Somebody did something about it. */
        RESPONDED,
        /** Closed, and some party has not acknowledged it. */
        CLOSED,
        /** Closed, and acknowledged by every party. */
        SETTLED
    }

    /**
     * A step that may follow.
     *
     * @param step the kind of entry
     * @param by who may enter it
     * @param notBy whose entry it rests on, and who therefore may not: four eyes are two different authors
     */
    public record Next(
            Class<? extends Incident> step,
            List<ActorId> by,
            @Nullable Author notBy) {}

    /** Of every incident of a view, in order of taking place. */
    public static List<Workflow> of(View view) {
        return Incidents.of(view).all().stream().map(file -> of(view, file)).toList();
    }

    /** Of one incident. */
    public static Workflow of(View view, IncidentFile file) {
        Held<? extends Incident> last = file.closed()
                ? file.closure()
                : file.steps().isEmpty() ? null : file.steps().getLast();
        MandateSet mandate = view.mandate();
        List<ActorId> awaited = last != null && last.body() instanceof IncidentClosed closed && mandate != null
                ? mandate.parties().stream()
                        .filter(party -> !closed.acknowledgedBy().contains(party))
                        .toList()
                : List.of();
        State state = state(last == null ? null : last.body(), awaited);
        Instant since = last == null ? file.from() : view.began(last);
        double hours = since.equals(Instant.MIN)
                ? 0
                : Math.max(0, Duration.between(since, view.valid()).toMinutes() / 60.0);
        return new Workflow(file, state, since, hours, next(file, last, state, mandate, awaited), awaited);
    }

    private static State state(@Nullable Incident last, List<ActorId> awaited) {
        return switch (last) {
            case null -> State.ENTERED;
            case VerificationMade verification ->
                switch (verification.result()) {
                    case CONFIRMED, NOT_CONFIRMED, REFUTED -> State.VERIFIED;
                    case NOT_POSSIBLE -> State.ENTERED;
                };
            case InvestigationMade _ -> State.INVESTIGATED;
            case FindingMade _ -> State.FOUND;
            case RulingMade _ -> State.RULED;
            case ResponseTaken _ -> State.RESPONDED;
            case IncidentClosed _ -> awaited.isEmpty() ? State.SETTLED : State.CLOSED;
            case Incident.AllegationMade _, Incident.IncidentLinked _ -> State.ENTERED;
        };
    }

    private static List<Next> next(
            IncidentFile file,
            @Nullable Held<? extends Incident> last,
            State state,
            @Nullable MandateSet mandate,
            List<ActorId> awaited) {
        List<ActorId> mission = mandate == null ? List.of() : List.of(mandate.mission());
        List<ActorId> parties = mandate == null ? List.of() : mandate.parties();
        Author of = last == null
                ? file.members().isEmpty()
                        ? null
                        : file.members().getFirst().entry().author()
                : last.entry().author();
        List<Next> next = new ArrayList<>();
        switch (state) {
            case ENTERED -> next.add(new Next(VerificationMade.class, mission, of));
            case VERIFIED -> {
                if (file.standing() == IncidentFile.Standing.CONFIRMED) {
                    next.add(new Next(InvestigationMade.class, mission, null));
                    next.add(new Next(ResponseTaken.class, parties, null));
                }
                next.add(new Next(IncidentClosed.class, mission, of));
            }
            case INVESTIGATED -> next.add(new Next(FindingMade.class, mission, of));
            case FOUND -> {
                next.add(new Next(RulingMade.class, mission, of));
                next.add(new Next(ResponseTaken.class, parties, null));
            }
            case RULED -> {
                if (file.standing() == IncidentFile.Standing.CONFIRMED) {
                    next.add(new Next(ResponseTaken.class, parties, null));
                }
                next.add(new Next(IncidentClosed.class, mission, of));
            }
            case RESPONDED -> next.add(new Next(IncidentClosed.class, mission, of));
            case CLOSED -> next.add(new Next(IncidentClosed.class, awaited, null));
            case SETTLED -> {
                // Nothing is left.
            }
        }
        return List.copyOf(next);
    }
}
