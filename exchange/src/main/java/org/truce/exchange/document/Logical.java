package org.truce.exchange.document;

import com.ibm.icu.text.Bidi;
import java.util.List;

/**
 * Order of reading from order on paper: the inverse of the Unicode bidirectional algorithm (UAX 9). No inverse is exact
 * in general, so that several are tried and the first is taken that, laid out again, gives what stands on the paper.
 * Pure; cost linear in the glyphs.
 */
final class Logical {
    private static final short[] INVERSES = {
        Bidi.REORDER_INVERSE_LIKE_DIRECT, Bidi.REORDER_INVERSE_FOR_NUMBERS_SPECIAL, Bidi.REORDER_INVERSE_NUMBERS_AS_L
    };

    private static final char ARABIC = 'ا';
    private static final char LATIN = 'a';

    private Logical() {}

    /** Glyphs of one line in reading order. */
    static final class Order {
        private final int[] order;
        private final boolean[] turned;

        private Order(int[] order, boolean[] turned) {
            this.order = order;
            this.turned = turned;
        }

        /** Index in the order on paper of the glyph that is read as the {@code i}-th. */
        int at(int i) {
            return order[i];
        }

        /** Whether the glyph that is read as the {@code i}-th stands in a stretch from right to left. */
        boolean turned(int i) {
            return turned[i];
        }
    }

    /** The reading order of words that stand on paper from left to right. */
    static Order of(List<String> onPaper, boolean rightToLeft) {
        StringBuilder visual = new StringBuilder(onPaper.size());
        boolean mixed = rightToLeft;
        for (String text : onPaper) {
            char c = representative(text);
            visual.append(c);
            mixed |= c == ARABIC || Character.getDirectionality(c) == Character.DIRECTIONALITY_ARABIC_NUMBER;
        }
        int length = visual.length();
        if (!mixed) {
            return straight(length);
        }
        latinWords(visual);
        byte level = rightToLeft ? Bidi.RTL : Bidi.LTR;
        String text = visual.toString();
        int[] first = new int[0];
        for (short inverse : INVERSES) {
            Bidi bidi = new Bidi();
            bidi.setReorderingMode(inverse);
            bidi.setPara(text, level, null);
            int[] order = bidi.getVisualMap();
            if (laidOut(text, order, level)) {
                return new Order(order, turned(text, order, level));
            }
            first = first.length == 0 ? order : first;
        }
        return new Order(first, turned(text, first, level));
    }

    /**
     * A word of Latin letters and numbers, as {@code SMM-2021/17}, is one from left to right; on paper it looks as the
     * same parts the other way round would, which nobody writes.
     */
    private static void latinWords(StringBuilder visual) {
        int from = 0;
        while (from < visual.length()) {
            int to = from;
            boolean latin = false;
            while (to < visual.length() && visual.charAt(to) != ' ' && visual.charAt(to) != ARABIC) {
                latin |= visual.charAt(to) == LATIN;
                to++;
            }
            int first = from;
            int last = to;
            while (latin && first < last && !Character.isLetterOrDigit(visual.charAt(first))) {
                first++;
            }
            while (latin && first < last && !Character.isLetterOrDigit(visual.charAt(last - 1))) {
                last--;
            }
            for (int i = first; latin && i < last; i++) {
                visual.setCharAt(i, LATIN);
            }
            from = to + 1;
        }
    }

    private static Order straight(int length) {
        int[] order = new int[length];
        for (int i = 0; i < length; i++) {
            order[i] = i;
        }
        return new Order(order, new boolean[length]);
    }

    /** Whether the words in this order, laid out, stand as they do on the paper. */
    private static boolean laidOut(String visual, int[] order, byte level) {
        Bidi bidi = new Bidi(reordered(visual, order), level);
        int[] again = bidi.getVisualMap();
        for (int i = 0; i < order.length; i++) {
            if (order[again[i]] != i) {
                return false;
            }
        }
        return true;
    }

    private static boolean[] turned(String visual, int[] order, byte level) {
        byte[] levels = new Bidi(reordered(visual, order), level).getLevels();
        boolean[] turned = new boolean[order.length];
        for (int i = 0; i < order.length; i++) {
            turned[i] = (levels[i] & 1) == 1;
        }
        return turned;
    }

    private static String reordered(String visual, int[] order) {
        StringBuilder out = new StringBuilder(order.length);
        for (int at : order) {
            out.append(visual.charAt(at));
        }
        return out.toString();
    }

    /** One character that behaves in a line as these letters do. */
    private static char representative(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Letters.rightToLeft(c)) {
                return ARABIC;
            }
            if (Letters.leftToRight(c) || Character.isSurrogate(c)) {
                return LATIN;
            }
        }
        char c = text.charAt(0);
        boolean arabicMark = (c >= 0x0610 && c <= 0x06ED) || (c >= 0x08D3 && c <= 0x08FF);
        return Character.getType(c) == Character.NON_SPACING_MARK ? arabicMark ? ARABIC : LATIN : c;
    }
}
