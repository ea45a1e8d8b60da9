package org.truce.quality.neutrality;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One line of an exchange: words that become others.
 *
 * @param left folded words, of which one may end in {@code *}
 * @param right what stands in their place, as it is written
 * @param after words of which one must stand before; none where anything may
 * @param nominative whether a verb beside it takes the gender of the new word
 */
record Form(List<String> left, String right, List<String> after, boolean nominative) {
    /** Reads a line; {@code =} gives two forms. Throws IllegalArgumentException when it is neither. */
    static List<Form> parse(String line) {
        String[] parts = line.split("\\|", -1);
        List<String> after = List.of();
        boolean nominative = false;
        for (int i = 1; i < parts.length; i++) {
            String condition = parts[i].strip();
            if (condition.equals("nominative")) {
                nominative = true;
            } else if (condition.startsWith("after ")) {
                after = words(condition.substring("after ".length()));
            } else {
                throw new IllegalArgumentException("neither after nor nominative: " + line);
            }
        }
        List<Form> out = new ArrayList<>();
        boolean both = parts[0].contains(" = ");
        String[] sides = parts[0].split(both ? " = " : " -> ", -1);
        if (sides.length != 2) {
            throw new IllegalArgumentException("a form has two sides: " + line);
        }
        out.add(new Form(words(sides[0]), sides[1].strip(), after, nominative));
        if (both) {
            out.add(new Form(words(sides[1]), sides[0].strip(), after, nominative));
        }
        return out;
    }

    private static List<String> words(String side) {
        List<String> out = new ArrayList<>();
        for (String word : side.strip().split("[ '’-]+", -1)) {
            out.add(word.endsWith("*") ? fold(word.substring(0, word.length() - 1)) + '*' : fold(word));
        }
        return out;
    }

    /** Lower case; of Arabic without vowel signs and tatweel, with one alef. */
    static String fold(String word) {
        StringBuilder out = new StringBuilder();
        for (char c : word.toLowerCase(Locale.ROOT).toCharArray()) {
            switch (c) {
                case 'أ', 'إ', 'آ' -> out.append('ا');
                case 'ـ' -> {}
                default -> {
                    if (Character.getType(c) != Character.NON_SPACING_MARK) {
                        out.append(c);
                    }
                }
            }
        }
        return out.toString();
    }

    /** Whether a folded word is one of a list in which {@code *} ends a beginning. */
    static boolean among(List<String> list, String word) {
        for (String one : list) {
            boolean fits = one.endsWith("*") ? word.startsWith(one.substring(0, one.length() - 1)) : word.equals(one);
            if (fits) {
                return true;
            }
        }
        return false;
    }
}
