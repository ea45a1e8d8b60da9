package org.truce.reading.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import org.truce.reading.lexicon.Hit;
import org.truce.reading.text.Line;
import org.truce.reading.text.Token;

/**
 * The outlet whose page it is. Candidates are the names in the copyright line, the imprint, the head between headline
 * and story, the site's header and the line among the credits; each weighs what its place is worth, and gains when the
 * other places name it too.
 */
final class Outlet {
    private static final int LONGEST = 9;
    private static final int MOST_LINES = 60;

    /** A longer line tells nothing of the outlet; the work on one grows with the square of its length. */
    private static final int LONGEST_LINE = 300;

    private static final String DIVIDERS = "|,،:•·/©()›>►◄‹→←▸▪■●#*☰♥❤+";

    private static final Set<String> CUES =
            Set.of("rights", "legal", "contacts", "reprint", "imprint", "menu", "tools", "here", "language");

    private static final Set<String> WEAK =
            Set.of("menu", "tools", "here", "language", "related", "viewed", "slogan", "department", "paper");

    private static final Set<String> LEGAL = Set.of("rights", "legal", "contacts", "reprint", "imprint");

    /** A name and what gave it; both empty if there is none. */
    record Name(String name, String rule) {}

    private record Candidate(int from, int to, double weight, String rule, int line) {}

    private final String text;
    private final List<Token> tokens;
    private final List<Line> lines;
    private final List<Role> roles;
    private final Cues cues;
    private final IntPredicate dated;
    private final int title;
    private final List<Candidate> candidates = new ArrayList<>();
    private final Anchors anchors;
    private final HeadName heads;
    private final NameForm forms;

    /** Whether the way from the home page, which names sections, has begun. */
    private boolean home;

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
        this.anchors = new Anchors(text, tokens, cues, dated);
        this.heads = new HeadName(text, tokens, cues, dated);
        this.forms = new NameForm(text, tokens);
    }

    Name name() {
        int lastBody = roles.lastIndexOf(Role.BODY);
        for (int i = 0; i < lines.size(); i = next(i)) {
            gather(i, lines.get(i), lastBody);
        }
        Candidate best = null;
        double most = 0;
        for (Candidate c : candidates) {
            double words = c.rule().equals("header") ? Math.min(c.to() - c.from(), 5) * .1 : 0;
            double score = worth(c, c.weight() + words + support(c));
            if (score > most) {
                best = c;
                most = score;
            }
        }
        if (best == null) {
            return new Name("", "");
        }
        Candidate shorter = shorter(best);
        return new Name(forms.mixed(shorter.from(), shorter.to(), lines, roles), "publisher." + best.rule());
    }

    /**
     * The name alone, where another line has it: "Hill Post" for "Hill Post, Tbilisi", and «Линия мира» at the beginning
     * of a line for a «Линии мира» in another case.
     */
    private Candidate shorter(Candidate best) {
        for (Candidate c : candidates) {
            int length = c.to() - c.from();
            boolean comma = c.line() != best.line()
                    && best.from() + length < best.to()
                    && tokens.get(best.from() + length).isAny(",،(");
            for (int k = 0; comma && k < length; k++) {
                comma = tokens.get(c.from() + k)
                        .form()
                        .equals(tokens.get(best.from() + k).form());
            }
            if (comma) {
                return c;
            }
        }
        boolean declined = best.rule().startsWith("own") || best.rule().startsWith("follow");
        for (int i = 0; declined && i < lines.size(); i = next(i)) {
            int from = lines.get(i).from();
            from += tokens.get(from).isAny("«“„\"©") ? 1 : 0;
            int length = best.to() - best.from();
            boolean same = i != best.line() && from + length <= lines.get(i).to();
            for (int k = 0; same && k < length; k++) {
                Token word = tokens.get(best.from() + k);
                same = word.word()
                        ? same(from + k, best.from() + k)
                        : word.form().equals(tokens.get(from + k).form());
            }
            if (same && !(forms.capitals(from, from + length) && !forms.capitals(best.from(), best.to()))) {
                return new Candidate(from, from + length, best.weight(), best.rule(), i);
            }
        }
        return best;
    }

    /** A name that is an agency's, a menu's or a long clause is taken only where nothing else is. */
    private double worth(Candidate c, double score) {
        int covered = 0;
        int words = 0;
        for (int t = c.from(); t < c.to(); t++) {
            int at = t;
            boolean word = tokens.get(t).word();
            words += word ? 1 : 0;
            covered += word
                            && cues.of(c.line()).stream()
                                    .anyMatch(h -> WEAK.contains(h.section()) && h.from() <= at && at < h.to())
                    ? 1
                    : 0;
        }
        boolean agency = cues.agencies(c.line()).stream().anyMatch(h -> h.from() <= c.from() && h.to() >= c.to());
        boolean kindAlone = words == 1
                && cues.of(c.line()).stream()
                        .anyMatch(h -> h.section().equals("outlet") && h.from() == c.from() && h.to() == c.to());
        if (covered == words || kindAlone) {
            return score * .1;
        }
        boolean outlet = cues.of(c.line()).stream()
                .anyMatch(h -> h.section().equals("outlet")
                        && h.from() >= c.from()
                        && h.to() <= c.to()
                        && h.length() < c.to() - c.from());
        return (agency ? score * .5 : score) + (outlet ? .5 : 0);
    }

    /** The next line that may tell: of a long text only the first and the last lines do, so that the work is bounded. */
    private int next(int i) {
        return i + 1 == MOST_LINES ? Math.max(i + 1, lines.size() - MOST_LINES) : i + 1;
    }

    private void gather(int i, Line line, int lastBody) {
        if (line.length() > LONGEST_LINE) {
            return;
        }
        Role role = roles.get(i);
        boolean department = Letterhead.department(lines, cues, i);
        if ((i < title || title < 0) && !department && Letterhead.body(text, tokens, lines, cues, dated, i)) {
            add(Letterhead.from(line, cues, i), Letterhead.to(tokens, line), 2.8, "letterhead", i);
            return;
        }
        List<Anchors.Found> found = anchors.of(i, line, role);
        for (Anchors.Found name : found) {
            add(name.from(), name.to(), name.weight(), name.rule(), i);
        }
        boolean told = role != Role.TITLE && role != Role.BODY && !found.isEmpty();
        boolean tags = role == Role.FURNITURE && cues.leading(i, line.from(), "tags") != null;
        boolean paper = role != Role.BODY && (tags || department || Letterhead.paper(lines, cues, i));
        if (told || paper || (cues.leading(i, line.from(), "staff") != null && i > lastBody)) {
            return;
        }
        int dash = Masthead.prefix(tokens, line);
        if (role != Role.BODY && dash > line.from() && Masthead.address(tokens.subList(line.from(), dash))) {
            add(line.from(), dash, 2, "domain", i);
            return;
        }
        if (role != Role.BODY && role != Role.TITLE && Masthead.address(tokens.subList(line.from(), line.to()))) {
            add(line.from(), line.to(), 1.8, "domain", i);
        } else if (role == Role.HEAD || (role == Role.META && named(i, line))) {
            Anchors.Found name = heads.of(i, line);
            boolean byline =
                    cues.agencies(i).stream().anyMatch(h -> Credits.alone(tokens, line, h) && h.from() > line.from());
            if (name != null) {
                add(name.from(), name.to(), byline ? name.weight() * .4 : name.weight(), name.rule(), i);
            }
        } else if ((role == Role.FURNITURE || (role == Role.META && row(line)))
                && i < title
                && cues.leading(i, line.from(), "photo") == null) {
            boolean first = candidates.isEmpty() && !home;
            home |= cues.leading(i, line.from(), "here") != null;
            segments(i, line, first && (!row(line) || role == Role.META) ? 2 : .5, "header");
        } else if (role == Role.FURNITURE && i > lastBody) {
            below(i, line);
        } else if (role == Role.CREDIT && i > lastBody) {
            boolean bare = cues.agencies(i).isEmpty() && cues.leading(i, line.from(), "credit") == null;
            boolean beforeFurniture =
                    i + 1 >= lines.size() || roles.get(i + 1) != Role.FURNITURE || (bare && i == lastBody + 1);
            if (bare && !tokens.get(line.from()).is('(') && beforeFurniture) {
                segments(i, line, 1, "credits");
            }
        }
    }

    private void below(int i, Line line) {
        boolean signed = cues.copyright(text, tokens, line);
        boolean copyright = signed || cues.rights(i, tokens);
        boolean notice = cues.has(i, "reprint") || cues.has(i, "imprint");
        if (copyright || notice) {
            segments(
                    i,
                    line,
                    weight(copyright, signed || hasYear(line), i >= lines.size() - 2 && !cues.has(i, "contacts")),
                    copyright ? "copyright" : "imprint");
        } else if ((hasYear(line) || cues.has(i, "department")) && i >= lines.size() - 2) {
            segments(i, line, 1.5, "imprint");
        }
    }

    /** Whether a line is a row of several names, as a menu is. */
    private boolean row(Line line) {
        int marks = 0;
        for (int t = line.from() + 1; t < line.to(); t++) {
            boolean gap = tokens.get(t).start() - tokens.get(t - 1).end() >= 3;
            marks += gap || (tokens.get(t).isAny("|/·•›‹>→▸") && spaced(t)) ? 1 : 0;
        }
        return marks >= 2;
    }

    private boolean legal(int i) {
        return cues.of(i).stream().anyMatch(h -> LEGAL.contains(h.section()));
    }

    private static double weight(boolean copyright, boolean signed, boolean last) {
        return copyright ? signed ? 3 : last ? 1.2 : .5 : 2.5;
    }

    private boolean hasYear(Line line) {
        for (int t = line.from(); t < line.to(); t++) {
            String form = tokens.get(t).form();
            if (tokens.get(t).number() && form.length() == 4 && (form.startsWith("19") || form.startsWith("20"))) {
                return true;
            }
        }
        return false;
    }

    /** Adds the stretches of a line between dividers and years; the first weighs most. */
    private void segments(int i, Line line, double weight, String rule) {
        int[] cue = new int[line.length()];
        for (Hit hit : cues.of(i)) {
            for (int t = hit.from();
                    CUES.contains(hit.section()) && !outlet(i, hit) && t < hit.to() && t < line.to();
                    t++) {
                cue[t - line.from()] = Math.max(cue[t - line.from()], LEGAL.contains(hit.section()) ? 2 : 1);
            }
        }
        double w = weight;
        int start = -1;
        for (int t = line.from(); t <= line.to(); t++) {
            boolean gap = t > line.from()
                    && t < line.to()
                    && start >= 0
                    && tokens.get(t).start() - tokens.get(t - 1).end() >= 3;
            boolean stop = t == line.to() || gap || divides(t, start);
            if (stop && start >= 0) {
                w = segment(i, line, start, t, w, rule, cue);
                start = -1;
            }
            if (start < 0 && t < line.to() && !divides(t, -1)) {
                start = t;
            }
        }
    }

    /** "Post" and "mail" are a tool in a menu and the name of an outlet elsewhere. */
    private boolean outlet(int i, Hit hit) {
        return (hit.section().equals("tools") || hit.section().equals("menu"))
                && hit.length() == 1
                && cues.of(i).stream().anyMatch(h -> h.section().equals("outlet") && h.from() == hit.from());
    }

    /** Adds a stretch without the cues at its ends, unless most of it is cues; gives the weight of the next. */
    private double segment(int i, Line line, int from, int to, double weight, String rule, int[] cue) {
        int a = from;
        int b = to;
        int covered = 0;
        for (int t = from; t < to; t++) {
            covered += cue[t - line.from()] > 0 ? 1 : 0;
        }
        while (a < b
                && (cue[a - line.from()] == 2
                        || (a > line.from()
                                && cue[a - 1 - line.from()] == 2
                                && kind(a)
                                && tokens.get(a).form().startsWith("ل")))) {
            a++;
        }
        while (b > a && cue[b - 1 - line.from()] == 2) {
            b--;
        }
        boolean names = 2 * covered < to - from || (a > from && b > a && cue[a - line.from()] == 0);
        return names && b - a <= LONGEST && add(a, b, weight, rule, i) ? weight / 2 : weight;
    }

    /** Whether a quotation mark between two tokens is still open. */
    private boolean quoted(int from, int to) {
        int open = 0;
        for (int t = from; t < to; t++) {
            Token token = tokens.get(t);
            open = token.is('"') ? 1 - open : token.isAny("«“„") ? 1 : token.isAny("»”") ? 0 : open;
        }
        return open > 0;
    }

    private boolean divides(int t, int start) {
        Token token = tokens.get(t);
        if (token.isAny("—–-")) {
            return start < 0 || (spaced(t) && !quoted(start, t));
        }
        if (token.is('.')) {
            boolean domain = t + 1 < tokens.size() && tokens.get(t + 1).start() == token.end() && start >= 0;
            return !domain;
        }
        if (token.word() && token.form().equals("is")) {
            return true;
        }
        if (token.number()) {
            return start < 0 || token.form().length() == 4;
        }
        return token.isAny(DIVIDERS) || (token.is('»') && (start < 0 || spaced(t)));
    }

    private boolean spaced(int t) {
        return t > 0 && tokens.get(t).start() > tokens.get(t - 1).end();
    }

    /** Whether a line of data may begin with the name: above the headline, or right below it with none of its cues. */
    private boolean named(int i, Line line) {
        if (i < title) {
            return !row(line);
        }
        return i == title + 1
                && tokens.get(line.from()).word()
                && !dated.test(line.from())
                && cues.of(i).stream()
                        .noneMatch(h -> h.from() == line.from() && !h.section().equals("outlet"));
    }

    private boolean add(int from, int to, double weight, String rule, int line) {
        int a = from;
        int b = to;
        while (a < b && tokens.get(a).isAny("|—–-,،.:•·/©☰*")) {
            a++;
        }
        while (b > a && tokens.get(b - 1).isAny("|—–-,،.:•·/©*")) {
            b--;
        }
        boolean words = false;
        for (int t = a; t < b; t++) {
            words |= tokens.get(t).word() && tokens.get(t).form().length() > 1 && !dated.test(t) && !viewed(line, t);
        }
        if (words) {
            candidates.add(new Candidate(a, b, weight, rule, line));
        }
        return words;
    }

    private boolean viewed(int line, int t) {
        return cues.of(line).stream().anyMatch(h -> h.section().equals("viewed") && h.from() <= t && t < h.to());
    }

    /** How often other lines that are no story name the candidate. */
    private double support(Candidate c) {
        if (roles.get(c.line()) == Role.BODY) {
            return 0;
        }
        List<Integer> core = core(c);
        double out = 0;
        for (int i = 0; i < lines.size() && !core.isEmpty(); i = next(i)) {
            Role role = roles.get(i);
            boolean menus = c.line() < title
                    && (i < title || (role == Role.FURNITURE && !cues.of(i).isEmpty() && !legal(i)));
            boolean elsewhere = i != c.line() && role != Role.BODY && role != Role.TITLE && !menus;
            boolean own = role == Role.BODY && i != c.line() && owned(i);
            out += (elsewhere || own) && contains(lines.get(i), core) ? own ? 1.5 : 1 : 0;
        }
        return out;
    }

    /** Whether the story speaks there of its own correspondents; a name in another case supports, and is not chosen. */
    private boolean owned(int line) {
        return candidates.stream().anyMatch(c -> c.line() == line);
    }

    private List<Integer> core(Candidate c) {
        List<Integer> out = new ArrayList<>();
        for (int t = c.from(); t < c.to(); t++) {
            if (tokens.get(t).word() && !kind(t)) {
                out.add(t);
            }
        }
        return out;
    }

    private boolean kind(int t) {
        return NameForm.kind(tokens.get(t));
    }

    private boolean contains(Line line, List<Integer> core) {
        for (int at = line.from(); at < line.to(); at++) {
            int t = at;
            int k = 0;
            while (t < line.to() && k < core.size()) {
                if (tokens.get(t).word() && !same(t, core.get(k))) {
                    break;
                }
                k += tokens.get(t).word() ? 1 : 0;
                t++;
            }
            if (k == core.size()) {
                return true;
            }
        }
        return false;
    }

    /** The same word, a Russian one possibly in another case. */
    private boolean same(int a, int b) {
        String x = tokens.get(a).form();
        String y = tokens.get(b).form();
        if (x.equals(y)
                || tokens.get(a).readings().stream().anyMatch(f -> f.text().equals(y))) {
            return true;
        }
        int stem = Math.min(x.length(), y.length()) - 2;
        return stem >= 3 && x.charAt(0) >= 0x0400 && x.charAt(0) < 0x0530 && x.regionMatches(0, y, 0, stem);
    }
}
