package org.truce.reading.statements;

import java.util.List;
import java.util.Set;
import org.truce.reading.lexicon.Hit;
import org.truce.reading.page.Page;
import org.truce.reading.text.Lang;
import org.truce.reading.text.Sentence;
import org.truce.reading.text.Token;

/** Where the clause of an indirect statement begins and ends. */
final class Clause {
    /** How many words may stand before an attribution between commas. */
    static final int FEW_BEFORE = 6;

    static final int[] NONE = {};
    private static final Set<String> SAID = Set.of("said", "says", "say", "claimed", "claims", "insisted", "insists");
    private static final Set<String> FINITE = Set.of(
            "is", "are", "was", "were", "has", "have", "had", "will", "would", "can", "could", "may", "might", "must",
            "should", "does", "do", "did", "cannot");
    private static final Set<String> CHARGES =
            Set.of("reports", "claims", "allegations", "accusations", "rumours", "rumors", "charges", "suggestions");
    static final Set<String> NOT_A_CLAUSE = Set.of(
            "in",
            "on",
            "at",
            "to",
            "by",
            "about",
            "of",
            "for",
            "from",
            "with",
            "during",
            "after",
            "within",
            "and",
            "as",
            "when",
            "while",
            "earlier",
            "later",
            "before",
            "s",
            "conflicting",
            "against");

    private static final List<String> POINTING = List.of(
            "شار", "شير", "لفت", "نوه", "نبه", "خلص", "توصل", "لمح", "ذهب", "تطرق", "انته", "استند", "طمان", "طمين");

    private final Page page;
    private final List<Token> tokens;
    private final Sentence s;
    private final List<Hit> verbs;
    private final List<Hit> speech;
    private final List<Stretch> stretches;
    private final Subjects subjects;

    Clause(Page page, Sentence s, List<Hit> verbs, List<Hit> speech, List<Stretch> stretches, Subjects subjects) {
        this.page = page;
        this.tokens = page.tokens();
        this.s = s;
        this.verbs = verbs;
        this.speech = speech;
        this.stretches = stretches;
        this.subjects = subjects;
    }

    /** Tokens {@code [from, to)} of the clause of verb {@code i}; empty when it has none, or a quotation instead. */
    int[] of(int i) {
        Hit verb = verbs.get(i);
        int[] aside = between(verb);
        if (aside.length > 0) {
            return aside;
        }
        int from = begin(verb, i);
        if (from < 0) {
            Trailing trailing = new Trailing(page, s, verbs, stretches, subjects);
            return page.lang().family() == Lang.Family.ARABIC ? trailing.arabic(verb, i) : trailing.clause(verb, i);
        }
        int to = end(from, i);
        boolean opens = from < s.to() && tokens.get(from).isAny("«“\"„");
        if (to - from < 2 || opens || quotesWithin(from, to) || mostlyQuoted(from, to)) {
            return NONE;
        }
        return new int[] {from, to};
    }

    /** "Repairs, the company warned, would take a week": few words before, and what is said after. */
    private int[] between(Hit verb) {
        if (!verb.section().equals("say") && !verb.section().equals("tell")) {
            return NONE;
        }
        int open = verb.from() - 1;
        while (open > s.from() && !tokens.get(open).isAny(",،")) {
            open--;
        }
        int start = open;
        while (start > s.from() && !tokens.get(start - 1).isAny(";؛")) {
            start--;
        }
        int close = verb.to();
        while (close < s.to() && close < verb.to() + 5 && !tokens.get(close).isAny(",،")) {
            close++;
        }
        boolean enclosed = open > s.from()
                && close < s.to()
                && tokens.get(close).isAny(",،")
                && open - start < FEW_BEFORE
                && close - open <= 9;
        boolean ends = close == verb.to() || open == verb.from() - 1;
        int next = close + 1;
        if (speech.stream().anyMatch(h -> h.section().equals("that") && h.from() == next)) {
            return NONE;
        }
        boolean attribution = enclosed
                && (ownSubject(verb, open, close)
                        || (ends && subjects.in(start, open).isEmpty()));
        int to = trimEnd(tokens, s.to(), s.from());
        return attribution && to - close > 2 && !anyQuote(s.from(), to) ? new int[] {close + 1, to} : NONE;
    }

    /** Whether all that stands between two commas is who speaks, the verb, and little more. */
    private boolean ownSubject(Hit verb, int open, int close) {
        for (Subject one : subjects.in(open + 1, close)) {
            boolean before = one.from() <= open + 2 && one.to() >= verb.from() - 1 && one.to() <= verb.from();
            boolean after = verb.from() == open + 1 && one.from() <= verb.to() + 1;
            if ((before || after) && !tokens.get(open + 1).isAny("«“\"„")) {
                return true;
            }
        }
        return false;
    }

    private boolean anyQuote(int from, int to) {
        return stretches.stream().anyMatch(q -> q.from() < to && q.to() > from);
    }

    private boolean quotesWithin(int from, int to) {
        return stretches.stream().anyMatch(q -> q.from() >= from && q.from() < to && q.length() > 3);
    }

    /** Whether what is quoted is more than half of a clause, which then says nothing of its own. */
    private boolean mostlyQuoted(int from, int to) {
        int quoted = 0;
        for (Stretch q : stretches) {
            quoted += q.from() >= from && q.from() < to ? q.length() + 2 : 0;
        }
        return quoted * 5 >= (to - from) * 3;
    }

    private int begin(Hit verb, int i) {
        return switch (verb.section()) {
            case "accuse" -> page.lang() == Lang.ARABIC ? object(verb) : pastParenthesis(verb.to());
            case "urge" -> objectClause(verb);
            case "demand" -> page.lang() == Lang.ARABIC ? afterSubject(verb) : demanded(verb) ? -1 : verb.to();
            case "deny" -> denied(verb, i);
            default -> afterThat(verb, i);
        };
    }

    /** "They must go, Kyiv demanded at the talks": what is demanded stands before. */
    private boolean demanded(Hit verb) {
        boolean ends = verb.to() >= s.to()
                || !tokens.get(verb.to()).word()
                || NOT_A_CLAUSE.contains(tokens.get(verb.to()).form());
        int comma = verb.from() - 1;
        while (comma > s.from() + 3
                && comma > verb.from() - 7
                && !tokens.get(comma).isAny(",")) {
            comma--;
        }
        return page.lang() == Lang.ENGLISH && ends && tokens.get(comma).isAny(",");
    }

    /** Past ", for its part," where that follows the verb. */
    private int pastParenthesis(int at) {
        if (at < s.to() && tokens.get(at).isAny(",")) {
            for (int t = at + 1; t < Math.min(s.to(), at + 6); t++) {
                if (tokens.get(t).isAny(",")) {
                    return t + 1;
                }
            }
        }
        return at;
    }

    private int denied(Hit verb, int i) {
        int that = that(verb, i);
        if (that > verb.to() && CHARGES.contains(tokens.get(that - 1).form())) {
            return verb.to();
        }
        if (that >= 0) {
            return page.lang() == Lang.ARABIC ? that : that + 1;
        }
        return page.lang() == Lang.ARABIC ? afterSubject(verb) : verb.to() < s.to() ? verb.to() : -1;
    }

    private int that(Hit verb, int i) {
        int stop = i + 1 < verbs.size() ? verbs.get(i + 1).from() : s.to();
        for (Hit hit : speech) {
            boolean here = hit.section().equals("that")
                    && hit.from() >= verb.to()
                    && hit.from() < stop
                    && (conjunction(hit) || pointing(verb, hit));
            if (here && hit.from() <= verb.to() + 16 && !clauseBetween(verb.to(), hit.from())) {
                return hit.from();
            }
        }
        return -1;
    }

    /** Whether "that" introduces a clause: not so within a quotation, or in "so that", «потому что». */
    private boolean conjunction(Hit that) {
        return stretches.stream().noneMatch(q -> q.holds(that.from()))
                && speech.stream()
                        .noneMatch(
                                h -> h.section().equals("not-that") && h.from() <= that.from() && h.to() >= that.to());
    }

    /** "أشار الوزير إلى أن": with verbs of pointing "إلى أن" is no "until". */
    private boolean pointing(Hit verb, Hit that) {
        String form = tokens.get(verb.from()).form();
        return page.lang().family() == Lang.Family.ARABIC
                && that.from() > verb.from()
                && tokens.get(that.from() - 1).form().equals("الي")
                && POINTING.stream().anyMatch(form::contains);
    }

    private boolean clauseBetween(int from, int to) {
        for (int t = from; t < to; t++) {
            if (tokens.get(t).isAny(";:؛.")) {
                return true;
            }
        }
        return false;
    }

    private int afterThat(Hit verb, int i) {
        int that = that(verb, i);
        if (that >= 0) {
            boolean second = that > verb.to()
                    && List.of("and", "but").contains(tokens.get(that - 1).form());
            boolean inner = page.lang() == Lang.ENGLISH
                    && that > verb.to() + 2
                    && !Trailing.WHEN.contains(tokens.get(verb.to()).form())
                    && finiteBetween(verb.to(), that);
            if (page.lang() == Lang.ENGLISH && (second || inner) && zeroThat(verb)) {
                return verb.to();
            }
            if (page.lang() == Lang.ENGLISH
                    && that > verb.to()
                    && !verb.section().equals("tell")
                    && that - verb.to() > 7) {
                return -1;
            }
            return page.lang() == Lang.ARABIC ? that : that + 1;
        }
        if (page.lang() == Lang.ENGLISH
                && (verb.section().equals("say") || verb.section().equals("participle"))
                && zeroThat(verb)) {
            return verb.to();
        }
        int promised = promise(verb);
        if (promised >= 0) {
            return promised;
        }
        boolean colon = verb.to() < s.to() && tokens.get(verb.to()).is(':');
        return colon ? verb.to() + 1 : -1;
    }

    /** Where the infinitive or object of a promise or threat begins; -1 if none does. */
    private int promise(Hit verb) {
        boolean promises = verb.value().equals("promises");
        int next = verb.to();
        if ((!promises && !verb.value().equals("warns")) || next + 1 >= s.to()) {
            return -1;
        }
        return switch (page.lang().family()) {
            case ENGLISH -> tokens.get(next).form().equals("to") ? next : -1;
            case RUSSIAN -> {
                int from = afterSubject(verb);
                boolean named =
                        from > verb.to() || !subjects.in(s.from(), verb.from()).isEmpty();
                boolean binds = tokens.get(verb.from()).form().startsWith("обяз");
                yield named && !binds && infinitive(from, from + 5) >= 0 ? from : -1;
            }
            case ARABIC -> {
                List<Subject> after = subjects.in(next, Math.min(s.to(), next + 5));
                int from = after.isEmpty() ? next : after.getLast().to();
                yield promises && from < s.to() && tokens.get(from).form().startsWith("ب") ? from : -1;
            }
        };
    }

    /** The first Russian infinitive among tokens before a mark; -1 if none. */
    private int infinitive(int from, int to) {
        for (int t = from; t < Math.min(s.to(), to) && tokens.get(t).word(); t++) {
            String form = tokens.get(t).form();
            boolean ends = form.endsWith("ть") || form.endsWith("ти") || form.endsWith("чь") || form.endsWith("ться");
            if (form.length() > 3 && ends && !form.endsWith("ости") && !form.endsWith("сть")) {
                return t;
            }
        }
        return -1;
    }

    /** Whether an English clause follows without its conjunction. */
    boolean zeroThat(Hit verb) {
        boolean joined = verb.from() > s.from()
                && List.of("and", "but").contains(tokens.get(verb.from() - 1).form());
        boolean afterQuote =
                !joined && stretches.stream().anyMatch(q -> q.to() <= verb.from() && verb.from() - q.to() <= 2);
        if (afterQuote || verb.to() >= s.to() - 2 || inverted(verb)) {
            return false;
        }
        Token next = tokens.get(verb.to());
        if ((!next.word() && !next.number()) || NOT_A_CLAUSE.contains(next.form())) {
            return false;
        }
        return SAID.contains(tokens.get(verb.from()).form()) || (!next.form().endsWith("ly") && finite(verb.to()));
    }

    /** "…, said Daria Morozova in Luhansk": what follows the verb is who speaks. */
    private boolean inverted(Hit verb) {
        if (verb.from() - 4 <= s.from() || !tokens.get(verb.from() - 1).isAny(",")) {
            return false;
        }
        for (Subject one : subjects.in(verb.to(), Math.min(s.to(), verb.to() + 7))) {
            boolean ends = one.to() >= s.to()
                    || !tokens.get(one.to()).word()
                    || NOT_A_CLAUSE.contains(tokens.get(one.to()).form())
                    || Trailing.WHEN.contains(tokens.get(one.to()).form());
            if (one.from() <= verb.to() + 1 && !one.kind().equals("state") && ends) {
                return true;
            }
        }
        return false;
    }

    /** "Said it is Yerevan that …": whether the clause has begun, with a verb of its own, before the conjunction. */
    private boolean finiteBetween(int from, int to) {
        for (int t = from + 1; t < to; t++) {
            if (FINITE.contains(tokens.get(t).form())) {
                return true;
            }
        }
        return false;
    }

    /** Whether a finite verb follows within the same stretch between marks. */
    private boolean finite(int from) {
        for (int t = from + 1; t < Math.min(s.to(), from + 12); t++) {
            if (!tokens.get(t).word() && !tokens.get(t).number()) {
                return false;
            }
            if (tokens.get(t).form().equals("but")) {
                return false;
            }
            if (FINITE.contains(tokens.get(t).form())) {
                return true;
            }
        }
        return false;
    }

    private int object(Hit verb) {
        List<Subject> after = subjects.in(verb.to(), Math.min(s.to(), verb.to() + 8));
        if (after.isEmpty()) {
            return verb.to();
        }
        Subject first = after.getFirst();
        boolean titled = after.size() > 1
                && !first.kind().equals("person")
                && after.get(1).kind().equals("person")
                && after.get(1).from() - first.to() <= 1;
        Subject last = titled ? after.get(1) : first;
        int next = titled ? 2 : 1;
        boolean subjectFirst = after.size() > next && !first.kind().equals("state");
        if (subjectFirst) {
            return after.get(next).from();
        }
        return last.kind().equals("person") ? last.to() : first.from();
    }

    private int objectClause(Hit verb) {
        String to = switch (page.lang().family()) {
            case ENGLISH -> "to";
            case ARABIC -> "الي";
            case RUSSIAN -> "";
        };
        if (to.isEmpty()) {
            List<Subject> after = subjects.in(verb.to(), Math.min(s.to(), verb.to() + 5));
            int from = after.isEmpty() ? verb.to() : after.getFirst().to();
            int infinitive = infinitive(from, from + 6);
            return infinitive >= 0 ? infinitive : from;
        }
        int reach = page.lang().family() == Lang.Family.ARABIC ? 20 : 9;
        for (int t = verb.to(); t < Math.min(s.to(), verb.to() + reach); t++) {
            if (tokens.get(t).form().equals(to)) {
                return t;
            }
        }
        return page.lang() == Lang.ARABIC ? that(verb, verbs.indexOf(verb)) : -1;
    }

    private int afterSubject(Hit verb) {
        List<Subject> after = subjects.in(verb.to(), Math.min(s.to(), verb.to() + 4));
        boolean adjoining = !after.isEmpty()
                && after.getFirst().from() <= verb.to() + 1
                && !tokens.get(after.getFirst().from()).form().startsWith("ب");
        return adjoining ? after.getFirst().to() : verb.to();
    }

    private int end(int from, int i) {
        int end = s.to();
        for (int j = i + 1; j < verbs.size(); j++) {
            if (verbs.get(j).from() > from) {
                end = before(verbs.get(j), from);
                break;
            }
        }
        for (int t = from; t < end; t++) {
            if (tokens.get(t).isAny(";؛")
                    || stops(t, from)
                    || comment(t, from)
                    || quoteAfterColon(t)
                    || mainVerbAgain(t, from)) {
                end = t;
            }
        }
        return trimEnd(tokens, end, from);
    }

    /** "… — a charge Yerevan denies": a single dash with an article parts off what others say to it. */
    private boolean comment(int t, int from) {
        boolean dash = page.lang() == Lang.ENGLISH
                && t > from + 2
                && t + 1 < s.to()
                && tokens.get(t).isAny("—–")
                && List.of("a", "an", "something").contains(tokens.get(t + 1).form());
        for (int i = from; dash && i < s.to(); i++) {
            dash = i == t || !tokens.get(i).isAny("—–");
        }
        return dash;
    }

    private boolean quoteAfterColon(int t) {
        return tokens.get(t).is(':') && t + 1 < s.to() && tokens.get(t + 1).isAny("«“\"„‘");
    }

    /** ", and renewed its call": after a comma the main clause goes on with a verb of its own. */
    private boolean mainVerbAgain(int t, int from) {
        if (t <= from + 2 || !tokens.get(t - 1).isAny(",") || t + 2 >= s.to()) {
            return false;
        }
        String form = tokens.get(t).form();
        String next = tokens.get(t + 1).form();
        return switch (page.lang().family()) {
            case ENGLISH -> form.equals("and") && next.length() > 4 && next.endsWith("ed");
            case RUSSIAN ->
                form.equals("и")
                        && (Grammar.past(next) || Grammar.past(tokens.get(t + 2).form()));
            case ARABIC -> false;
        };
    }

    /** Whether another clause begins at a token: after a comma, or by a word such as "while". */
    private boolean stops(int t, int from) {
        boolean comma = t > from + 2 && (tokens.get(t - 1).isAny(",،;") || page.lang() == Lang.ARABIC);
        int at = t;
        return comma && speech.stream().anyMatch(h -> h.section().equals("stop") && h.from() == at);
    }

    /** The end of a clause before the next verb of speech: at the comma or conjunction that leads to that verb. */
    private int before(Hit next, int from) {
        int t = next.from();
        if (page.lang() == Lang.ARABIC
                && (tokens.get(t).form().startsWith("و") || next.section().equals("participle"))) {
            return t;
        }
        int reach = page.lang() == Lang.ARABIC ? 12 : 7;
        for (int back = t - 1; back > Math.max(from, t - reach); back--) {
            if (tokens.get(back).isAny(",،;:")
                    || tokens.get(back).form().equals("and")
                    || tokens.get(back).form().equals("и")) {
                return back;
            }
        }
        return s.to();
    }

    static int trimEnd(List<Token> tokens, int to, int from) {
        int end = to;
        while (end > from && tokens.get(end - 1).isAny(".,،;:؛!?؟…—–-")) {
            end--;
        }
        return end;
    }
}
