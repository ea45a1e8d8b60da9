package org.truce.assessment;

import java.util.List;
import java.util.UUID;
import org.truce.assessment.resolution.Resolution;

/**
 * Everything that the decision list looks at, as numbers, so that it can be run again with one of them changed.
 *
 * @param mandate whether there is a mandate at all
 * @param acts incidents of the window that count: confirmed, or reported and taken up by a person
 * @param actEntries their ids
 * @param coveredDays exposure of the window in fully-covered days
 * @param windowDays length of the window
 * @param gapMetres longest stretch of the line that nobody watched during the last hours that the parameters name
 * @param lineMetres length of the line; 0 where none is drawn
 * @param serious confirmed serious acts of the last days that are not resolved
 * @param dispersion variance over mean of weekly counts, at least 1
 * @param overdueIncidents open incidents older than the limit
 * @param openIncidents open incidents
 * @param resolution how long incidents took to be resolved
 * @param effort the entries that document the effort
 */
record Evidence(
        boolean mandate,
        int acts,
        List<UUID> actEntries,
        double coveredDays,
        int windowDays,
        double gapMetres,
        double lineMetres,
        List<UUID> serious,
        double dispersion,
        List<UUID> overdueIncidents,
        int openIncidents,
        Resolution resolution,
        List<UUID> effort) {

    double coverage() {
        return coveredDays / windowDays;
    }

    /** The same after some more days that were fully watched and quiet. */
    Evidence afterQuietDays(int days) {
        double covered = StrictMath.min(windowDays, coveredDays + days);
        return new Evidence(
                mandate,
                acts,
                actEntries,
                covered,
                windowDays,
                0,
                lineMetres,
                serious,
                dispersion,
                overdueIncidents,
                openIncidents,
                resolution,
                effort);
    }

    /** The same after one more confirmed serious act. */
    Evidence afterSeriousAct(UUID unknown) {
        return new Evidence(
                mandate,
                acts + 1,
                actEntries,
                coveredDays,
                windowDays,
                gapMetres,
                lineMetres,
                List.of(unknown),
                dispersion,
                overdueIncidents,
                openIncidents + 1,
                resolution,
                effort);
    }
}
