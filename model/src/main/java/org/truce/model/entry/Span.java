package org.truce.model.entry;

import org.truce.model.Invalid;

/**
 * A stretch of a stored text.
 *
 * @param start first code point, from 0
 * @param end one past the last code point, above {@code start}
 */
public record Span(int start, int end) {
    public Span {
        Invalid.unless(start >= 0 && end > start, "bad-span", "A span is [start, end) with 0 <= start < end.");
    }
}
