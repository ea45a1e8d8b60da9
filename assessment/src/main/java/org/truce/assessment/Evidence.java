package org.truce.assessment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.truce.assessment.rate.Coverage;
import org.truce.assessment.rate.UncertainRate;
import org.truce.assessment.resolution.Resolution;

/**
 * Everything that the decision list looks at, as numbers, so that it can be run again with one of them changed.
 *
 * @param mandate whether there is a mandate at all
 * @param actsByDay incidents that count, for each day of the window: confirmed, or reported and taken up by a person
 * @param actEntries their ids
 * @param coveredByDay exposure of each day of the window in fully-covered days
 * @param coverageError standard deviation of the mean coverage; 0 where it is taken as exact
 * @param gapMetres longest stretch of the line that nobody watched during the last hours that the parameters name
 * @param lineMetres length of the line; 0 where none is drawn
 * @param serious confirmed serious acts of the last days that are not resolved
 * @param dispersion variance over mean of weekly counts, at least 1
 * @param overdueIncidents open incidents older than the limit
 * @param openIncidents open incidents
 * @param resolution how long incidents took to be resolved
 * @param effort the entries that document the effort
 * @param change whether the rate has changed
 * @param hotSpot where more happens than used to
 * @param clustering whether incidents set off one another
 */
record Evidence(
        boolean mandate,
        List<Integer> actsByDay,
        List<UUID> actEntries,
        List<Double> coveredByDay,
        double coverageError,
        double gapMetres,
        double lineMetres,
        List<Serious> serious,
        double dispersion,
        List<UUID> overdueIncidents,
        int openIncidents,
        Resolution resolution,
        List<UUID> effort,
        RateChange change,
        HotSpot hotSpot,
        Clustering clustering) {

    /**
     * A confirmed serious act that is not resolved.
     *
     * @param incident its id
     * @param daysAgo 0 for the last day
     */
    record Serious(UUID incident, int daysAgo) {}

    int acts() {
        return actsByDay.stream().mapToInt(Integer::intValue).sum();
    }

    double coveredDays() {
        return coveredByDay.stream().mapToDouble(Double::doubleValue).sum();
    }

    int windowDays() {
        return coveredByDay.size();
    }

    double coverage() {
        return coveredDays() / windowDays();
    }

    /** What is known of the rate in the window, with what is not known of the coverage. */
    UncertainRate rate() {
        return rate(1);
    }

    /** The same where acts and days count only so much of themselves. */
    UncertainRate rate(double tempered) {
        Coverage known = Coverage.within(StrictMath.min(1, coverage()), coverageError);
        return UncertainRate.of(acts() / tempered, windowDays() / tempered, known);
    }

    /** The same where other shares of the line were watched: acts are left as they are known. */
    Evidence watchedOtherwise(List<Double> covered, double gap) {
        return new Evidence(
                mandate,
                actsByDay,
                actEntries,
                covered,
                coverageError,
                gap,
                lineMetres,
                serious,
                dispersion,
                overdueIncidents,
                openIncidents,
                resolution,
                effort,
                change,
                hotSpot,
                clustering);
    }

    /** The same after some more days that were fully watched and quiet, of an area that has a line. */
    Evidence afterQuietDays(int days, int seriousDays) {
        return new Evidence(
                mandate,
                later(actsByDay, days, 0),
                actEntries,
                later(coveredByDay, days, 1.0),
                coverageError,
                0,
                lineMetres,
                serious.stream()
                        .filter(act -> act.daysAgo() + days < seriousDays)
                        .map(act -> new Serious(act.incident(), act.daysAgo() + days))
                        .toList(),
                dispersion,
                overdueIncidents,
                openIncidents,
                resolution,
                effort,
                change.afterQuietDays(days),
                days >= hotSpot.windowDays() ? hotSpot.gone() : hotSpot,
                clustering);
    }

    /** The window moved on by some days that were all alike. */
    private static <T> List<T> later(List<T> byDay, int days, T quiet) {
        int gone = StrictMath.min(days, byDay.size());
        List<T> moved = new ArrayList<>(byDay.subList(gone, byDay.size()));
        moved.addAll(Collections.nCopies(gone, quiet));
        return List.copyOf(moved);
    }

    /** The same after one more confirmed serious act on the last day. */
    Evidence afterSeriousAct(UUID unknown) {
        List<Integer> acts = new ArrayList<>(actsByDay);
        acts.set(acts.size() - 1, acts.getLast() + 1);
        return new Evidence(
                mandate,
                List.copyOf(acts),
                actEntries,
                coveredByDay,
                coverageError,
                gapMetres,
                lineMetres,
                List.of(new Serious(unknown, 0)),
                dispersion,
                overdueIncidents,
                openIncidents + 1,
                resolution,
                effort,
                change,
                hotSpot,
                clustering);
    }
}
