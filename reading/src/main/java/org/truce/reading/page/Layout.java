package org.truce.reading.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.truce.reading.lexicon.Hit;
import org.truce.reading.text.Lang;
import org.truce.reading.text.Line;
import org.truce.reading.text.Token;

/**
 * Finds out what each line of a page is: by the cues of {@code page.txt}, by its shape (separated short segments are
 * menus), and by where it stands. One pass with look-back; one instance reads one text.
 */
public final class Layout {
    private static final int LONGEST_TITLE = 45;
    private static final int LEAST_PROSE = 7;
    private static final int LAST_OF_HEAD = 5;

    private final String text;
    private final List<Token> tokens;
    private final List<Line> lines;
    private final Cues cues;
    private final IntPredicate dated;
    private final Shapes shapes;
    private final @Nullable Role[] roles;
    private final boolean[] navigation;
    private int firstProse = -1;
    private int lastProse = -1;

    private Layout(String text, List<Token> tokens, IntPredicate dated) {
        this.text = text;
        this.tokens = tokens;
        this.lines = Line.of(text, tokens);
        this.cues = new Cues(text, tokens, lines);
        this.dated = dated;
        this.shapes = new Shapes(tokens, dated);
        this.roles = new Role[lines.size()];
        this.navigation = new boolean[lines.size()];
    }

    /**
     * Takes a text apart.
     *
     * @param dated whether a token stands within a date
     */
    public static Page read(String text, List<Token> tokens, Lang lang, IntPredicate dated) {
        Layout layout = new Layout(text, tokens, dated);
        if (layout.lines.isEmpty()) {
            return new Page(text, lang, tokens, List.of(), "", "", "", List.of(), new java.util.BitSet());
        }
        layout.furniture();
        layout.prose();
        int title = layout.title();
        layout.head(title);
        layout.viewing(title);
        layout.above(title);
        layout.foot(title);
        layout.rest();
        Outlet outlet = new Outlet(text, tokens, layout.lines, layout.roles(), layout.cues, dated, title);
        List<Credit> credits = Credits.of(text, tokens, layout.lines, layout.roles(), layout.cues, dated);
        Outlet.Name publisher = outlet.name();
        String headline = title < 0
                ? ""
                : text.substring(
                        layout.lines.get(title).start(), layout.lines.get(title).end());
        return new Page(
                text,
                lang,
                tokens,
                Parts.of(text, tokens, layout.lines, layout.roles(), layout.cues, dated),
                headline,
                publisher.name(),
                publisher.rule(),
                credits,
                layout.cues.revisions(layout.lines));
    }

    /** Finds where the story is: between the first and the last line that is a sentence and nothing else. */
    private void prose() {
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            if (roles[i] == null && line.length() >= LEAST_PROSE && shapes.stops(line) && !credits(i, line)) {
                firstProse = firstProse < 0 ? i : firstProse;
                lastProse = i;
            }
        }
    }

    private List<Role> roles() {
        List<Role> out = new ArrayList<>();
        for (Role role : roles) {
            out.add(role == null ? Role.BODY : role);
        }
        return out;
    }

    private void furniture() {
        boolean list = false;
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            if (list && line.afterBlank()) {
                list = false;
            }
            roles[i] = list ? Role.FURNITURE : shape(i, line);
            Hit related = cues.leading(i, line.from(), "related");
            if (related != null && !list && roles[i] == Role.FURNITURE) {
                list = related.to() >= line.to() - 1;
            }
        }
    }

    private @Nullable Role shape(int i, Line line) {
        int from = line.from();
        Role closing = closing(i, line);
        if (closing != null) {
            return closing;
        }
        if ((cues.leading(i, from, "related") != null
                        && ((line.length() < 6 && !shapes.stops(line)) || marksAfter(i, line, "related")))
                || (cues.leading(i, from, "tags") != null && marksAfter(i, line, "tags"))
                || tokens.get(from).is('*')
                || (cues.leading(i, from, "contacts") != null && line.length() < 9)) {
            return Role.FURNITURE;
        }
        Role letter = letter(i, line);
        if (letter != null) {
            return letter;
        }
        int segments = Rows.segments(text, line);
        if (Masthead.agencies(tokens, line, cues.agencies(i), dated) && i < 7 && line.length() <= 8) {
            return Role.CREDIT;
        }
        boolean opens = dated.test(from) && shapes.words(line) > 0 && shapes.words(line) <= 6;
        if ((segments >= 3 || opens)
                && shapes.hasDate(line)
                && shapes.hasYear(line)
                && i == 0
                && line.length() <= 16
                && !shapes.stops(line)) {
            return Role.META;
        }
        if (shapes.hasDate(line) && line.length() <= 16 && shapes.words(line) <= 2 && shapes.clock(line)) {
            return Role.META;
        }
        boolean brief = line.length() <= 22 && !shapes.stops(line);
        boolean counted = cues.has(i, "seen") && shapes.hasNumber(line) && !shapes.stops(line);
        boolean fields = segments >= 2 && cues.has(i, "published") && shapes.hasYear(line);
        boolean published =
                ((fields || cues.leading(i, from, "published") != null) && shapes.hasDate(line)) || clocked(i, line);
        if ((counted || published) && line.length() <= (fields ? 44 : 22)) {
            return shapes.hasDate(line) || published ? Role.META : Role.FURNITURE;
        }
        if (!shapes.stops(line)
                && line.length() <= 30
                && 10 * covered(i, "tools") >= shapes.words(line) * (segments >= 2 ? 3 : 8)) {
            return shapes.hasDate(line) ? Role.META : Role.FURNITURE;
        }
        return around(i, line, segments, brief) ? Role.FURNITURE : null;
    }

    /** Whether a line leads elsewhere: menus, languages, buttons, what was viewed. */
    private boolean around(int i, Line line, int segments, boolean brief) {
        boolean crumbs = segments >= 2 && line.length() <= 6 && i > 0 && navigation[i - 1];
        if (crumbs
                || languages(i, line)
                || (segments >= 2 && leads(i, line, "here"))
                || (segments >= 3 && menu(line, segments))) {
            navigation[i] = true;
            return true;
        }
        boolean named = leads(i, line, "follow") && line.length() <= 12 && !shapes.stops(line) && !shapes.hasDate(line);
        return named
                || (i < lines.size() / 2 && only(i, line))
                || (brief && cues.leading(i, line.from(), "viewed") != null && shapes.hasDate(line));
    }

    /** Whether one of the next lines could be the headline. */
    private boolean headlineBelow(int i) {
        for (int k = i + 1; k < lines.size() && k <= i + 4; k++) {
            Line line = lines.get(k);
            if (!shapes.stops(line)
                    && shapes.words(line) >= 4
                    && !shapes.hasYear(line)
                    && !Letterhead.paper(lines, cues, k)) {
                return true;
            }
        }
        return false;
    }

    /** What a line of a letterhead, or of the paper's own data above the headline, is; null if it is neither. */
    private @Nullable Role letter(int i, Line line) {
        boolean titled = i + 1 < lines.size() && shapes.words(line) > 0;
        boolean body = Letterhead.body(text, tokens, lines, cues, dated, i)
                && (headlineBelow(i) || Letterhead.paper(lines, cues, i + 1) || Letterhead.url(text, lines.get(i + 1)));
        if ((titled && (Letterhead.department(lines, cues, i) || body)) || Letterhead.url(text, line)) {
            return Role.FURNITURE;
        }
        if (Letterhead.paper(lines, cues, i) && headlineBelow(i)) {
            return shapes.hasDate(line) ? Role.META : Role.FURNITURE;
        }
        if (i <= LAST_OF_HEAD && line.length() <= 16 && !shapes.stops(line)) {
            boolean issued = leads(i, line, "own")
                    || (leads(i, line, "issuer") && cues.agencies(i).isEmpty());
            boolean paperDay = shapes.dateline(line) && i > 0 && roles[i - 1] == Role.FURNITURE && headlineBelow(i);
            boolean edition = i <= 1 && !cues.saying(i, line) && shapes.edition(line, cues.has(i, "outlet"));
            if ((issued && titled) || paperDay || (edition && headlineBelow(i))) {
                return shapes.hasDate(line) ? Role.META : Role.FURNITURE;
            }
        }
        int first = Math.min(shapes.words(line), Masthead.firstWords(tokens, line));
        if (i < 5 && line.length() <= 12 && !shapes.stops(line) && first <= 4 && cues.saying(i, line)) {
            return Role.FURNITURE;
        }
        return null;
    }

    /** Whether every word of a line is a menu's or a tool's. */
    private boolean only(int i, Line line) {
        int words = shapes.words(line);
        return words > 0
                && words <= 4
                && !shapes.stops(line)
                && (covered(i, "menu") == words || covered(i, "tools") == words);
    }

    /** A bare day on top of a page that dates its story below the headline is the day on which it was looked at. */
    private void viewing(int title) {
        boolean below = false;
        for (int i = title + 1; i < lines.size() && i <= title + 5; i++) {
            below |= (roles[i] == Role.META || roles[i] == Role.HEAD) && shapes.hasDate(lines.get(i));
        }
        for (int i = 0; below && i < title; i++) {
            if (shapes.hasDate(lines.get(i)) && (shapes.words(lines.get(i)) == 0 || leads(i, lines.get(i), "viewed"))) {
                roles[i] = Role.FURNITURE;
            }
        }
    }

    private @Nullable Role closing(int i, Line line) {
        boolean mark = cues.copyright(text, tokens, line);
        boolean rights = cues.rights(i, tokens);
        if (mark && !rights && !shapes.hasYear(line) && line.length() > 5) {
            return Role.CAPTION;
        }
        if (mark || (rights && line.length() < 25)) {
            return Role.FURNITURE;
        }
        if (cues.has(i, "legal") && shapes.hasYear(line) && line.length() <= 25 && i > lines.size() / 2) {
            return Role.FURNITURE;
        }
        if ((cues.has(i, "reprint") || (cues.has(i, "imprint") && line.length() <= 24)) && i > lines.size() / 2) {
            return Role.FURNITURE;
        }
        if (cues.leading(i, line.from(), "photo") != null && marksAfter(i, line, "photo")) {
            return Role.FURNITURE;
        }
        return null;
    }

    private boolean marksAfter(int i, Line line, String section) {
        Hit hit = cues.leading(i, line.from(), section);
        return hit != null && (hit.to() >= line.to() || tokens.get(hit.to()).isAny(":#►◄‹›»|"));
    }

    private boolean leads(int i, Line line, String section) {
        return cues.leading(i, line.from(), section) != null;
    }

    private boolean languages(int i, Line line) {
        Set<Integer> covered = cues.covered(i, "language");
        if (covered.size() >= 2
                && 2 * covered.size() >= line.length() - 3
                && line.length() <= 12
                && !shapes.stops(line)) {
            return true;
        }
        int words = 0;
        for (int t = line.from(); t < line.to(); t++) {
            if (tokens.get(t).word()) {
                words++;
                if (!covered.contains(t)) {
                    return false;
                }
            }
        }
        return words >= 2;
    }

    /** "Published 19:05 (MSK)": a cue of publication with a time alone. */
    private boolean clocked(int i, Line line) {
        return cues.leading(i, line.from(), "published") != null && shapes.clock(line) && line.length() <= 16;
    }

    private int covered(int i, String section) {
        return (int) cues.covered(i, section).stream()
                .filter(t -> tokens.get(t).word())
                .count();
    }

    private boolean menu(Line line, int segments) {
        return !shapes.stops(line) && line.length() <= segments * 5 && !shapes.hasDate(line);
    }

    /**
     * The headline: the first line that is nothing else, unless it is the site's own name, which stands above a menu or
     * above a longer line that comes before any date.
     */
    private int title() {
        int title = -1;
        for (int i = 0; i < lines.size() && i <= Math.max(firstProse, 0); i++) {
            Line line = lines.get(i);
            if (roles[i] != null || (i == firstProse && title >= 0)) {
                continue;
            }
            if (line.length() > LONGEST_TITLE || (title >= 0 && shapes.hasDate(line) && !headline(title, i))) {
                break;
            }
            if (title < 0) {
                title = i;
            } else if (siteName(title, i) || Masthead.over(text, tokens, lines, cues, title, i)) {
                roles[title] = Role.FURNITURE;
                title = i;
            } else {
                break;
            }
        }
        title = title < 0 ? title : below(title);
        if (title >= 0) {
            roles[title] = Role.TITLE;
        }
        return title;
    }

    /** The longest of a stack of undated lines, where a few words or an address stand on top: name, rubric, headline. */
    private int below(int top) {
        int best = top;
        int stacked = 0;
        int named = Masthead.firstWords(tokens, lines.get(top));
        boolean told = cues.has(top, "own");
        boolean signed = told || (cues.has(top, "outlet") && named <= 4);
        for (int i = top; i < lines.size() && i < top + 6 && i != firstProse; i++) {
            Line line = lines.get(i);
            boolean dateline =
                    i == top + 1 && signed && roles[i] == null && shapes.hasDate(line) && line.length() <= 16;
            if (dateline || (roles[i] == Role.FURNITURE && i > top)) {
                continue;
            }
            if (roles[i] != null || shapes.hasDate(line) || shapes.stops(line) || line.length() > LONGEST_TITLE) {
                break;
            }
            stacked++;
            boolean longer = shapes.words(line) > shapes.words(lines.get(best));
            best = longer || (best == top && i > top && shapes.words(line) > named && shapes.words(line) >= 4)
                    ? i
                    : best;
        }
        boolean address = Masthead.address(
                tokens.subList(lines.get(top).from(), lines.get(top).to()));
        boolean name = address
                || told
                || (stacked >= 3 && named <= 4)
                || (signed && top + 1 < lines.size() && shapes.hasDate(lines.get(top + 1)));
        if (best == top || !name || shapes.words(lines.get(best)) < 4) {
            return top;
        }
        for (int i = top; i < best; i++) {
            roles[i] = shapes.hasDate(lines.get(i)) ? Role.META : Role.FURNITURE;
        }
        return best;
    }

    /** A day of the week may stand in a headline; a line with a year is none once there is a candidate. */
    private boolean headline(int title, int i) {
        return !shapes.hasYear(lines.get(i))
                && shapes.words(lines.get(i)) >= 3
                && Masthead.over(text, tokens, lines, cues, title, i);
    }

    /** Whether line {@code i} is the site's name, given that {@code next} is the next that could be a headline. */
    private boolean siteName(int i, int next) {
        Line line = lines.get(i);
        boolean brief = line.length() <= 10 && !tokens.get(line.to() - 1).isAny("!?؟…");
        boolean menuBetween = false;
        for (int k = i + 1; k < next; k++) {
            menuBetween |= navigation[k] || roles[k] == Role.FURNITURE;
        }
        boolean dated = shapes.hasDate(line) && line.length() <= 24;
        return (brief || dated) && menuBetween && shapes.words(lines.get(next)) >= 2;
    }

    private void head(int title) {
        for (int i = title + 1; title >= 0 && i < lines.size() && i <= title + 4; i++) {
            Line line = lines.get(i);
            if (roles[i] != null) {
                continue;
            }
            boolean year = shapes.hasYear(line);
            boolean short_ = line.length() <= 16 && (!shapes.stops(line) || year || line.length() <= 8);
            boolean outletOnly = line.length() <= 7
                    && !shapes.stops(line)
                    && i + 1 < lines.size()
                    && !shapes.hasDate(line)
                    && i == title + 1
                    && (lines.get(i + 1).length() > line.length() || dateOnly(i + 1));
            if ((short_
                            && shapes.hasDate(line)
                            && ((line.length() <= 8 && !shapes.stops(line))
                                    || shapes.separated(line)
                                    || shapes.words(line) <= 3))
                    || outletOnly) {
                roles[i] = Role.HEAD;
            } else {
                break;
            }
        }
    }

    private boolean dateOnly(int i) {
        return i < lines.size() && shapes.hasDate(lines.get(i)) && shapes.words(lines.get(i)) <= 1;
    }

    /** Lines between headline and story that are no part of either: names of other things, or captions. */
    private void above(int title) {
        for (int i = 0; i < firstProse; i++) {
            Line line = lines.get(i);
            if (roles[i] != null) {
                continue;
            }
            boolean dated = shapes.hasDate(line) && line.length() <= 24;
            if (i < title) {
                roles[i] = dated ? Role.META : Role.FURNITURE;
            } else if (dated && shapes.words(line) <= 8) {
                roles[i] = Role.HEAD;
            } else if (!shapes.stops(line) && title >= 0) {
                roles[i] = shapes.words(line) >= 4 ? Role.CAPTION : Role.FURNITURE;
            }
        }
    }

    /** Below the story stand credits and furniture. */
    private void foot(int title) {
        for (int i = lines.size() - 1; i > title && i > lastProse; i--) {
            Line line = lines.get(i);
            if (roles[i] == Role.FURNITURE && namesAgency(i, line)) {
                roles[i] = Role.CREDIT;
            } else if (roles[i] == null) {
                boolean story = lastProse < 0 || (shapes.stops(line) && !credits(i, line));
                roles[i] = story ? null : credits(i, line) ? Role.CREDIT : Role.FURNITURE;
            }
        }
    }

    /** "Sputnik · Our Paper · 6+" at the very end of a page: a row of names that begins with an agency. */
    private boolean namesAgency(int i, Line line) {
        boolean row = navigation[i] || (Rows.segments(text, line) >= 2 && i >= lines.size() - 3);
        return row && line.length() <= 14 && cues.agencies(i).stream().anyMatch(h -> h.from() <= line.from() + 1);
    }

    private boolean credits(int i, Line line) {
        boolean lead = cues.leading(i, line.from(), "credit") != null;
        boolean agencies = !cues.agencies(i).isEmpty();
        if (lead && line.length() <= 14 && (agencies || !shapes.stops(line))) {
            return true;
        }
        if (agencies && line.length() <= 12 && (!shapes.stops(line) || cues.has(i, "used"))) {
            return true;
        }
        boolean bracketed =
                tokens.get(line.from()).is('(') && tokens.get(line.to() - 1).is(')');
        return (bracketed && line.length() <= 8) || (!shapes.stops(line) && line.length() <= 9);
    }

    private void rest() {
        boolean body = false;
        for (int i = 0; i < lines.size(); i++) {
            if (roles[i] == null) {
                Line line = lines.get(i);
                boolean dateOnly = line.length() <= 6 && shapes.hasDate(line) && !body;
                roles[i] = dateOnly ? Role.HEAD : Role.BODY;
                body |= roles[i] == Role.BODY;
            } else if (roles[i] == Role.CAPTION && body && i > lines.size() / 2) {
                roles[i] = Role.FURNITURE;
            }
        }
    }

    @Override
    public String toString() {
        return Arrays.toString(roles);
    }
}
