package org.truce.exchange.document;

/**
 * One line of a page in reading order.
 *
 * @param words its words; brackets and quotation marks of stretches from right to left turned back
 * @param asDrawn the same with brackets as they were drawn; the same object where there are none
 * @param left its left edge, in points
 * @param right its right edge, in points
 * @param base its base line, in points from the top
 * @param size of its font, in points
 * @param firstWord width of its first word, in points
 * @param rightToLeft its direction
 * @param cells how many cells it has, if it is a row of a table
 * @param block number of its block on the page
 */
record Line(
        String words,
        String asDrawn,
        float left,
        float right,
        float base,
        float size,
        float firstWord,
        boolean rightToLeft,
        int cells,
        int block) {
    /** Where its words begin. */
    float start() {
        return rightToLeft ? -right : left;
    }

    /** Where its words end, growing in the direction of reading. */
    float end() {
        return rightToLeft ? -left : right;
    }
}
