package org.truce.assessment;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.truce.assessment.detection.Reference;
import org.truce.assessment.detection.Signals;
import org.truce.assessment.rate.UncertainRate;

/**
 * The numbers on which a level rests, so that a third party that computes it again can see where it differs.
 *
 * @param actsByDay incidents that count, for each day of the window
 * @param exposureByDay of each day of the window, in fully-covered days
 * @param exposureSha256 digest of these exposures: eight bytes each, big-endian IEEE 754
 * @param dispersion variance over mean of weekly counts
 * @param rate posterior mean, per fully-covered day; absent where nothing was watched
 * @param rateLow fifth percentile; absent likewise
 * @param rateHigh ninety-fifth percentile; absent likewise
 * @param reference the days with which the rate was compared; absent where there are none
 * @param signals what the detectors say; absent without a reference
 * @param limits their thresholds; absent where none were found
 * @param calibration names the calibration from which these are; absent likewise
 * @param fallen whether the rate has fallen; absent where that could not be judged
 */
public record Audit(
        List<Integer> actsByDay,
        List<Double> exposureByDay,
        String exposureSha256,
        double dispersion,
        @Nullable Double rate,
        @Nullable Double rateLow,
        @Nullable Double rateHigh,
        @Nullable Reference reference,
        @Nullable Signals signals,
        @Nullable Signals limits,
        @Nullable String calibration,
        @Nullable Boolean fallen) {

    static Audit of(Evidence evidence) {
        UncertainRate rate = evidence.rate();
        boolean observed = rate.observed();
        RateChange change = evidence.change();
        return new Audit(
                evidence.actsByDay(),
                evidence.coveredByDay(),
                sha256(evidence.coveredByDay()),
                evidence.dispersion(),
                observed ? rate.central() : null,
                observed ? rate.quantile(0.05) : null,
                observed ? rate.quantile(0.95) : null,
                change.reference(),
                change.signals(),
                change.limits(),
                change.calibration(),
                change.limits() == null ? null : change.fallen());
    }

    private static String sha256(List<Double> numbers) {
        ByteBuffer bytes = ByteBuffer.allocate(8 * numbers.size());
        numbers.forEach(bytes::putDouble);
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.array()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
