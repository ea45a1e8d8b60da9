package org.truce.assessment;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.truce.assessment.detection.Detector;
import org.truce.assessment.detection.Reference;
import org.truce.assessment.detection.Signals;

/**
 * Whether the rate of acts has changed against a reference, at the end of a day.
 *
 * @param standing whether that could be judged
 * @param from first day of the reference; absent without one
 * @param to last day of the reference; absent without one
 * @param reference absent where there is none
 * @param signals what the detectors say; absent without a reference
 * @param limits thresholds for one false alarm a year of the whole ceasefire; absent where none were found for these
 *     exposures
 * @param calibration names the calibration from which they are; absent without
 * @param detector as it stands; absent without a reference
 * @param since the likeliest first day of another rate, if there was one; absent without a reference
 */
record RateChange(
        Standing standing,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable Reference reference,
        @Nullable Signals signals,
        @Nullable Signals limits,
        @Nullable String calibration,
        @Nullable Detector detector,
        @Nullable LocalDate since) {

    /** Whether a change could be judged. */
    enum Standing {
        /** Too few days were watched to compare with. */
        NO_REFERENCE,
        /** Nobody found thresholds for these exposures. */
        NOT_CALIBRATED,
        /** It could. */
        JUDGED
    }

    static final RateChange NO_REFERENCE =
            new RateChange(Standing.NO_REFERENCE, null, null, null, null, null, null, null, null);

    /** Whether the rate has risen: an alarm of the run lengths. */
    boolean risen() {
        return signals != null && limits != null && signals.up() > limits.up();
    }

    /** Whether the rate has fallen. */
    boolean fallen() {
        return signals != null && limits != null && signals.down() > limits.down();
    }

    /** Whether the cumulated sum, the check by other means, alarms. */
    boolean confirmed() {
        return signals != null && limits != null && signals.cusum() > limits.cusum();
    }

    /** After some more days that were fully watched and quiet, held against the thresholds of the last day. */
    RateChange afterQuietDays(int days) {
        if (detector == null) {
            return this;
        }
        Detector later = detector.copy();
        for (int day = 0; day < days; day++) {
            later.step(0, 1);
        }
        return new RateChange(standing, from, to, reference, later.signals(), limits, calibration, later, since);
    }
}
