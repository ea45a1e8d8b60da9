package org.truce.reading.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import org.truce.reading.lexicon.Hit;
import org.truce.reading.text.Line;
import org.truce.reading.text.Token;

/**
 * Names of outlets that the words beside them give away: "Subscribe to NAME", «корреспондент „NAME“ передаёт»,
 * "مراسل NAME", "NAME staff", "Headline | NAME". Pure functions; the cost is the length of the line.
 */
final class Anchors {
    private static final int LONGEST = 6;
    private static final int LONGEST_IN_STORY = 4;
    private static final String OPENING = "«“„\"";
    private static final String CLOSING = "»”\"“";
    static final Set<String> DAYS = Set.of("today", "daily", "сегодня", "اليوم");
    private static final Set<String> JOINING = Set.of("of", "the", "and", "for", "и", "de", "la", "a", "an");

    /** Tokens {@code [from, to)} of a line that are a name, what that is worth, and which words told. */
    record Found(int from, int to, double weight, String rule) {}

    private final String text;
    private final List<Token> tokens;
    private final Cues cues;
    private final IntPredicate dated;

    Anchors(String text, List<Token> tokens, Cues cues, IntPredicate dated) {
        this.text = text;
        this.tokens = tokens;
        this.cues = cues;
        this.dated = dated;
    }

    /** The names in a line. */
    List<Found> of(int i, Line line, Role role) {
        List<Found> out = new ArrayList<>();
        boolean story = role == Role.BODY;
        for (Hit hit : cues.of(i)) {
            if (shadowed(i, hit)) {
                continue;
            }
            switch (hit.section()) {
                case "follow" -> {
                    if (!story && hit.from() <= line.from() + 1) {
                        after(i, line, hit, 2.6, false, out);
                    }
                }
                case "own" -> after(i, line, hit, story ? 1.2 : 2.2, story, out);
                case "issuer" -> {
                    if (!story && role != Role.TITLE) {
                        issuer(i, line, hit, out);
                    }
                }
                case "staffed" -> before(line, hit, 2.2, out);
                case "channel" -> {
                    if (role == Role.CREDIT || role == Role.FURNITURE) {
                        whole(i, line, hit, out);
                    }
                }
                default -> {}
            }
        }
        if (!story && role != Role.TITLE && role != Role.CREDIT) {
            byline(i, line, out);
        }
        if (role == Role.TITLE) {
            suffix(i, line, out);
            prefix(line, out);
        }
        return out;
    }

    /** Whether a longer cue of the section begins at the same word. */
    private boolean shadowed(int i, Hit hit) {
        return cues.of(i).stream()
                .anyMatch(h -> h.section().equals(hit.section()) && h.from() == hit.from() && h.to() > hit.to());
    }

    private boolean cased(int t) {
        return Character.isLetter(text.charAt(tokens.get(t).start()))
                && text.charAt(tokens.get(t).start()) < 0x0590;
    }

    private boolean capital(int t) {
        return Character.isUpperCase(text.charAt(tokens.get(t).start()));
    }

    private void after(int i, Line line, Hit hit, double weight, boolean story, List<Found> out) {
        int from = hit.to();
        int quote = from;
        while (quote < line.to() && quote < from + 3 && !tokens.get(quote).isAny(OPENING)) {
            quote++;
        }
        if (quote < line.to() && tokens.get(quote).isAny(OPENING)) {
            int close = quote + 1;
            while (close < line.to()
                    && close - quote <= LONGEST + 2
                    && !tokens.get(close).isAny(CLOSING)) {
                close++;
            }
            if (close < line.to() && tokens.get(close).isAny(CLOSING) && close > quote + 1) {
                out.add(new Found(quote + 1, close, weight, rule(hit)));
            }
            return;
        }
        if (from < line.to() && tokens.get(from).is(':')) {
            from++;
        }
        if (tokens.get(from - 1).form().equals("the") && capital(from - 1)) {
            from--;
        }
        if (from < line.to() && tool(i, from)) {
            return;
        }
        int to = from;
        while (to < line.to() && !ends(i, to, from)) {
            to++;
        }
        boolean open = to < line.to() && !tokens.get(to).isAny(".,،|;:!؟?") && !stops(i, to) && !dated.test(to);
        boolean arabic = from < line.to() && !cased(from);
        int most = story ? LONGEST_IN_STORY : LONGEST;
        if (to > from && to - from <= most && !(arabic && story && open) && (arabic || capital(last(from, to)))) {
            out.add(new Found(from, to, weight, rule(hit)));
        }
    }

    /** "From: NAME", "Source: NAME" at the beginning of a line or of a field: no agency, no person, no office. */
    private void issuer(int i, Line line, Hit hit, List<Found> out) {
        boolean begins = hit.from() == line.from() || tokens.get(hit.from() - 1).isAny("|·•;–—");
        List<Found> names = new ArrayList<>(1);
        if (begins) {
            boolean fields = cues.has(i, "published") && hit.from() > line.from();
            after(i, line, hit, fields ? 2.6 : hit.value().equals("source") ? .9 : 2.2, false, names);
        }
        for (Found name : names) {
            boolean agency = kind(i, name, "credit")
                    || cues.agencies(i).stream().anyMatch(h -> h.from() >= name.from() && h.to() <= name.to());
            boolean kind = kind(i, name, "outlet") || kind(i, name, "body");
            boolean person = name.to() - name.from() <= 3 && allCapitals(name.from(), name.to()) && !kind;
            if (!agency && !person && !kind(i, name, "officials")) {
                out.add(name);
            }
        }
    }

    private boolean kind(int i, Found name, String section) {
        return cues.of(i).stream()
                .anyMatch(h -> h.section().equals(section) && h.from() >= name.from() && h.to() <= name.to());
    }

    /** "Follow us on Telegram" names a channel, not the outlet. */
    private boolean tool(int i, int t) {
        return cues.of(i).stream().anyMatch(h -> h.section().equals("tools") && h.from() == t);
    }

    private int last(int from, int to) {
        for (int t = from; t < to; t++) {
            if (cased(t) && !JOINING.contains(tokens.get(t).form())) {
                return t;
            }
        }
        return from;
    }

    private boolean ends(int i, int t, int from) {
        Token token = tokens.get(t);
        if (dated.test(t) || stops(i, t)) {
            return true;
        }
        if (!token.word()) {
            boolean inside = t + 1 < tokens.size()
                    && t > from
                    && tokens.get(t - 1).end() == token.start()
                    && tokens.get(t + 1).start() == token.end()
                    && token.isAny("-.'’&");
            return !inside && !token.is('&');
        }
        return cased(t) && !capital(t) && !JOINING.contains(token.form());
    }

    private boolean stops(int i, int t) {
        boolean inName = t + 1 >= tokens.size()
                || tokens.get(t + 1).startsLine()
                || tokens.get(t + 1).isAny(",،|")
                || cues.of(i).stream().anyMatch(h -> h.section().equals("name-ends") && h.from() == t + 1);
        return cues.of(i).stream().anyMatch(h -> h.section().equals("name-ends") && h.from() == t && h.skip() == 0)
                && !(inName && DAYS.contains(tokens.get(t).form()));
    }

    /** "By Hill Post staff", "a Hill Post correspondent": capitals before the word. */
    private void before(Line line, Hit hit, double weight, List<Found> out) {
        int to = hit.from();
        to -= to - 2 > line.from() && tokens.get(to - 1).form().equals("s") ? 2 : 0;
        int from = to;
        while (from > line.from()
                && tokens.get(from - 1).word()
                && (capital(from - 1) || JOINING.contains(tokens.get(from - 1).form()))) {
            from--;
        }
        while (from < to
                && (!capital(from)
                        || tokens.get(from).form().equals("by")
                        || tokens.get(from).form().equals("from")
                        || tokens.get(from).form().equals("a"))) {
            from++;
        }
        if (to - from >= 2 && to - from <= LONGEST) {
            out.add(new Found(from, to, weight, rule(hit)));
        }
    }

    /** "Hill Post on Facebook", «Тихий холм в Телеграме»: what stands before the channel. */
    private void whole(int i, Line line, Hit hit, List<Found> out) {
        int from = line.from();
        boolean begun = cues.leading(i, from, "follow") != null || cues.leading(i, from, "tools") != null;
        if (!begun && hit.from() > from && hit.from() - from <= LONGEST && (!cased(from) || capital(from))) {
            out.add(new Found(from, hit.from(), 2.4, rule(hit)));
        }
    }

    /** "By A Writer, Hill Post", «А. Автор, „Тихий холм“»: the outlet behind the name of the writer. */
    private void byline(int i, Line line, List<Found> out) {
        int mark = line.to() - 1;
        while (mark > line.from() && !tokens.get(mark).isAny(",،|—–-/")) {
            mark--;
        }
        int from = mark + 1;
        int to = line.to();
        if (mark <= line.from() || from >= to || to - from > LONGEST + 2) {
            return;
        }
        boolean quoted = to - from > 2
                && tokens.get(from).isAny(OPENING)
                && tokens.get(to - 1).isAny(CLOSING);
        boolean author = cues.leading(i, line.from(), "author") != null;
        boolean outlet = cues.of(i).stream().anyMatch(h -> h.section().equals("outlet") && h.from() >= from);
        for (int t = line.from(); t < to; t++) {
            if (dated.test(t) || tokens.get(t).number()) {
                return;
            }
        }
        if (quoted) {
            out.add(new Found(from + 1, to - 1, 2, "byline"));
        } else if (author && outlet && (!cased(from) || capital(from))) {
            out.add(new Found(from, to, 2, "byline"));
        }
    }

    /** "[NAME] Headline", "(NAME) Headline". */
    private void prefix(Line line, List<Found> out) {
        int from = line.from() + 1;
        int to = from;
        while (tokens.get(line.from()).isAny("[(")
                && to < line.to()
                && !tokens.get(to).isAny("])")) {
            to++;
        }
        if (to > from && to < line.to() - 3 && to - from <= LONGEST && (!cased(from) || capital(from))) {
            out.add(new Found(from, to, to - from > 1 ? 1.6 : .8, "title prefix"));
        }
    }

    /** "Headline - NAME" and "Headline | NAME". */
    private void suffix(int i, Line line, List<Found> out) {
        int mark = line.to() - 1;
        while (mark > line.from() && !(tokens.get(mark).isAny("|—–-") && spaced(mark))) {
            mark--;
        }
        int from = mark + 1;
        int length = line.to() - from;
        if (mark - line.from() < 3
                || length < 1
                || length > LONGEST
                || tokens.get(line.to() - 1).isAny(".!?؟…")) {
            return;
        }
        boolean outlet = false;
        for (Hit hit : cues.of(i)) {
            if (hit.from() >= from && hit.section().equals("officials")) {
                return;
            }
            outlet |= hit.from() >= from && hit.section().equals("outlet");
        }
        boolean address = Masthead.address(tokens.subList(from, line.to()));
        if (address) {
            out.add(new Found(from, line.to(), 2.4, "title suffix"));
            return;
        }
        boolean named = !cased(from) || capital(from);
        for (int t = from; t < line.to(); t++) {
            named &= !dated.test(t) && !tokens.get(t).number();
        }
        boolean bar = tokens.get(mark).is('|');
        boolean person = cased(from)
                && length <= 3
                && allCapitals(from, line.to())
                && !outlet
                && !tokens.get(from).form().equals("the");
        if (named && (bar || (!person && length <= 4 && (length > 1 || outlet)))) {
            out.add(new Found(from, line.to(), bar ? 2.4 : outlet ? 2 : 1.5, "title suffix"));
        }
    }

    private boolean allCapitals(int from, int to) {
        for (int t = from; t < to; t++) {
            if (tokens.get(t).word() && !capital(t)) {
                return false;
            }
        }
        return true;
    }

    private boolean spaced(int t) {
        return t > 0
                && tokens.get(t).start() > tokens.get(t - 1).end()
                && t + 1 < tokens.size()
                && tokens.get(t + 1).start() > tokens.get(t).end();
    }

    private static String rule(Hit hit) {
        return hit.section() + ":" + hit.entry().pattern();
    }
}
