package org.truce.reading.page;

import java.util.List;
import java.util.Set;
import org.truce.reading.lexicon.Hit;
import org.truce.reading.text.Line;
import org.truce.reading.text.Token;

/**
 * The head of a paper of a body: its name in a line of its own, its department, what kind of paper it is ("Press
 * release"), and the sign of copyright in letters. Pure functions; the cost is the length of the line.
 */
final class Letterhead {
    /** A letterhead stands in the first lines. */
    private static final int LAST = 4;

    private static final int LONGEST_NAME = 16;
    private static final int LONGEST_PAPER = 14;

    private static final Set<String> JOINING =
            Set.of("of", "the", "and", "for", "in", "to", "on", "at", "и", "в", "по", "при", "на");

    private Letterhead() {}

    /** Whether line {@code i} is nothing but the name of a body, above what only stands in a letterhead. */
    static boolean body(
            String text,
            List<Token> tokens,
            List<Line> lines,
            Cues cues,
            java.util.function.IntPredicate dated,
            int i) {
        if (i > 2 || i + 1 >= lines.size()) {
            return false;
        }
        Line next = lines.get(i + 1);
        if (tokens.get(next.from()).is('@')
                && next.length() <= 3
                && lines.get(i).length() <= 6) {
            return true;
        }
        if (!name(text, tokens, lines.get(i), cues.of(i))) {
            return false;
        }
        boolean day = dated.test(next.from()) || dated.test(next.to() - 1);
        boolean capitals = upper(text, tokens, lines.get(i)) && !upper(text, tokens, next);
        return capitals
                || department(lines, cues, i + 1)
                || paper(lines, cues, i + 1)
                || (day && next.length() <= LONGEST_PAPER)
                || tokens.get(next.from()).form().equals("no");
    }

    private static boolean name(String text, List<Token> tokens, Line line, List<Hit> cues) {
        boolean kind = cues.stream().anyMatch(h -> h.section().equals("body") && h.length() < line.length());
        for (int t = line.from(); kind && t < line.to(); t++) {
            Token token = tokens.get(t);
            boolean small = Character.isLowerCase(text.charAt(token.start())) && text.charAt(token.start()) < 0x0400;
            kind = token.word() ? !small || JOINING.contains(token.form()) : token.isAny("-'’&,()");
        }
        return kind && line.length() <= LONGEST_NAME;
    }

    /** Where the name of the body in its line begins: "Press service of the Ministry of Transport". */
    static int from(Line line, Cues cues, int i) {
        Hit hit = cues.leading(i, line.from(), "department-of");
        return hit == null || hit.to() >= line.to() ? line.from() : hit.to();
    }

    /** Where it ends: before its short form in brackets. */
    static int to(List<Token> tokens, Line line) {
        int open = line.from() + 1;
        while (open < line.to() && !tokens.get(open).is('(')) {
            open++;
        }
        return open;
    }

    private static boolean upper(String text, List<Token> tokens, Line line) {
        boolean letters = false;
        for (int t = line.from(); t < line.to(); t++) {
            for (int k = tokens.get(t).start(); k < tokens.get(t).end(); k++) {
                if (Character.isLowerCase(text.charAt(k))) {
                    return false;
                }
                letters |= Character.isUpperCase(text.charAt(k));
            }
        }
        return letters;
    }

    /** Whether line {@code i} names a department of the body above: "Press service". */
    static boolean department(List<Line> lines, Cues cues, int i) {
        Line line = lines.get(i);
        Hit hit = i > LAST + 1 ? null : cues.leading(i, line.from(), "department");
        return hit != null && hit.to() >= line.to() - 1;
    }

    /** Whether line {@code i} says what kind of paper it is, as "Press release No. 4". */
    static boolean paper(List<Line> lines, Cues cues, int i) {
        return i <= LAST
                && lines.get(i).length() <= LONGEST_PAPER
                && cues.leading(i, lines.get(i).from(), "paper") != null;
    }

    /** "https://hill-post.org/2022/04/19/talks", or "@hillpost", and nothing else. */
    static boolean url(String text, Line line) {
        String words = text.substring(line.start(), line.end());
        return words.indexOf(' ') < 0 && (words.contains("://") || words.startsWith("@"));
    }

    /** Whether "(c)" stands in a line, before or behind a year or a name. */
    static boolean copyright(List<Token> tokens, Line line) {
        for (int t = line.from(); t + 3 < line.to(); t++) {
            boolean letter = tokens.get(t + 1).form().equals("c")
                    || tokens.get(t + 1).form().equals("с");
            if (tokens.get(t).is('(') && letter && tokens.get(t + 2).is(')')) {
                return true;
            }
        }
        return false;
    }
}
