package org.truce.cli.table;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;

/** How many columns of a terminal a text takes (UAX #11; marks and format characters take none). Pure. */
final class Width {
    private Width() {}

    static int of(String text) {
        return text.codePoints().map(Width::of).sum();
    }

    static int of(int codePoint) {
        if (codePoint < 0x300) {
            return codePoint < 0x20 ? 0 : 1;
        }
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT, Character.CONTROL -> 0;
            default -> wide(codePoint) ? 2 : 1;
        };
    }

    private static boolean wide(int codePoint) {
        int width = UCharacter.getIntPropertyValue(codePoint, UProperty.EAST_ASIAN_WIDTH);
        return width == UCharacter.EastAsianWidth.WIDE || width == UCharacter.EastAsianWidth.FULLWIDTH;
    }
}
