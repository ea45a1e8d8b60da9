package org.truce.assessment;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.truce.assessment.detection.Calibration;
import org.truce.assessment.detection.Calibrator;
import org.truce.assessment.detection.Daily;
import org.truce.assessment.detection.Detector;
import org.truce.assessment.detection.Family;
import org.truce.assessment.detection.Reference;
import org.truce.assessment.detection.SingleChange;
import org.truce.assessment.detection.States;
import org.truce.picture.Cache;

/**
 * Watches the rates of a ceasefire and its zones. Time is cut into periods of {@value #PERIOD} days from the first day
 * that was watched. In each, the rate is compared with that of the period before; in the first with that of its own
 * first {@value Reference#LEAST_DAYS} days. So a reference is never chosen by what came after it. Not thread-safe.
 */
final class Alarms {
    /** Days of a period. */
    static final int PERIOD = 90;

    /** The seed of calibrations. */
    static final long SEED = 20_201_110;

    private static final String PREFIX = "calibration-";
    private static final String STATES = "states-";

    /** States are kept for the ends of so many days and their multiples, so that a period keeps few. */
    private static final int STEP = 15;

    /** So many last days must be told of at least: those that "stable" dwells. */
    private static final int TOLD = 31;

    private final Survey survey;
    private final List<Scope> scopes;
    private final LocalDate until;
    private final Cache cache;
    private final Map<LocalDate, Watched> periods = new HashMap<>();

    /**
     * The part of the calendar to which a day belongs.
     *
     * @param reference first day of the reference
     * @param watched first day that is compared with it
     * @param end first day that is not
     */
    record Period(LocalDate reference, LocalDate watched, LocalDate end) {
        /** Of a day; null where it is too early to compare. */
        static @Nullable Period of(LocalDate since, LocalDate day) {
            long age = ChronoUnit.DAYS.between(since, day);
            if (age < Reference.LEAST_DAYS) {
                return null;
            }
            long number = age / PERIOD;
            return number == 0
                    ? new Period(since, since.plusDays(Reference.LEAST_DAYS), since.plusDays(PERIOD))
                    : new Period(
                            since.plusDays((number - 1) * PERIOD),
                            since.plusDays(number * PERIOD),
                            since.plusDays((number + 1) * PERIOD));
        }
    }

    /** A period with what the detectors said in it, by member and day, from a watched day on. */
    private record Watched(
            Period period,
            @Nullable Family family,
            @Nullable Calibration calibration,
            int from,
            Map<String, List<Detector>> detectors) {}

    Alarms(Survey survey, List<Scope> scopes, LocalDate until, Cache cache) {
        this.survey = survey;
        this.scopes = scopes;
        this.until = until;
        this.cache = cache;
    }

    /** What is to be said of a scope at the end of a day. */
    RateChange on(Scope scope, LocalDate day) {
        Period period = period(day);
        if (period == null) {
            return RateChange.NO_REFERENCE;
        }
        int number = (int) ChronoUnit.DAYS.between(period.watched(), day);
        Watched watched = watched(period, number);
        List<Detector> detectors = watched.detectors().get(scope.name());
        Family.Member member = member(watched.family(), scope);
        if (detectors == null || member == null) {
            return RateChange.NO_REFERENCE;
        }
        int referenceDays = (int) ChronoUnit.DAYS.between(period.reference(), period.watched());
        Calibration calibration = watched.calibration();
        var limits = calibration == null ? null : calibration.thresholds(member, referenceDays, number);
        Detector detector = detectors.get(number - watched.from());
        Reference reference = Reference.of(member.daily().part(0, referenceDays));
        SingleChange change =
                SingleChange.of(member.daily().part(0, referenceDays + number + 1), 1, 1 / reference.rate());
        return new RateChange(
                limits == null ? RateChange.Standing.NOT_CALIBRATED : RateChange.Standing.JUDGED,
                period.reference(),
                period.watched().minusDays(1),
                reference,
                detector.signals(),
                limits,
                limits == null || calibration == null ? null : calibration.key(),
                detector,
                period.reference().plusDays(change.first()));
    }

    /** The families of the periods to which some days belong; periods without a reference are left out. */
    List<Family> families(LocalDate from, LocalDate to) {
        List<Family> families = new ArrayList<>();
        for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
            Period period = period(day);
            Family family =
                    period == null ? null : watched(period, Integer.MAX_VALUE).family();
            if (family != null && !families.contains(family)) {
                families.add(family);
            }
        }
        return families;
    }

    private @Nullable Period period(LocalDate day) {
        return survey.documented() ? Period.of(survey.since(), day) : null;
    }

    private static Family.@Nullable Member member(@Nullable Family family, Scope scope) {
        return family == null
                ? null
                : family.members().stream()
                        .filter(member -> member.name().equals(scope.name()))
                        .findFirst()
                        .orElse(null);
    }

    /** A period of which the detectors are told from a watched day on, or from before it. */
    private Watched watched(Period period, int number) {
        Watched found = periods.computeIfAbsent(period.watched(), _ -> watch(period, TOLD));
        if (number < found.from()) {
            found = watch(period, Integer.MAX_VALUE);
            periods.put(period.watched(), found);
        }
        return found;
    }

    private Watched watch(Period period, int told) {
        LocalDate last = until.isBefore(period.end()) ? until : period.end().minusDays(1);
        int referenceDays = (int) ChronoUnit.DAYS.between(period.reference(), period.watched());
        List<Family.Member> members = new ArrayList<>();
        for (Scope scope : scopes) {
            Daily daily = survey.daily(scope, period.reference(), last);
            if (Reference.enough(daily.part(0, referenceDays))) {
                members.add(new Family.Member(scope.name(), daily));
            }
        }
        if (members.isEmpty()) {
            return new Watched(period, null, null, 0, Map.of());
        }
        Family family = new Family(members, referenceDays);
        int from = StrictMath.max(0, family.watchedDays() - StrictMath.min(told, family.watchedDays())) / STEP * STEP;
        States before = states(family.first(referenceDays + from));
        Map<String, List<Detector>> detectors = new HashMap<>();
        for (Family.Member member : members) {
            detectors.put(
                    member.name(), detectors(before.detector(member.name()), member.daily(), referenceDays + from));
        }
        return new Watched(period, family, kept(cache, family), from, detectors);
    }

    /** The calibration of a family that was kept; null where there is none that holds for its exposures. */
    static @Nullable Calibration kept(Cache cache, Family family) {
        Calibrator.Settings settings = settings(family);
        for (String name : List.of(family.digest(settings), family.key(settings))) {
            byte[] bytes = cache.read(PREFIX + name);
            Calibration calibration = bytes == null ? null : Calibration.read(bytes);
            if (calibration != null && calibration.covers(family, settings)) {
                return calibration;
            }
        }
        return null;
    }

    /** Keeps a calibration: for these exposures, and as the newest for whatever days of the period it reaches. */
    static void keep(Cache cache, Family family, Calibration calibration) {
        Calibrator.Settings settings = settings(family);
        byte[] bytes = calibration.bytes();
        cache.write(PREFIX + family.digest(settings), bytes);
        cache.write(PREFIX + family.key(settings), bytes);
    }

    static Calibrator.Settings settings(Family family) {
        return Calibrator.Settings.of(family.members().size(), SEED);
    }

    /** The detectors at the end of a family's days: kept ones, or made anew where there are none for these days. */
    private States states(Family family) {
        if (family.watchedDays() == 0) {
            return States.of(family);
        }
        String name = STATES + family.acted();
        byte[] bytes = cache.read(name);
        States kept = bytes == null ? null : States.read(bytes, family);
        if (kept == null) {
            kept = States.of(family);
            cache.write(name, kept.bytes());
        }
        return kept;
    }

    /** As they stood at the end of each day from one on. */
    private static List<Detector> detectors(Detector detector, Daily daily, int from) {
        List<Detector> byDay = new ArrayList<>();
        for (int day = from; day < daily.size(); day++) {
            detector.step(daily.acts(day), daily.exposure(day));
            byDay.add(detector.copy());
        }
        return byDay;
    }
}
