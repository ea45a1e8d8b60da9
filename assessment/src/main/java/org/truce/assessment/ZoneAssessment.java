package org.truce.assessment;

import java.util.List;
import org.truce.model.kind.Judgement.Level;
import org.truce.picture.Boundaries.Boundary;

/**
 * The answer for one zone: the part of the line that runs through it, and the incidents that lay, or probably lay, in
 * it. Judged by the same list and thresholds as the whole.
 *
 * @param zone the zone
 * @param level one of five
 * @param adequacy how much of it was watched
 * @param reasons every rule of the decision list
 */
public record ZoneAssessment(Boundary zone, Level level, Assessment.Adequacy adequacy, List<Reason> reasons) {
    /** Those of one view. */
    record All(List<ZoneAssessment> zones) {}
}
