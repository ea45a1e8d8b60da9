package org.truce.cli.input;

import java.time.Instant;
import org.truce.model.entry.Audience;
import org.truce.model.entry.Author;

/**
 * What is filled in where a file leaves it out.
 *
 * @param author who brings the file in
 * @param audience for entries that name none
 * @param now the one instant of this whole batch
 */
public record Defaults(Author author, Audience audience, Instant now) {}
