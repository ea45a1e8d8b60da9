package org.truce.assessment.change;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.ToDoubleFunction;
import org.truce.assessment.Assessor;
import org.truce.assessment.Obligations;
import org.truce.assessment.change.Change.Weight;
import org.truce.model.Coded;
import org.truce.picture.Held;
import org.truce.picture.Incidents;
import org.truce.picture.View;

/** The figures of a view that are compared, each with the kinds of entries that feed it. */
public enum Figures {
    /** Acts that count, in the window of the assessment. */
    ACTS(
            view -> Assessor.assess(view).adequacy().acts(),
            "AllegationMade",
            "Observed",
            "IncidentLinked",
            "VerificationMade",
            "RulingMade",
            "EventReported"),
    /** Acts that are alleged only, in the window of the assessment. */
    ALLEGED(
            view -> Assessor.assess(view).adequacy().alleged(),
            "AllegationMade",
            "Observed",
            "IncidentLinked",
            "VerificationMade",
            "RulingMade",
            "EventReported"),
    /** Fully-covered days, in the window of the assessment. */
    COVERED_DAYS(
            view -> Assessor.assess(view).adequacy().coveredDays(),
            "PostManned",
            "PostClosed",
            "PatrolMade",
            "SensorRan",
            "BoundaryDrawn",
            "AccessRestricted"),
    /** Incidents of all time. */
    INCIDENTS(view -> Incidents.of(view).all().size(), "AllegationMade", "Observed", "IncidentLinked", "EventReported"),
    /** Obligations. */
    OBLIGATIONS(view -> Obligations.of(view).all().size(), "ObligationSet"),
    /** Persons who returned, by the counts of single days. */
    RETURNED(view -> view.returned(First.EVER, view.valid()), "ReturnCounted"),
    /** Units of traffic that passed through the corridors. */
    PASSED(view -> view.passed(First.EVER, view.valid()), "PassageCounted");

    private final ToDoubleFunction<View> value;
    private final Set<String> kinds;

    Figures(ToDoubleFunction<View> value, String... kinds) {
        this.value = value;
        this.kinds = Set.of(kinds);
    }

    /** The beginning of the calendar of four digits. */
    private static final class First {
        private static final Instant EVER = Instant.parse("0001-01-02T00:00:00Z");
    }

    static List<Change> of(Two two) {
        List<Change> changes = new ArrayList<>();
        for (Figures figure : values()) {
            double before = figure.value.applyAsDouble(two.before());
            double after = figure.value.applyAsDouble(two.after());
            if (before != after) {
                List<UUID> entries = two.after().all().stream()
                        .filter(held -> figure.kinds.contains(held.entry().kind()) && two.fresh(held.id()))
                        .map(Held::id)
                        .toList();
                changes.add(Change.of(
                        Weight.FIGURE,
                        new Coded("change-figure", Map.of("what", figure, "before", before, "after", after), entries)));
            }
        }
        return changes;
    }
}
