package org.truce.reading.source;

import org.truce.model.Problem;

/**
 * The text of a report. Pure; cost is linear in the bytes.
 *
 * @param text the text, not blank, without byte order mark
 * @param mediaType of the bytes it came from
 * @param extractor name and version of what made it
 * @param metadata what the page says of itself
 */
public record ReportText(String text, String mediaType, String extractor, Metadata metadata) {
    /** Largest report, in bytes: a long page is 200 kB. */
    public static final int MAX_BYTES = Extractor.LIMIT_BYTES;

    /** What came of the bytes. */
    public sealed interface Result {
        /**
         * A text.
         *
         * @param report the text and how it was made
         */
        record Good(ReportText report) implements Result {}

        /**
         * No text.
         *
         * @param problem what is wrong, placed at {@code /}
         */
        record Bad(Problem problem) implements Result {}
    }

    /**
     * The text of a file.
     *
     * @param bytes all of it
     * @param name of the file; one that ends in {@code .html} or {@code .htm}, or bytes that begin like a page, are
     *     read as HTML
     */
    public static Result of(byte[] bytes, String name) {
        return switch (Extractor.limitedTo(MAX_BYTES).extract(name, bytes)) {
            case Extraction.Refused refused -> new Result.Bad(refused.problem());
            case Extraction.Text text ->
                new Result.Good(new ReportText(
                        text.text(), text.html() ? "text/html" : "text/plain", text.extractor(), text.metadata()));
        };
    }
}
