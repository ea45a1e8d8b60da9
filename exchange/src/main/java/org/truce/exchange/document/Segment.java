package org.truce.exchange.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A stretch of one line of the page without a wide gap: a line of a column, or a cell of a table.
 *
 * @param glyphs without blanks, from left to right, marks beside the letters that carry them
 * @param spaced whether a space stands before each
 */
record Segment(List<Glyph> glyphs, List<Boolean> spaced) {
    float left() {
        return glyphs.getFirst().left();
    }

    float right() {
        float right = glyphs.getFirst().right();
        for (Glyph glyph : glyphs) {
            right = Math.max(right, glyph.right());
        }
        return right;
    }

    float width() {
        return right() - left();
    }

    float base() {
        return glyphs.getFirst().base();
    }

    float size() {
        // Most letters of a line have its size; small figures above it and large first letters have not.
        List<Float> sizes = new ArrayList<>(glyphs.size());
        glyphs.forEach(glyph -> sizes.add(glyph.size()));
        sizes.sort(Comparator.naturalOrder());
        return sizes.get(sizes.size() / 2);
    }

    int rightToLeftLetters() {
        int letters = 0;
        for (Glyph glyph : glyphs) {
            letters += Letters.rightToLeft(glyph.text().codePointAt(0)) ? 1 : 0;
        }
        return letters;
    }

    int leftToRightLetters() {
        int letters = 0;
        for (Glyph glyph : glyphs) {
            letters += Letters.leftToRight(glyph.text().codePointAt(0)) ? 1 : 0;
        }
        return letters;
    }
}
