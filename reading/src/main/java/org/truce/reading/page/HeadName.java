package org.truce.reading.page;

import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.truce.reading.text.Line;
import org.truce.reading.text.Token;

/**
 * The name of the outlet in a line between headline and story, or in one of data above the headline: what is no date,
 * time, person, credit or city of a dateline. Pure functions; the cost is the length of the line.
 */
final class HeadName {
    private static final Set<String> CREDITS = Set.of("credit", "relay", "used");

    private static final Set<String> CLOCK = Set.of("at", "в", "الساعه", "kl");

    private final String text;
    private final List<Token> tokens;
    private final Cues cues;
    private final IntPredicate dated;

    HeadName(String text, List<Token> tokens, Cues cues, IntPredicate dated) {
        this.text = text;
        this.tokens = tokens;
        this.cues = cues;
        this.dated = dated;
    }

    /** The name in line {@code i}, or null. */
    Anchors.@Nullable Found of(int i, Line line) {
        int from = line.from();
        int to = from;
        while (to < line.to()
                && (!dated.test(to) || inName(line, from, to))
                && !clock(to)
                && !datelineCity(line, to)
                && !(to > from && tokens.get(to).is('|'))
                && !credit(i, from, to)) {
            to++;
        }
        if (to == from) {
            while (from < line.to()
                    && (dated.test(from) || clock(from) || !tokens.get(from).word())) {
                from++;
            }
            to = line.to();
        }
        from = behindPerson(i, from, to);
        to = withoutCity(i, from, to);
        boolean afterDate = from > line.from();
        if (from < to && tokens.get(from).form().equals("to")) {
            return null;
        }
        int start = from;
        int end = to;
        boolean issued = cues.of(i).stream()
                .anyMatch(h -> h.section().equals("published") && h.from() >= start && h.to() <= end);
        boolean author = issued
                || cues.of(i).stream()
                        .anyMatch(h -> h.from() == start
                                && (h.section().equals("author") || h.section().equals("published")));
        double weight = rubrics(i, line) ? .4 : !person(i, start, end) ? 2.5 : afterDate ? 1 : dated(line) ? 2.5 : 2.1;
        weight = personIn(i, start, end) ? .8 : weight;
        weight = byline(i, line, start, end) ? 1.5 : city(i, line, start, end) ? 1 : weight;
        weight = service(i, start, end) ? Math.min(weight, 1.9) : weight;
        return author ? null : new Anchors.Found(from, to, weight, "head");
    }

    /** "Nora Bell, The Upland Tribune": where the name begins, if a person stands before it. */
    private int behindPerson(int i, int from, int to) {
        int comma = from;
        while (comma < to && !tokens.get(comma).isAny(",،")) {
            comma++;
        }
        int end = comma;
        boolean outlet = comma < to
                && cues.of(i).stream().anyMatch(h -> h.section().equals("outlet") && h.from() > end && h.to() <= to);
        return outlet && person(i, from, comma) ? comma + 1 : from;
    }

    /** "Ana Brett in Vienna": a person and where he writes from. */
    private boolean personIn(int i, int from, int to) {
        for (int t = from + 2; t < to; t++) {
            if (tokens.get(t).form().equals("in") && to - t <= 3) {
                return person(i, from, t);
            }
        }
        return false;
    }

    /** "Steppe Telegraph, Kyiv": where the name ends, if a city stands behind it. */
    private int withoutCity(int i, int from, int to) {
        for (int t = from + 1; t < to; t++) {
            int comma = t;
            if (tokens.get(t).isAny(",،")) {
                boolean outlet = cues.of(i).stream()
                        .anyMatch(h -> h.section().equals("outlet") && h.from() >= from && h.to() <= comma);
                boolean more = cues.of(i).stream()
                        .anyMatch(h -> h.section().equals("outlet") && h.from() > comma && h.to() <= to);
                return outlet && !more && to - t <= 4 ? t : to;
            }
        }
        return to;
    }

    /** "Juba, 2 May 2019": one word before a comma and a day is mostly where a story was written. */
    private boolean city(int i, Line line, int from, int to) {
        boolean comma = to - from <= 2 && to > from && tokens.get(to - 1).isAny(",،");
        return comma
                && to - from == 2
                && from == line.from()
                && to < line.to()
                && dated.test(to)
                && cues.of(i).stream().noneMatch(h -> h.section().equals("outlet") && h.from() == from);
    }

    /** "HP News Service": a desk of the outlet, whose own name may stand elsewhere. */
    private boolean service(int i, int from, int to) {
        return cues.of(i).stream().anyMatch(h -> h.section().equals("bureau") && h.from() > from && h.to() == to);
    }

    /** "World · Caucasus": a line without a date that marks divide names rubrics, unless its words are an outlet's. */
    private boolean rubrics(int i, Line line) {
        boolean divided = false;
        for (int t = line.from() + 1; t < line.to() - 1; t++) {
            divided |= tokens.get(t).isAny("·•›>→/|▸") && spaced(t);
        }
        for (int t = line.from(); divided && t < line.to(); t++) {
            divided = !dated.test(t);
        }
        return divided && cues.of(i).stream().noneMatch(h -> h.section().equals("outlet"));
    }

    /** "Highlands Today": the last word of a name may be a word for a day. */
    private boolean inName(Line line, int from, int t) {
        return t > from
                && Anchors.DAYS.contains(tokens.get(t).form())
                && tokens.get(t - 1).word()
                && (t + 1 == line.to() || tokens.get(t + 1).isAny("»”\",،"));
    }

    private boolean dated(Line line) {
        for (int t = line.from(); t < line.to(); t++) {
            if (dated.test(t)) {
                return true;
            }
        }
        return false;
    }

    /** "Tom Barlow, Tbilisi": a person and where he writes from, with no date. */
    private boolean byline(int i, Line line, int from, int to) {
        int comma = from;
        while (comma < to && !tokens.get(comma).isAny(",،")) {
            comma++;
        }
        return comma < to - 1 && to - comma <= 3 && to == line.to() && person(i, from, comma);
    }

    /** Two or three words with capitals, none of which an outlet calls itself. */
    private boolean person(int i, int from, int to) {
        boolean capitals = to - from >= 2 && to - from <= 3;
        for (int t = from; capitals && t < to; t++) {
            char first = text.charAt(tokens.get(t).start());
            capitals = tokens.get(t).word() && !Character.isLowerCase(first);
        }
        return capitals
                && cues.of(i).stream().noneMatch(h -> h.section().equals("outlet") && h.from() >= from && h.to() <= to);
    }

    /** "11:30", "at 11:30", "الساعة 11:30": a time, or the word before one. */
    private boolean clock(int t) {
        boolean before = t + 2 < tokens.size()
                && tokens.get(t + 1).number()
                && tokens.get(t + 2).is(':')
                && CLOCK.contains(tokens.get(t).form());
        boolean hour = tokens.get(t).number()
                && t + 1 < tokens.size()
                && tokens.get(t + 1).is(':');
        boolean minute = tokens.get(t).number() && t > 0 && tokens.get(t - 1).is(':');
        return before || hour || minute;
    }

    /** "Hill Post - agencies", "Hill Post with agencies": a credit behind a mark or preposition ends the name. */
    private boolean credit(int i, int from, int t) {
        if (t <= from) {
            return false;
        }
        boolean joined = t + 1 < tokens.size()
                && List.of("with", "and", "с", "со", "и", "مع")
                        .contains(tokens.get(t).form())
                && cues.of(i).stream()
                        .anyMatch(h -> CREDITS.contains(h.section()) && h.from() >= t && h.from() <= t + 1);
        return joined
                || (tokens.get(t - 1).isAny("|—–-/,،(")
                        && cues.of(i).stream().anyMatch(h -> h.section().equals("credit") && h.from() == t));
    }

    private boolean datelineCity(Line line, int t) {
        if (t == line.from()
                || !tokens.get(t - 1).isAny("|—–-,،.")
                || !tokens.get(t).word()) {
            return false;
        }
        boolean upper = text.substring(tokens.get(t).start(), tokens.get(t).end())
                .chars()
                .allMatch(Character::isUpperCase);
        return upper && tokens.get(t).form().length() > 2;
    }

    private boolean spaced(int t) {
        return t > 0 && tokens.get(t).start() > tokens.get(t - 1).end();
    }
}
