package org.truce.exchange.document;

/**
 * What a page draws at one place: a letter, a ligature with the letters that it stands for in reading order, or a
 * stretch whose words the page gives itself. Lengths in points; y grows downwards.
 *
 * @param text its letters; blank for a drawn space
 * @param left its left edge
 * @param right its right edge
 * @param base its base line
 * @param size of its font
 * @param space width of a space in its font; 0 where the font does not say
 */
record Glyph(String text, float left, float right, float base, float size, float space) {
    boolean blank() {
        return text.isBlank();
    }

    float middle() {
        return (left + right) / 2;
    }

    /** Whether it only marks another letter: vowel signs, accents. */
    boolean mark() {
        int type = Character.getType(text.codePointAt(0));
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
    }

    Glyph with(String other) {
        return new Glyph(other, left, right, base, size, space);
    }
}
