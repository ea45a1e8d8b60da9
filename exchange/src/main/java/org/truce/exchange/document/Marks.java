package org.truce.exchange.document;

import java.util.List;

/** Puts vowel signs and accents to the letters over which they stand; those beside a letter stay glyphs of their own. */
final class Marks {
    private Marks() {}

    /**
     * Adds each mark to a letter's text, or to the letters.
     *
     * @param letters from left to right; changed
     */
    static void attach(List<Glyph> marks, List<Glyph> letters) {
        for (Glyph mark : marks) {
            int at = carrier(mark, letters);
            if (at >= 0) {
                Glyph letter = letters.get(at);
                letters.set(at, letter.with(letter.text() + mark.text()));
            } else {
                letters.add(beside(mark, letters), mark);
            }
        }
    }

    private static int beside(Glyph mark, List<Glyph> letters) {
        int at = 0;
        while (at < letters.size() && letters.get(at).middle() < mark.middle()) {
            at++;
        }
        return at;
    }

    private static int carrier(Glyph mark, List<Glyph> letters) {
        boolean rightToLeft = mark.text().codePointAt(0) >= 0x0590;
        float reach = mark.size() * 0.05f;
        // A mark that takes room of its own stands beside its letter, in order; one that takes none stands over it.
        float at = mark.right() - mark.left() > reach ? mark.middle() : mark.left();
        int best = -1;
        float nearest = Float.MAX_VALUE;
        for (int i = first(letters, at - 3 * mark.size()); i < letters.size(); i++) {
            Glyph letter = letters.get(i);
            if (letter.left() > at + mark.size()) {
                break;
            }
            boolean edge = rightToLeft ? at > letter.right() - reach : at < letter.left() + reach;
            float apart = Math.abs(letter.middle() - at);
            if (at >= letter.left() - reach && at <= letter.right() + reach && !edge && apart < nearest) {
                nearest = apart;
                best = i;
            }
        }
        return best;
    }

    private static int first(List<Glyph> letters, float left) {
        int low = 0;
        int high = letters.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (letters.get(middle).left() < left) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
