package org.truce.cli.input;

import java.time.Instant;
import org.truce.record.Candidate;

/**
 * An entry that was made from a report.
 *
 * @param place the report's file, and the fact where it is one
 * @param stated its author's instant
 * @param candidate for the record
 */
public record Made(String place, Instant stated, Candidate candidate) {}
