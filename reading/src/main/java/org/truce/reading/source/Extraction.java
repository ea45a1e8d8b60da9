package org.truce.reading.source;

import org.truce.model.Problem;

/** What came of a document: a text, or what is wrong with it. */
public sealed interface Extraction {
    /**
     * A text.
     *
     * @param text without byte order mark; line ends of a plain text as they are
     * @param charset name of the charset that it was in
     * @param html whether it was a page
     * @param extractor name and version of what extracted it
     * @param metadata what the page says of itself
     */
    record Text(String text, String charset, boolean html, String extractor, Metadata metadata) implements Extraction {}

    /** No text. */
    record Refused(Problem problem) implements Extraction {}
}
