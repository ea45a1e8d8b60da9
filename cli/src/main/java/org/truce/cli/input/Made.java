package org.truce.cli.input;

import java.time.Instant;
import org.truce.record.Candidate;

/**
 * An entry that was made from a report, or read from a file of entries.
 *
 * @param place its file, with the fact or the line where there are several
 * @param stated its author's instant
 * @param candidate for the record
 */
public record Made(String place, Instant stated, Candidate candidate) {}
