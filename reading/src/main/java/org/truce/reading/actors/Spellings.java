package org.truce.reading.actors;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.truce.reading.text.Fold;
import org.truce.reading.text.Lang;

/**
 * Spellings of foreign names that differ by one habit of transliteration, such as {@code Sergei} for {@code Sergey} or
 * جيحون for جيهون. Applied to whole names, and to family names alone only where they are long. Pure.
 */
final class Spellings {
    private static final int LONG = 6;

    private static final List<List<String>> ARABIC = List.of(
            List.of("ه", "ح"),
            List.of("غ", "ج"),
            List.of("غ", "ق"),
            List.of("غ", "ك"),
            List.of("ك", "ق"),
            List.of("ت", "ط"),
            List.of("س", "ص"),
            List.of("يي", "ي"),
            List.of("وو", "و"),
            List.of("تش", "ش"),
            List.of("خ", "ه"));

    private static final List<List<String>> ENGLISH = List.of(
            List.of("ey", "ei"),
            List.of("yan", "ian"),
            List.of("kh", "h"),
            List.of("ov", "off"),
            List.of("iy", "y"),
            List.of("dj", "j"),
            List.of("ii", "i"),
            List.of("ye", "e"),
            List.of("ks", "x"),
            List.of("q", "g"),
            List.of("gh", "g"));

    private static final List<List<String>> RUSSIAN =
            List.of(List.of("э", "е"), List.of("дж", "ж"), List.of("ья", "иа"), List.of("х", "г"), List.of("ль", "л"));

    private Spellings() {}

    /** A pattern of names in which every word also stands in its other spellings. */
    static String of(String pattern, Lang lang) {
        String[] words = pattern.split(" ", -1);
        boolean whole = words.length > 1;
        List<String> out = new ArrayList<>();
        for (String plain : words) {
            String mark = plain.startsWith("=") || plain.startsWith("+") || plain.startsWith("?")
                    ? plain.substring(0, 1)
                    : "";
            String word = plain.substring(mark.length());
            Set<String> all = new LinkedHashSet<>();
            boolean optional = word.endsWith("?");
            for (String one : (optional ? word.substring(0, word.length() - 1) : word).split("\\|", -1)) {
                all.add(one);
                if (one.length() >= (whole ? 4 : LONG)) {
                    vary(one, lang, all);
                }
            }
            out.add(mark + String.join("|", all) + (optional ? "?" : ""));
        }
        return String.join(" ", out);
    }

    private static void vary(String word, Lang lang, Set<String> out) {
        String folded = Fold.word(word);
        for (List<String> pair : switch (lang.family()) {
            case ARABIC -> ARABIC;
            case ENGLISH -> ENGLISH;
            case RUSSIAN -> RUSSIAN;
        }) {
            for (int way = 0; way < 2; way++) {
                String from = pair.get(way);
                int at = folded.indexOf(from, lang == Lang.ARABIC ? 0 : 1);
                if (at >= 0) {
                    out.add(folded.substring(0, at) + pair.get(1 - way) + folded.substring(at + from.length()));
                }
            }
        }
    }
}
