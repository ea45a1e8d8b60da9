package org.truce.reading.page;

import java.util.List;
import java.util.function.IntPredicate;
import org.truce.reading.lexicon.Hit;
import org.truce.reading.text.Line;
import org.truce.reading.text.Token;

/** The outlet whose page it is: from the copyright line, a reprint notice, the head, or the line above the credits. */
final class Outlet {
    private final String text;
    private final List<Token> tokens;
    private final List<Line> lines;
    private final List<Role> roles;
    private final Cues cues;
    private final IntPredicate dated;
    private final int title;

    Outlet(
            String text,
            List<Token> tokens,
            List<Line> lines,
            List<Role> roles,
            Cues cues,
            IntPredicate dated,
            int title) {
        this.text = text;
        this.tokens = tokens;
        this.lines = lines;
        this.roles = roles;
        this.cues = cues;
        this.dated = dated;
        this.title = title;
    }

    String name() {
        for (int i = lines.size() - 1; i > title; i--) {
            if (roles.get(i) == Role.FURNITURE && (sign(lines.get(i)) || rights(i))) {
                String name = copyright(i, lines.get(i));
                if (!name.isEmpty()) {
                    return name;
                }
            }
        }
        for (int i = lines.size() - 1; i > title; i--) {
            if (roles.get(i) == Role.FURNITURE && (cues.has(i, "reprint") || cues.has(i, "imprint"))) {
                return notice(lines.get(i));
            }
        }
        for (int i = 0; i < lines.size(); i++) {
            if (roles.get(i) == Role.HEAD) {
                String name = head(lines.get(i));
                if (!name.isEmpty()) {
                    return name;
                }
            }
        }
        String foot = foot();
        return foot.isEmpty() ? header() : foot;
    }

    private boolean sign(Line line) {
        int at = text.indexOf('©', line.start());
        return at >= 0 && at < line.end();
    }

    private boolean rights(int i) {
        return cues.of(i).stream()
                .anyMatch(h ->
                        h.section().equals("rights") && tokens.get(h.from()).word());
    }

    /** The longest run of words that are neither cue, year, mark of separation nor a sentence about use. */
    private String copyright(int i, Line line) {
        boolean[] out = new boolean[line.length()];
        for (Hit hit : cues.of(i)) {
            if (hit.section().equals("rights") || hit.section().equals("contacts")) {
                for (int t = hit.from(); t < hit.to(); t++) {
                    out[t - line.from()] = true;
                }
            }
        }
        int start = -1;
        for (int t = line.from(); t <= line.to(); t++) {
            boolean gap = t > line.from()
                    && t < line.to()
                    && start >= 0
                    && tokens.get(t).start() - tokens.get(t - 1).end() >= 3;
            boolean stop = t == line.to()
                    || gap
                    || out[t - line.from()]
                    || tokens.get(t).isAny("©.|,،()")
                    || tokens.get(t).number()
                    || (tokens.get(t).isAny("—–-") && (start < 0 || spaced(t)));
            if (stop && start >= 0) {
                return trim(start, t);
            }
            if (!stop && start < 0) {
                start = t;
            }
        }
        return "";
    }

    private boolean spaced(int t) {
        return tokens.get(t).start() > tokens.get(t - 1).end();
    }

    private String notice(Line line) {
        for (int t = line.from() + 1; t < line.to(); t++) {
            if (tokens.get(t).isAny("—–.|") || (tokens.get(t).is('-') && spaced(t))) {
                return inQuotes(line.from(), t);
            }
        }
        return "";
    }

    /** What stands in quotation marks when a word such as "portal" stands before it, else the whole. */
    private String inQuotes(int from, int to) {
        for (int t = from + 1; t < to; t++) {
            if (tokens.get(t).is('«') && tokens.get(to - 1).is('»') && t - from == 1) {
                return text.substring(
                        tokens.get(t + 1).start(), tokens.get(to - 2).end());
            }
        }
        return trim(from, to);
    }

    private String head(Line line) {
        int from = line.from();
        int to = from;
        while (to < line.to() && !dated.test(to) && !datelineCity(line, to)) {
            to++;
        }
        if (to == from) {
            while (from < line.to() && (dated.test(from) || !tokens.get(from).word())) {
                from++;
            }
            to = line.to();
        }
        return trim(from, to);
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

    private String foot() {
        for (int i = lines.size() - 1; i > title; i--) {
            if (roles.get(i) == Role.BODY) {
                return "";
            }
            Line line = lines.get(i);
            boolean bare = roles.get(i) == Role.CREDIT
                    && cues.agencies(i).isEmpty()
                    && cues.leading(i, line.from(), "credit") == null;
            if (bare) {
                return trim(line.from(), line.to());
            }
        }
        return "";
    }

    private String header() {
        for (int i = 0; i < title; i++) {
            if (roles.get(i) == Role.FURNITURE
                    && cues.of(i).isEmpty()
                    && lines.get(i).length() <= 8) {
                return trim(lines.get(i).from(), lines.get(i).to());
            }
        }
        return "";
    }

    private String trim(int from, int to) {
        int a = from;
        int b = to;
        while (a < b && tokens.get(a).isAny("|—–-,،.:•·/©")) {
            a++;
        }
        while (b > a && tokens.get(b - 1).isAny("|—–-,،.:•·/©")) {
            b--;
        }
        return a >= b
                ? ""
                : text.substring(tokens.get(a).start(), tokens.get(b - 1).end());
    }
}
