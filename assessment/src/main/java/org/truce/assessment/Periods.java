package org.truce.assessment;

import java.time.Instant;

/**
 * The periods of a duty that recurs, up to an instant. A period in which nobody reported that the duty was performed,
 * and nobody found it breached, is unobserved: it counts for neither side. The three add up to all that have ended.
 *
 * @param ended how many have ended
 * @param performed in how many of these it was performed
 * @param breached in how many of these it was found breached, performed or not
 * @param unobserved of how many of these nobody says
 * @param next the end of the period that runs
 */
public record Periods(long ended, long performed, long breached, long unobserved, Instant next) {}
