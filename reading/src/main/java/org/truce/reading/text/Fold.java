package org.truce.reading.text;

import java.text.Normalizer;

/**
 * Folds a word to the form under which lexicons keep it: lower case; Cyrillic ё as е; Latin letters without accents;
 * Arabic without vowel signs, tatweel and bidi controls, with one alef, one yeh and heh for teh marbuta
 * (after Larkey's light normalisation). Digits of any script become ASCII. Pure; cost linear in the word.
 */
public final class Fold {
    private Fold() {}

    /** The folded form of {@code text[start, end)}. */
    public static String word(String text, int start, int end) {
        StringBuilder out = new StringBuilder(end - start);
        for (int i = start; i < end; i++) {
            append(out, text.charAt(i));
        }
        return out.toString();
    }

    /** The folded form of a whole string. */
    public static String word(String text) {
        return word(text, 0, text.length());
    }

    private static void append(StringBuilder out, char c) {
        if (c < 0x80) {
            out.append(c >= 'A' && c <= 'Z' ? (char) (c + 32) : c);
        } else if (c >= 0x0600 && c <= 0x06FF) {
            arabic(out, c);
        } else if (c >= 0x0400 && c <= 0x052F) {
            char lower = Character.toLowerCase(c);
            out.append(lower == 'ё' ? 'е' : lower);
        } else if (c >= 0xFB50 && c <= 0xFEFC) {
            String plain = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKC);
            for (int i = 0; i < plain.length(); i++) {
                if (plain.charAt(i) < 0xFB50) {
                    append(out, plain.charAt(i));
                }
            }
        } else if (!ignorable(c)) {
            other(out, c);
        }
    }

    private static void arabic(StringBuilder out, char c) {
        switch (c) {
            case 'أ', 'إ', 'آ', 'ٱ' -> out.append('ا');
            case 'ى', 'ئ', 'ی' -> out.append('ي');
            case 'ؤ' -> out.append('و');
            case 'ة' -> out.append('ه');
            case 'ک' -> out.append('ك');
            case 'گ' -> out.append('غ');
            case 'ـ' -> {}
            default -> {
                int digit = Character.digit(c, 10);
                if (digit >= 0) {
                    out.append((char) ('0' + digit));
                } else if (!ignorable(c)) {
                    out.append(c);
                }
            }
        }
    }

    private static void other(StringBuilder out, char c) {
        char lower = Character.toLowerCase(c);
        switch (lower) {
            case 'ı' -> out.append('i');
            case 'ə' -> out.append('a');
            case '’', 'ʼ', '‘' -> out.append('\'');
            default -> {
                String parts = lower < 0x0250
                        ? Normalizer.normalize(String.valueOf(lower), Normalizer.Form.NFD)
                        : String.valueOf(lower);
                out.append(parts.charAt(0));
            }
        }
    }

    /** Whether a character carries no letter: combining marks and format controls. */
    static boolean ignorable(char c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.FORMAT || type == Character.ENCLOSING_MARK;
    }
}
