package org.truce.assessment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.truce.model.Coded;
import org.truce.model.entry.Audience;
import org.truce.model.kind.Judgement.Level;

/**
 * Is it stable? The answer for one instant, as known with one record size, for one reader, with everything that is
 * needed to compute it again. The situation's level stands beside the adequacy of observation; neither without the
 * other.
 *
 * @param level one of five
 * @param adequacy how much was watched
 * @param statement what was recorded, with coverage, power and bound: all sentences or none
 * @param reasons every rule of the decision list
 * @param counterfactual what would change the level
 * @param parameters the thresholds, and who signed them
 * @param at the instant of which it speaks
 * @param known the record size that it knows
 * @param audience whose picture it rests on
 * @param zone the zone of days
 * @param exercise whether all of it is invented for training
 * @param version the code's version
 * @param seed of all that was simulated: thresholds and hot spots
 * @param audit every number on which the level rests
 */
public record Assessment(
        Level level,
        Adequacy adequacy,
        List<Coded> statement,
        List<Reason> reasons,
        List<Coded> counterfactual,
        Parameters parameters,
        Instant at,
        long known,
        Audience audience,
        ZoneId zone,
        boolean exercise,
        String version,
        long seed,
        Audit audit) {

    /**
     * How much was watched in the window.
     *
     * @param from first day of the window
     * @param to last day of the window
     * @param windowDays its length
     * @param coveredDays exposure in fully-covered days
     * @param coverage mean share of the line that was watched, 0 to 1
     * @param power probability that the tolerated rate would have been noticed
     * @param upper95 rate per day that cannot be excluded; absent where nothing was watched
     * @param hours hours of full watch
     * @param missingHours hours of the window that nobody documents as watched
     * @param acts incidents in the window that count
     * @param alleged incidents in the window that are alleged only, which do not count
     * @param byDay share of the hours of daylight that was watched; absent where there was no daylight or no line
     * @param byNight share of the hours of night that was watched; absent where there was no night or no line
     * @param unwatched what nobody watched during the time that the parameters allow, longest first
     * @param entries the entries that document the effort
     */
    public record Adequacy(
            LocalDate from,
            LocalDate to,
            int windowDays,
            double coveredDays,
            double coverage,
            double power,
            @Nullable Double upper95,
            double hours,
            double missingHours,
            int acts,
            int alleged,
            @Nullable Double byDay,
            @Nullable Double byNight,
            List<Stretch> unwatched,
            List<UUID> entries) {}
}
