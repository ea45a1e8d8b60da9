package org.truce.exchange.document;

import java.text.Normalizer;

/** The letters that a font means: presentation forms and ligatures as plain letters, nothing that is not a letter. */
final class Letters {
    private Letters() {}

    /** Plain letters in reading order. Marks on their own lose the blank that carries them. */
    static String plain(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (form(c)) {
                String letters = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKC);
                out.append(letters.length() > 1 ? letters.strip() : letters);
            } else if (c == '\u00A0' || c == '\t' || c == '\n' || c == '\r' || (c >= 0x2000 && c <= 0x200A)) {
                out.append(' ');
            } else if (!Character.isISOControl(c) && !direction(c) && c != '\uFEFF' && c != '\u200B') {
                out.append(c);
            }
        }
        return out.toString();
    }

    /** Arabic presentation forms, and the Latin ligatures of typesetting. */
    private static boolean form(char c) {
        return (c >= 0xFB00 && c <= 0xFB06) || (c >= 0xFB50 && c <= 0xFDFF) || (c >= 0xFE70 && c <= 0xFEFC);
    }

    /** Marks of direction: the order is known without them. */
    private static boolean direction(char c) {
        return c == '\u200E'
                || c == '\u200F'
                || c == '\u061C'
                || (c >= 0x202A && c <= 0x202E)
                || (c >= 0x2066 && c <= 0x2069);
    }

    /** Whether a letter is written from right to left. */
    static boolean rightToLeft(int codePoint) {
        byte direction = Character.getDirectionality(codePoint);
        return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    }

    /** Whether a letter is written from left to right. */
    static boolean leftToRight(int codePoint) {
        return Character.getDirectionality(codePoint) == Character.DIRECTIONALITY_LEFT_TO_RIGHT;
    }
}
