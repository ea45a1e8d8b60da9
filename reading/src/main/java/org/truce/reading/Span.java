package org.truce.reading;

/**
 * Where something stands in a stored text.
 *
 * @param start first code point, from 0
 * @param end code point after the last, at least {@code start}
 */
public record Span(int start, int end) {
    /** Refuses a span that ends before it starts. */
    public Span {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("span " + start + "–" + end);
        }
    }
}
