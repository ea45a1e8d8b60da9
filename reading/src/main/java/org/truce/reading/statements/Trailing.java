package org.truce.reading.statements;

import java.util.List;
import java.util.Set;
import org.truce.reading.lexicon.Hit;
import org.truce.reading.page.Page;
import org.truce.reading.text.Lang;
import org.truce.reading.text.Sentence;
import org.truce.reading.text.Token;

/** An attribution at the end of a sentence, "…, the ministry said", and the clause before it. */
final class Trailing {
    /** So many words before an attribution are a clause of their own, whatever comes after it. */
    private static final int LONG_BEFORE = 8;

    private static final Set<String> CONJUNCTIONS =
            Set.of("and", "but", "while", "which", "who", "whereas", "и", "а", "но", "однако", "тогда", "которые");
    static final Set<String> WHEN = Set.of(
            "yesterday",
            "today",
            "late",
            "monday",
            "tuesday",
            "wednesday",
            "thursday",
            "friday",
            "saturday",
            "sunday",
            "в",
            "во",
            "на",
            "по",
            "вчера",
            "сегодня",
            "накануне",
            "журналистам",
            "позже",
            "ранее",
            "утром",
            "вечером",
            "днем",
            "ночью",
            "позднее");

    private static final int LONGEST_NAME = 2;

    private final Page page;
    private final List<Token> tokens;
    private final Sentence s;
    private final List<Hit> verbs;
    private final List<Stretch> stretches;
    private final Subjects subjects;

    Trailing(Page page, Sentence s, List<Hit> verbs, List<Stretch> stretches, Subjects subjects) {
        this.page = page;
        this.tokens = page.tokens();
        this.s = s;
        this.verbs = verbs;
        this.stretches = stretches;
        this.subjects = subjects;
    }

    /** The clause before verb {@code i}; empty when the verb does not close its sentence as an attribution does. */
    int[] clause(Hit verb, int i) {
        if ((i > 0 && !concludes(verb, i))
                || (!verb.section().equals("say") && !verb.section().equals("tell") && !demanded(verb))) {
            return Clause.NONE;
        }
        int from = opening();
        int comma = -1;
        for (int t = verb.from() - 1; t > s.from() + 2; t--) {
            if (comma < 0 && tokens.get(t).isAny(",")) {
                comma = t;
            }
            if (tokens.get(t).isAny(";") && from <= s.from() + 3) {
                from = t + 1;
            }
        }
        boolean inverted = comma == verb.from() - 1
                && subjects.in(verb.to(), Math.min(s.to(), verb.to() + 7)).stream()
                        .anyMatch(one -> page.lang() == Lang.RUSSIAN || one.from() <= verb.to() + 3);
        boolean subject = inverted
                || (comma > from
                        && (!subjects.in(comma, verb.from()).isEmpty()
                                || (page.lang() == Lang.RUSSIAN
                                        && tokens.get(comma + 1).isAny("—–"))));
        subject &= inverted || page.lang() != Lang.RUSSIAN || attributionEnds(verb);
        int begin = from;
        int close = comma;
        boolean quoted = stretches.stream().anyMatch(q -> q.from() < close && q.to() > begin && !name(q));
        boolean another = comma > from
                && !inverted
                && CONJUNCTIONS.contains(tokens.get(comma + 1).form());
        if (!subject || another || quoted || clauseFollows(verb, inverted)) {
            return Clause.NONE;
        }
        return comma - from < 3 ? Clause.NONE : new int[] {from, Clause.trimEnd(tokens, comma, from)};
    }

    /** "…، يقول سائق شاحنة": the clause before an Arabic verb right behind a comma, whose subject stands next to it. */
    int[] arabic(Hit verb, int i) {
        int comma = verb.from() - 1;
        String form = tokens.get(verb.from()).form();
        boolean apart = verb.section().equals("say")
                && comma > s.from() + 2
                && tokens.get(comma).isAny(",،")
                && !form.startsWith("و")
                && !form.startsWith("ف")
                && i == verbs.size() - 1;
        List<Subject> after = subjects.in(verb.to(), Math.min(s.to(), verb.to() + 3));
        if (!apart || after.isEmpty() || after.getFirst().from() > verb.to() + 1) {
            return Clause.NONE;
        }
        int from = s.from();
        for (int t = s.from(); t < comma; t++) {
            from = tokens.get(t).isAny(";؛") ? t + 1 : from;
        }
        int begin = from;
        boolean quoted = stretches.stream().anyMatch(q -> q.to() > begin);
        return quoted || comma - from < 3 ? Clause.NONE : new int[] {from, Clause.trimEnd(tokens, comma, from)};
    }

    /** Whether what stands in quotation marks is a name, such as «Петровское». */
    private boolean name(Stretch q) {
        return q.length() <= LONGEST_NAME
                && Character.isUpperCase(page.text().charAt(tokens.get(q.from()).start()));
    }

    /** "They must go, Kyiv demanded at the talks." */
    private boolean demanded(Hit verb) {
        return page.lang() == Lang.ENGLISH && verb.section().equals("demand") && attributionEnds(verb);
    }

    /** Past "it was reported that" of a sentence that opens with its clause: «О том, что …, рассказал источник». */
    private int opening() {
        boolean about = page.lang() == Lang.RUSSIAN
                && s.to() - s.from() > 6
                && Set.of("о", "об").contains(tokens.get(s.from()).form())
                && tokens.get(s.from() + 1).form().equals("том")
                && tokens.get(s.from() + 3).form().equals("что");
        return about ? s.from() + 4 : s.from();
    }

    /** Whether the last verb of a sentence says who said all of it: ", Dmitry Peskov told reporters." */
    private boolean concludes(Hit verb, int i) {
        boolean last = i == verbs.size() - 1
                && Set.of("asserts", "warns", "claims", "promises").contains(verb.value());
        int mark = verb.from() - 1;
        while (mark > s.from() && !tokens.get(mark).isAny(",;")) {
            mark--;
        }
        if (!last || !tokens.get(mark).isAny(",") || verbs.get(i - 1).from() > mark) {
            return false;
        }
        if (mark == verb.from() - 1) {
            return subjects.in(verb.to(), Math.min(s.to(), verb.to() + 3)).stream()
                    .anyMatch(one -> one.from() <= verb.to() + 1);
        }
        int comma = mark;
        return !CONJUNCTIONS.contains(tokens.get(mark + 1).form())
                && (verb.section().equals("tell") || attributionEnds(verb))
                && subjects.in(mark, verb.from()).stream()
                        .anyMatch(one -> one.from() <= comma + 2 && !one.kind().equals("state"));
    }

    /** Whether after a verb stand at most when, where and to whom it was said. */
    private boolean attributionEnds(Hit verb) {
        if (verb.to() >= s.to() || !tokens.get(verb.to()).word()) {
            return true;
        }
        String next = tokens.get(verb.to()).form();
        return Clause.NOT_A_CLAUSE.contains(next)
                || WHEN.contains(next)
                || next.endsWith("день")
                || next.endsWith("ницу");
    }

    /** Whether more than the attribution follows a verb: words that no mark parts from it and its subject. */
    private boolean clauseFollows(Hit verb, boolean inverted) {
        int to = verb.to();
        if (inverted) {
            List<Subject> after = subjects.in(verb.to(), Math.min(s.to(), verb.to() + 7));
            to = after.isEmpty() ? to : after.getLast().to();
        }
        if (to >= s.to() || tokens.get(to).isAny(",.;:")) {
            return false;
        }
        boolean russian = page.lang() == Lang.RUSSIAN && !inverted;
        int end = to;
        while (end < s.to() && !tokens.get(end).isAny(",;—–") && end - to <= 9) {
            end++;
        }
        boolean aside = end < s.to() && tokens.get(end).isAny(",;—–") && verb.from() - s.from() > LONG_BEFORE;
        return (aside ? end : s.to()) - to > (russian ? 3 : 9);
    }
}
