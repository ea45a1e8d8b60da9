package org.truce.exchange.document;

import java.util.List;
import org.truce.model.Problem;

/**
 * What a document says. An immutable value.
 *
 * @param text its words: paragraphs with an empty line between them, the cells of a table's row with a tab; not blank
 * @param mediaType of the bytes it came from
 * @param extractor name and version of what made the text, and of the library that read the file
 * @param pages the pages that have words, in order; together they cover the text. The pages of a DOCX are those that
 *     its author's word processor last made of it, one where it noted none
 * @param notes what a reader should know of the document before they rely on it
 */
public record Document(String text, String mediaType, String extractor, List<Page> pages, List<Problem> notes) {
    /** What came of the bytes. */
    public sealed interface Result {
        /** A text. */
        record Good(Document document) implements Result {}

        /**
         * No text.
         *
         * @param problem what is wrong, placed at {@code /} or at a part of the document
         */
        record Bad(Problem problem) implements Result {}
    }

    /** Copies the lists. */
    public Document {
        pages = List.copyOf(pages);
        notes = List.copyOf(notes);
    }

    /** The number of the page on which a code point of the text stands. Cost: logarithmic in the pages. */
    public int page(int codePoint) {
        int low = 0;
        int high = pages.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (pages.get(middle).start() <= codePoint) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return pages.isEmpty() ? 1 : pages.get(low).number();
    }
}
