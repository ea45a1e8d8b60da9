package org.truce.assessment;

import java.time.Duration;
import java.time.Instant;

/** Lengths of time between instants, the ends of time included, which milliseconds cannot hold. */
final class Span {
    private Span() {}

    /** Hours from one instant to another; below 0 where the other is earlier. */
    static double hours(Instant from, Instant to) {
        Duration between = Duration.between(from, to);
        return between.getSeconds() / 3600.0 + between.getNano() / 3.6e12;
    }
}
