package org.truce.exchange.document;

import java.util.List;

/**
 * Whether a document's fonts name brackets in stretches from right to left as they look or as they are meant: both are
 * found. Decided by which of the two makes more pairs, over the whole document.
 */
final class Brackets {
    private static final String OPENING = "([{«‹";
    private static final String CLOSING = ")]}»›";

    private Brackets() {}

    /** Whether the letters as drawn are the ones that are meant. */
    static boolean asDrawn(List<Sheet> sheets) {
        long turned = 0;
        long drawn = 0;
        for (Sheet sheet : sheets) {
            for (Line line : sheet.lines()) {
                if (!line.words().equals(line.asDrawn())) {
                    turned += score(line.words());
                    drawn += score(line.asDrawn());
                }
            }
        }
        return drawn > turned;
    }

    /** Pairs in order, less closing brackets that nothing opened. */
    private static int score(String words) {
        int score = 0;
        int open = 0;
        for (int i = 0; i < words.length(); i++) {
            if (OPENING.indexOf(words.charAt(i)) >= 0) {
                open++;
            } else if (CLOSING.indexOf(words.charAt(i)) >= 0) {
                score += open > 0 ? 1 : -1;
                open = Math.max(0, open - 1);
            }
        }
        return score - open;
    }
}
