package org.truce.assessment.change;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.truce.assessment.Assessor;
import org.truce.assessment.Obligations;
import org.truce.assessment.change.Change.Weight;
import org.truce.model.Coded;
import org.truce.model.kind.Agreement.ObligationSet;
import org.truce.model.kind.Body;
import org.truce.model.kind.Corridor.PassageCounted;
import org.truce.model.kind.Ground.BoundaryDrawn;
import org.truce.model.kind.Incident.AllegationMade;
import org.truce.model.kind.Incident.IncidentLinked;
import org.truce.model.kind.Incident.RulingMade;
import org.truce.model.kind.Incident.VerificationMade;
import org.truce.model.kind.Observation;
import org.truce.model.kind.Observation.Observed;
import org.truce.model.kind.Return;
import org.truce.model.kind.Statement.EventReported;
import org.truce.picture.Held;
import org.truce.picture.Incidents;
import org.truce.picture.View;

/** Compares the figures; each names the entries that feed it and became known in between. */
final class Figures {
    private static final Instant FIRST = Instant.parse("0001-01-02T00:00:00Z");

    private Figures() {}

    static List<Change> of(Two two) {
        List<Change> changes = new ArrayList<>();
        for (Figure figure : Figure.values()) {
            double before = value(figure, two.before());
            double after = value(figure, two.after());
            if (before != after) {
                List<UUID> entries = two.fresh().stream()
                        .filter(held -> feeds(held.body(), figure))
                        .map(Held::id)
                        .toList();
                changes.add(Change.of(
                        Weight.FIGURE,
                        new Coded("change-figure", Map.of("what", figure, "before", before, "after", after), entries)));
            }
        }
        return changes;
    }

    private static double value(Figure figure, View view) {
        return switch (figure) {
            case ACTS -> Assessor.adequacy(view).acts();
            case ALLEGED -> Assessor.adequacy(view).alleged();
            case COVERED_DAYS -> Assessor.adequacy(view).coveredDays();
            case INCIDENTS -> Incidents.of(view).all().size();
            case OBLIGATIONS -> Obligations.of(view).all().size();
            case RETURNED -> view.returned(FIRST, view.valid());
            case PASSED -> view.passed(FIRST, view.valid());
        };
    }

    private static boolean feeds(Body body, Figure figure) {
        return switch (figure) {
            case ACTS, ALLEGED, INCIDENTS -> incident(body);
            case COVERED_DAYS ->
                (body instanceof Observation && !(body instanceof Observed)) || body instanceof BoundaryDrawn;
            case OBLIGATIONS -> body instanceof ObligationSet;
            case RETURNED -> body instanceof Return;
            case PASSED -> body instanceof PassageCounted;
        };
    }

    /** Whether an entry can make an incident, or say what can be said of one. */
    private static boolean incident(Body body) {
        return body instanceof Observed
                || body instanceof EventReported
                || body instanceof AllegationMade
                || body instanceof IncidentLinked
                || body instanceof VerificationMade
                || body instanceof RulingMade;
    }
}
