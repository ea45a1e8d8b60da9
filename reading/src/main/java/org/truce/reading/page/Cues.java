package org.truce.reading.page;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.truce.reading.lexicon.Hit;
import org.truce.reading.lexicon.Lexicon;
import org.truce.reading.text.Line;
import org.truce.reading.text.Token;

/** Which page cues and agencies stand in which line. Package-private helper of {@link Layout}. */
final class Cues {
    private static final class Holder {
        static final Lexicon PAGE =
                Lexicon.load(org.truce.reading.lexicon.Language.class, "/org/truce/reading/page.txt");
        static final Lexicon AGENCIES =
                Lexicon.load(org.truce.reading.lexicon.Language.class, "/org/truce/reading/agencies.txt");
    }

    /** A line of data about the page has no more tokens. */
    private static final int LONGEST_DATA = 60;

    private static final Set<String> JOINED = Set.of("from", "with", "source", "credit", "источник", "via");

    private final Map<Integer, List<Hit>> byLine = new HashMap<>();
    private final Map<Integer, List<Hit>> agenciesByLine = new HashMap<>();

    /** Tokens at which a word stands that outlets call themselves. */
    private final BitSet outlets = new BitSet();

    Cues(String text, List<Token> tokens, List<Line> lines) {
        List<Hit> found = Holder.PAGE.find(tokens);
        found.stream().filter(h -> h.section().equals("outlet")).forEach(h -> outlets.set(h.from()));
        spread(found, lines, byLine);
        spread(
                Lexicon.longest(Holder.AGENCIES.find(tokens).stream()
                        .filter(h -> compact(tokens, h) && capital(text, tokens, h) && !inName(text, tokens, h))
                        .toList()),
                lines,
                agenciesByLine);
    }

    /** "Interfax-Azerbaijan" is one name, "Interfax - Azerbaijan" and "(Interfax) Azerbaijan" are none. */
    private static boolean compact(List<Token> tokens, Hit hit) {
        for (int t = hit.from() + 1; t < hit.to(); t++) {
            Token token = tokens.get(t);
            boolean spaced = token.start() > tokens.get(t - 1).end();
            if (token.isAny("()[]") || (token.isAny("-–—") && spaced)) {
                return false;
            }
        }
        return true;
    }

    /** A name begins with a capital where the script has them; an address or an acronym in small letters is named so. */
    private static boolean capital(String text, List<Token> tokens, Hit hit) {
        boolean small = Character.isLowerCase(text.charAt(tokens.get(hit.from()).start()));
        return !small
                || hit.value().equals(hit.value().toLowerCase(java.util.Locale.ROOT))
                || hit.entry().pattern().contains(".");
    }

    /** "Steppe Telegraph": one word that outlets call themselves, behind another with a capital, is part of a name. */
    private boolean inName(String text, List<Token> tokens, Hit hit) {
        int t = hit.from() - 1;
        if (hit.length() > 1
                || t < 0
                || tokens.get(hit.from()).startsLine()
                || !tokens.get(t).word()) {
            return false;
        }
        boolean named = tokens.get(t).form().length() > 3
                && Character.isUpperCase(text.charAt(tokens.get(t).start()))
                && !JOINED.contains(tokens.get(t).form());
        return named && outlets.get(hit.from());
    }

    private static void spread(List<Hit> hits, List<Line> lines, Map<Integer, List<Hit>> into) {
        int line = 0;
        for (Hit hit : hits) {
            while (lines.get(line).to() <= hit.from()) {
                line++;
            }
            into.computeIfAbsent(line, k -> new ArrayList<>()).add(hit);
        }
    }

    /** The cues of a line. */
    List<Hit> of(int line) {
        return byLine.getOrDefault(line, List.of());
    }

    /** The agencies of a line, not overlapping. */
    List<Hit> agencies(int line) {
        return agenciesByLine.getOrDefault(line, List.of());
    }

    /** Whether a line has a cue of a section. */
    boolean has(int line, String section) {
        return of(line).stream().anyMatch(h -> h.section().equals(section));
    }

    /** Tokens from words that tell of a later change to those that tell of publication, or to the end of the line. */
    BitSet revisions(List<Line> lines) {
        BitSet out = new BitSet();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).length() > LONGEST_DATA) {
                continue;
            }
            for (Hit hit : of(i)) {
                if (hit.section().equals("revised")) {
                    out.set(hit.from(), lines.get(i).to());
                }
            }
            for (Hit hit : of(i)) {
                boolean revised = of(i).stream()
                        .anyMatch(h -> h.section().equals("revised") && h.from() <= hit.from() && h.to() >= hit.to());
                if (hit.section().equals("published") && !revised) {
                    int next = lines.get(i).to();
                    for (Hit other : of(i)) {
                        boolean later = other.section().equals("revised") && other.from() >= hit.to();
                        next = later ? Math.min(next, other.from()) : next;
                    }
                    out.clear(hit.from(), next);
                }
            }
        }
        return out;
    }

    /** "Since 1911" at the beginning or the end of a line. */
    boolean saying(int i, Line line) {
        return of(i).stream()
                .anyMatch(h -> h.section().equals("slogan") && (h.from() == line.from() || h.to() == line.to()));
    }

    /** Whether the sign of copyright stands in a line. */
    boolean copyright(String text, List<Token> tokens, Line line) {
        int sign = text.indexOf('©', line.start());
        return (sign >= 0 && sign < line.end()) || Letterhead.copyright(tokens, line);
    }

    /** Whether a line claims rights in words. */
    boolean rights(int line, List<Token> tokens) {
        return of(line).stream()
                .anyMatch(h ->
                        h.section().equals("rights") && tokens.get(h.from()).word());
    }

    /** The longest cue of a section at the very start of a line (after a mark or two), or null. */
    @org.jspecify.annotations.Nullable
    Hit leading(int line, int from, String section) {
        return of(line).stream()
                .filter(h -> h.section().equals(section) && h.from() <= from + 1)
                .filter(h -> h.from() == from)
                .findFirst()
                .orElse(null);
    }

    /** Indices of tokens in a line that a section's cues cover. */
    Set<Integer> covered(int line, String section) {
        Set<Integer> out = new HashSet<>();
        for (Hit hit : of(line)) {
            if (hit.section().equals(section)) {
                for (int i = hit.from(); i < hit.to(); i++) {
                    out.add(i);
                }
            }
        }
        return out;
    }
}
