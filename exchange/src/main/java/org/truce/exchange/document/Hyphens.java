package org.truce.exchange.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/**
 * What becomes of a hyphen at the end of a line. One that typesetting put there goes; one of a compound stays: where the
 * document has the compound elsewhere in a line, or its first part makes compounds (a list of words for each language).
 */
final class Hyphens {
    private static final Set<String> FIRST_PARTS = load();

    private final Set<String> compounds = new HashSet<>();

    /** Learns the compounds that a line holds away from its end. */
    void learn(String line) {
        for (int at = line.indexOf('-'); at >= 0; at = line.indexOf('-', at + 1)) {
            int from = at;
            while (from > 0 && Character.isLetterOrDigit(line.charAt(from - 1))) {
                from--;
            }
            int to = at + 1;
            while (to < line.length() && Character.isLetterOrDigit(line.charAt(to))) {
                to++;
            }
            if (from < at && to > at + 1 && to < line.length()) {
                compounds.add(line.substring(from, to).toLowerCase(Locale.ROOT));
            }
        }
    }

    /** Whether a line ends in the middle of a word that goes on in the next. */
    static boolean breaks(CharSequence line, String next) {
        int n = line.length();
        return n >= 2
                && hyphen(line.charAt(n - 1))
                && Character.isLetter(line.charAt(n - 2))
                && !next.isEmpty()
                && Character.isLetter(next.charAt(0));
    }

    /** Whether the hyphen at a line's end belongs to the word. */
    boolean stays(CharSequence line, String next) {
        int n = line.length();
        if (line.charAt(n - 1) != '-') {
            return false; // soft, or the one that only typesetting uses
        }
        int from = n - 1;
        while (from > 0 && Character.isLetterOrDigit(line.charAt(from - 1))) {
            from--;
        }
        int to = 0;
        while (to < next.length() && Character.isLetterOrDigit(next.charAt(to))) {
            to++;
        }
        String first = line.subSequence(from, n - 1).toString().toLowerCase(Locale.ROOT);
        String second = next.substring(0, to).toLowerCase(Locale.ROOT);
        boolean name = !Character.isLowerCase(next.charAt(0));
        return name || FIRST_PARTS.contains(first) || compounds.contains(first + "-" + second);
    }

    private static boolean hyphen(char c) {
        return c == '-' || c == '\u00AD' || c == '\u2010';
    }

    private static Set<String> load() {
        try (InputStream in = Objects.requireNonNull(Hyphens.class.getResourceAsStream("compounds.txt"))) {
            Set<String> words = new HashSet<>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .forEach(line -> words.addAll(List.of(line.strip().split(" +"))));
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
