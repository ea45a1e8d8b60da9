package org.truce.assessment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.truce.assessment.rate.Coverage;
import org.truce.assessment.rate.UncertainRate;
import org.truce.model.id.BoundaryId;
import org.truce.picture.Boundaries.Boundary;
import org.truce.picture.IncidentFile;
import org.truce.picture.IncidentFile.Standing;
import org.truce.picture.Incidents;
import org.truce.picture.View;

/**
 * What happened and how much was watched in some days, of the whole or of a zone.
 *
 * @param zone which; absent for the whole
 * @param days how many days
 * @param coveredDays exposure in fully-covered days
 * @param covered share of line and time; absent where no line runs there
 * @param byDay the same of the hours of daylight; absent likewise, or where there were none
 * @param byNight the same of the hours of night; absent likewise
 * @param blindKm longest run that nobody watched lately at the end; absent where no line runs there
 * @param coverageError standard deviation of the coverage, as agreed
 * @param incidents of every standing, in order of taking place
 * @param effort the entries that document the effort
 */
public record PeriodWatch(
        @Nullable BoundaryId zone,
        int days,
        double coveredDays,
        @Nullable Double covered,
        @Nullable Double byDay,
        @Nullable Double byNight,
        @Nullable Double blindKm,
        double coverageError,
        List<IncidentFile> incidents,
        List<UUID> effort) {

    /** The whole, then each zone through which the line runs, of days up to a view's last. */
    public static List<PeriodWatch> of(View view, LocalDate first, LocalDate last) {
        Assessor assessor = Assessor.of(view);
        Survey survey = assessor.survey();
        List<PeriodWatch> all = new ArrayList<>();
        for (Scope scope : assessor.scopes()) {
            all.add(of(view, survey, scope, first, last));
        }
        return List.copyOf(all);
    }

    private static PeriodWatch of(View view, Survey survey, Scope scope, LocalDate first, LocalDate last) {
        int days = (int) ChronoUnit.DAYS.between(first, last) + 1;
        double covered = survey.covered(scope, first, last);
        boolean drawn = !scope.cells(survey.day(last).cells()).isEmpty();
        Boundary zone = scope.zone();
        Instant from = survey.start(first);
        Instant to = survey.end(last);
        return new PeriodWatch(
                zone == null ? null : zone.id(),
                days,
                covered,
                drawn ? (Double) StrictMath.min(1, covered / days) : null,
                drawn ? survey.hours(scope, first, last, Effort.Day::light).share() : null,
                drawn ? survey.hours(scope, first, last, Effort.Day::dark).share() : null,
                drawn ? (Double) survey.unwatched(scope, last).longestKm() : null,
                survey.coverageError(),
                from.isBefore(to)
                        ? Incidents.of(view).between(from, to).stream()
                                .filter(scope::holds)
                                .toList()
                        : List.of(),
                survey.effortEntries(first, last));
    }

    /** Those that were confirmed. */
    public List<IncidentFile> confirmed() {
        return incidents.stream()
                .filter(file -> file.standing() == Standing.CONFIRMED)
                .toList();
    }

    /** What is known of the rate of confirmed incidents, per fully-covered day. */
    public UncertainRate rate() {
        Coverage known = Coverage.within(StrictMath.min(1, coveredDays / days), coverageError);
        return UncertainRate.of(confirmed().size(), days, known);
    }
}
