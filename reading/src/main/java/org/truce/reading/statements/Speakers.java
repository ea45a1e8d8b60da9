package org.truce.reading.statements;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.truce.reading.lexicon.Hit;
import org.truce.reading.page.Page;
import org.truce.reading.text.Lang;
import org.truce.reading.text.Sentence;
import org.truce.reading.text.Token;

/**
 * Who speaks in one sentence: the subject of a verb in the order of its language, past relative clauses, appositions
 * and objects of prepositions; else whoever spoke before.
 */
final class Speakers {
    private static final int NEAR = 9;
    private static final Set<String> AND = Set.of("and", "и");
    private static final Set<String> OTHER_SUBJECT =
            Set.of("but", "while", "whereas", "and", "а", "но", "тогда", "однако");
    private static final Set<String> PRONOUNS = Set.of("he", "it", "they");
    private static final Set<String> RELATIVE = Set.of("who", "which", "whose", "whom", "where", "when", "that");
    private static final Set<String> OBLIQUE_RU =
            Set.of("с", "со", "о", "об", "против", "к", "ко", "для", "от", "из", "у", "при", "до", "без", "через");
    private static final Set<String> OBLIQUE_AR = Set.of("مع", "الي", "عن", "ضد", "علي", "تجاه", "لدي", "عبر");

    private final Page page;
    private final List<Token> tokens;
    private final Sentence s;
    private final List<Stretch> stretches;
    private final List<Hit> verbs;
    private final List<Hit> speech;
    private final Subjects subjects;
    private @Nullable Subject speaker;

    Speakers(Page page, Sentence s, List<Stretch> stretches, List<Hit> verbs, List<Hit> speech, Subjects subjects) {
        this.page = page;
        this.tokens = page.tokens();
        this.s = s;
        this.stretches = stretches;
        this.verbs = verbs;
        this.speech = speech;
        this.subjects = subjects;
    }

    /** Remembers who spoke, for the rest of the sentence and of the text. */
    void spoke(Subject who, @Nullable Hit verb) {
        speaker = who;
        boolean background = verb != null
                && verb.from() > s.from()
                && (tokens.get(verb.from() - 1).form().equals("had")
                        || (tokens.get(verb.from() - 1).form().equals("قد")
                                && page.lang() == Lang.ARABIC
                                && Grammar.wasBefore(tokens, Math.max(s.from(), verb.from() - NEAR), verb.from())));
        if (!background) {
            subjects.spoke(who);
        }
    }

    /** Where the clause of a verb begins: after the last semicolon before it. */
    private int start(Hit verb) {
        for (int i = verb.from() - 1; i > s.from(); i--) {
            if (tokens.get(i).isAny(";؛")) {
                return i + 1;
            }
        }
        return s.from();
    }

    /** Who speaks through a verb; null when nobody can be named. */
    @Nullable
    Subject of(Hit verb, boolean afterQuote) {
        if (speaker != null && coordinated(verb)) {
            return speaker;
        }
        boolean takesObject = verb.section().equals("urge")
                || verb.section().equals("demand")
                || verb.section().equals("accuse");
        if (page.lang() == Lang.ARABIC && takesObject) {
            return arabicObjectVerb(verb);
        }
        Subject found = switch (page.lang().family()) {
            case ARABIC -> {
                Subject own = after(verb.to(), limit(verb));
                Subject other = own == null ? contrasted(verb) : null;
                yield other != null ? other : firstOf(own, shared(verb), before(verb));
            }
            case RUSSIAN ->
                afterQuote || parenthetic(verb)
                        ? firstOf(after(verb.to(), Math.min(s.to(), verb.to() + 14)), before(verb), null)
                        : firstOf(before(verb), after(verb.to(), limit(verb)), shared(verb));
            case ENGLISH -> firstOf(inverted(verb), before(verb), shared(verb));
        };
        if (found != null) {
            return found;
        }
        return speaker != null ? speaker : subjects.lastSpeaker();
    }

    /** «…, сказал министр, …»: the verb stands right behind a comma, and its subject right behind the verb. */
    private boolean parenthetic(Hit verb) {
        return verb.from() > s.from()
                && tokens.get(verb.from() - 1).isAny(",")
                && subjects.in(verb.to(), Math.min(s.to(), verb.to() + 9)).stream()
                        .anyMatch(one ->
                                one.from() <= verb.to() + 1 && !one.kind().equals("state") && !addressee(one));
    }

    /** Who speaks in a sentence whose quotation no verb of speech introduces: its subject, else the last speaker. */
    @Nullable
    Subject ofColon(Stretch q) {
        Subject best = head(s.from(), q.from(), false);
        best = best != null || speaker != null ? best : topic();
        return best != null ? best : speaker != null ? speaker : subjects.lastSpeaker();
    }

    /** Whom a sentence is about: its first subject that no preposition governs, else the first person; null if none. */
    @Nullable
    Subject topic() {
        Subject governed = null;
        if (Grammar.pronounObject(tokens, s, page.lang().family())) {
            return null;
        }
        for (Subject one : subjects.in(s.from(), s.to())) {
            boolean nobody = quoted(one)
                    || one.kind().equals("document")
                    || one.kind().equals("official")
                    || (one.kind().equals("state") && !one.name().startsWith("Government"));
            Subject who = nobody ? null : subjects.settle(personBeside(one, s.to()));
            if (who == null) {
                continue;
            }
            if (!oblique(one)) {
                return who;
            }
            governed = governed == null && who.kind().equals("person") ? who : governed;
        }
        return governed;
    }

    private boolean oblique(Subject one) {
        String before = one.from() > s.from() ? tokens.get(one.from() - 1).form() : "";
        return switch (page.lang().family()) {
            case ENGLISH -> Grammar.PREPOSITIONS.contains(before);
            case RUSSIAN -> OBLIQUE_RU.contains(before) || before.equals("в") || before.equals("на");
            case ARABIC -> addressee(one);
        };
    }

    /** "… and said": the subject is that of the verb before. */
    private boolean coordinated(Hit verb) {
        int before = verb.from() - 1;
        boolean first = verbs.getFirst().equals(verb);
        return !first
                && before > s.from()
                && start(verb)
                        <= verbs.get(Math.max(0, verbs.indexOf(verb) - 1)).from()
                && (List.of("and", "и").contains(tokens.get(before).form())
                        || (verb.section().equals("participle")
                                && tokens.get(before).isAny(",،")));
    }

    /**
     * Arabic verbs that take an object leave their subject out when it goes on: then only the object follows. A person that
     * follows alone speaks; a body does where the verb agrees with it and what it is accused of does not follow; a state only
     * where nobody spoke before.
     */
    private @Nullable Subject arabicObjectVerb(Hit verb) {
        if (verb.from() > s.from()
                && tokens.get(verb.from() - 1).form().equals("قد")
                && Grammar.wasBefore(tokens, Math.max(s.from(), verb.from() - NEAR), verb.from())) {
            Subject had = after(Math.max(s.from(), verb.from() - NEAR), verb.from() - 1); // "وكانت باكو قد اتهمت"
            if (had != null) {
                return had;
            }
        }
        List<Subject> after = subjects.in(verb.to(), Math.min(s.to(), verb.to() + NEAR));
        boolean adjoining = !after.isEmpty() && after.getFirst().from() <= verb.to() + 1;
        String form = tokens.get(verb.from()).form();
        boolean second = after.size() > 1 || (adjoining && !Grammar.participle(form) && agrees(form, after.getFirst()));
        boolean alone = verb.section().equals("demand") ? !adjoining : !second;
        if (alone || !adjoining) {
            return firstOf(shared(verb), subjects.lastSpeaker(), null);
        }
        return subjects.settle(personBeside(after.getFirst(), s.to()));
    }

    /** Whether an Arabic verb may have somebody behind it as its subject, and not as its object. */
    private boolean agrees(String verb, Subject one) {
        if (one.kind().equals("person")) {
            return true;
        }
        boolean named = one.to() < s.to() && tokens.get(one.to()).form().startsWith("ب");
        boolean state = one.kind().equals("state") || one.kind().equals("government");
        return Grammar.feminine(verb) && !named && !addressee(one) && !(state && subjects.lastSpeaker() != null);
    }

    private static @Nullable Subject firstOf(@Nullable Subject a, @Nullable Subject b, @Nullable Subject c) {
        return a != null ? a : b != null ? b : c;
    }

    private @Nullable Subject shared(Hit verb) {
        int at = verbs.indexOf(verb);
        if (at <= 0) {
            return null;
        }
        boolean arabic = page.lang() == Lang.ARABIC && speaker == null;
        return arabic ? after(verbs.get(at - 1).to(), verb.from()) : speaker;
    }

    /** Where the subject of a verb before its clause must end: at the conjunction, a colon or the quotation. */
    private int limit(Hit verb) {
        int most = Math.min(s.to(), verb.to() + NEAR + 3);
        for (int i = verb.to(); i < most; i++) {
            int at = i;
            boolean that = speech.stream().anyMatch(h -> h.section().equals("that") && h.from() == at);
            boolean verbHere = verbs.stream().anyMatch(h -> h.from() == at);
            if (that
                    || verbHere
                    || tokens.get(i).isAny(":«“\"")
                    || stretches.stream().anyMatch(q -> q.holds(at))) {
                return i;
            }
        }
        return most;
    }

    /** The first that may speak within tokens {@code [from, to)}, or null. */
    @Nullable
    Subject after(int from, int to) {
        List<Subject> all = subjects.in(from, to);
        for (Subject one : all) {
            boolean document = one.kind().equals("document")
                    && all.size() > 1
                    && !all.getLast().equals(one);
            if (document
                    || quoted(one)
                    || (one.from() > from && addressee(one) && !whence(one, from))
                    || (one.kind().equals("state") && !one.name().isEmpty() && page.lang() != Lang.ARABIC)) {
                continue;
            }
            Subject person = personBeside(one, to);
            Subject settled = subjects.settle(person);
            if (settled != null) {
                return settled;
            }
        }
        return null;
    }

    /** «Докладывают из штаба»: those who speak are named by where they sit. */
    private boolean whence(Subject one, int verbEnd) {
        String verb = verbEnd > s.from() ? tokens.get(verbEnd - 1).form() : "";
        return page.lang() == Lang.RUSSIAN
                && one.from() == verbEnd + 1
                && tokens.get(verbEnd).form().equals("из")
                && (verb.endsWith("ют") || verb.endsWith("ят") || verb.endsWith("ли"));
    }

    /** A title followed by a name means the name. */
    private Subject personBeside(Subject one, int to) {
        if (one.kind().equals("person") && one.known()) {
            return one;
        }
        boolean title = !one.known() || !one.kind().equals("person");
        for (Subject next : subjects.in(one.to(), Math.min(to, one.to() + 9))) {
            if (next.kind().equals("person") && next.known() && title && !commaBetween(one, next)) {
                return next;
            }
        }
        return one;
    }

    /** Whether a mark or conjunction parts two subjects; a Russian title may stand off by commas. */
    private boolean commaBetween(Subject a, Subject b) {
        boolean joined = page.lang() == Lang.ARABIC
                && b.from() == a.to() + 1
                && tokens.get(b.from()).form().startsWith("و");
        for (int i = a.to(); i < b.from(); i++) {
            boolean and = List.of("and", "и").contains(tokens.get(i).form());
            String marks = page.lang() == Lang.RUSSIAN ? ":" : ",،:";
            if (and || tokens.get(i).isAny(marks)) {
                return true;
            }
        }
        return joined;
    }

    private boolean quoted(Subject one) {
        return stretches.stream().anyMatch(q -> q.holds(one.from()));
    }

    private boolean addressee(Subject one) {
        String before = one.from() > s.from() ? tokens.get(one.from() - 1).form() : "";
        String first = tokens.get(one.from()).form();
        return switch (page.lang().family()) {
            case ENGLISH -> List.of("to", "with", "against").contains(before);
            case RUSSIAN -> OBLIQUE_RU.contains(before) && !"от".equals(before);
            case ARABIC ->
                first.startsWith("لل") || (first.startsWith("بال") && !one.known()) || OBLIQUE_AR.contains(before);
        };
    }

    /** English "…," said Lieutenant General X, who …: the subject stands after a verb that follows a mark. */
    private @Nullable Subject inverted(Hit verb) {
        boolean question = verb.from() - 2 > s.from()
                && (tokens.get(verb.from() - 1).isAny("?")
                        || tokens.get(verb.from() - 2).isAny("?"));
        boolean object = !question && Set.of("accuse", "urge", "demand").contains(verb.section());
        boolean mark = verb.from() > s.from() && tokens.get(verb.from() - 1).isAny("”\"»,'’—–-");
        if (object || !mark || verb.to() >= s.to()) {
            return null;
        }
        int stop = Math.min(s.to(), verb.to() + NEAR);
        for (int i = verb.to(); i < stop; i++) {
            String form = tokens.get(i).form();
            if (tokens.get(i).isAny(",.:;—–“\"")
                    || RELATIVE.contains(form)
                    || (i == verb.to() && Grammar.PREPOSITIONS.contains(form))) {
                stop = i;
            }
        }
        Subject found = null;
        for (Subject one : subjects.in(verb.to(), stop)) {
            boolean aside = tokens.get(verb.from() - 1).is(',')
                    && !tokens.get(Math.max(s.from(), verb.from() - 2)).isAny("”\"»'’");
            boolean state = one.kind().equals("state") || (aside && PRONOUNS.contains(one.kind()));
            if (found == null && !quoted(one) && !addressee(one) && !state) {
                found = subjects.settle(personBeside(one, stop));
            }
        }
        boolean named = found != null && found.kind().equals("person");
        for (Subject next :
                named || found == null ? List.<Subject>of() : subjects.in(stop, Math.min(s.to(), stop + 6))) {
            if (next.kind().equals("person") && next.known() && tokens.get(stop).isAny(",")) {
                return next;
            }
        }
        boolean quote = tokens.get(verb.from() - 1).isAny("”\"»'’—–")
                || tokens.get(Math.max(s.from(), verb.from() - 2)).isAny("”\"»'’");
        boolean alone = found == null && quote && subjects.in(verb.to(), stop).isEmpty();
        return alone ? Strangers.after(page, s, verb, stop) : found;
    }

    private @Nullable Subject before(Hit verb) {
        if (verb.section().equals("participle") && speaker != null) {
            return speaker;
        }
        if (verb.section().equals("participle") && page.lang() == Lang.ARABIC) {
            return after(s.from(), verb.from());
        }
        Subject best = head(start(verb), verb.from(), true);
        if (best != null || page.lang() != Lang.ENGLISH) {
            return best;
        }
        Subject somebody = indefinite(verb);
        return somebody != null || stretches.isEmpty() ? somebody : Strangers.before(page, s, verb);
    }

    /** "…، لكن المتحدث كذّب ذلك قائلاً": whom the clause names that begins with the last word of contrast; null if none. */
    private @Nullable Subject contrasted(Hit verb) {
        int at = Grammar.contrast(tokens, s, verb.from());
        return at < 0 ? null : after(at + 1, verb.from());
    }

    /** "a baker of sixty told …": somebody whom nothing names. */
    private @Nullable Subject indefinite(Hit verb) {
        for (int i = verb.from() - 1; i >= s.from() && i > verb.from() - 8; i--) {
            Token t = tokens.get(i);
            if (t.isAny(",.;:”\"»") || !t.word()) {
                return null;
            }
            boolean opens = i == s.from() || !tokens.get(i - 1).word();
            if (opens && List.of("a", "an", "one", "another").contains(t.form()) && i < verb.from() - 1) {
                return new Subject(i, verb.from(), "", "civilian", true);
            }
        }
        return null;
    }

    /** The head of what stands before a verb: the last subject that is no object, apposition or part of another. */
    private @Nullable Subject head(int from, int to, boolean verbFollows) {
        if (verbFollows && to > from && AND.contains(tokens.get(to - 1).form()) && page.lang() != Lang.ARABIC) {
            Subject first = head(clauseStart(from, to), to - 1, false);
            for (Subject one : subjects.in(clauseStart(from, to), to - 1)) {
                Subject who = quoted(one) || oblique(one) ? null : subjects.settle(personBeside(one, to - 1));
                if (who != null && !one.kind().equals("state")) {
                    return who;
                }
            }
            return first;
        }
        Subject best = null;
        boolean paper = false;
        for (Subject one : subjects.in(from, to)) {
            boolean pronoun = verbFollows && one.to() == to && PRONOUNS.contains(one.kind());
            if (pronoun && page.lang() != Lang.ARABIC && !quoted(one)) {
                Subject meant = subjects.settle(one);
                return meant != null ? meant : subjects.lastSpeaker();
            }
            boolean named = best != null && one.kind().equals("document");
            if (named
                    || quoted(one)
                    || addressee(one)
                    || (best != null && !paper && aside(best, one, to, verbFollows))) {
                continue;
            }
            Subject settled = subjects.settle(personBeside(one, to));
            paper = settled != null && one.kind().equals("document");
            best = settled == null ? best : settled;
        }
        return best;
    }

    /** Where the clause that ends before a token begins: after the last ", but" or ", while". */
    private int clauseStart(int from, int to) {
        for (int i = to - 2; i > from; i--) {
            if (tokens.get(i - 1).isAny(",")
                    && OTHER_SUBJECT.contains(tokens.get(i).form())) {
                return i;
            }
        }
        return from;
    }

    /** Whether the second only says more of the first. */
    private boolean aside(Subject first, Subject second, int to, boolean verbFollows) {
        if (genitive(first, second)) {
            return true;
        }
        if (second.from() <= first.to()) {
            return second.from() < first.to();
        }
        Token next = tokens.get(first.to());
        String before = tokens.get(second.from() - 1).form();
        String beforeThat =
                second.from() - 2 >= first.to() ? tokens.get(second.from() - 2).form() : "";
        boolean oblique = switch (page.lang().family()) {
            case ENGLISH ->
                Grammar.PREPOSITIONS.contains(before)
                        || (List.of("the", "its", "their", "his", "her").contains(before)
                                && Grammar.PREPOSITIONS.contains(beforeThat))
                        || (RELATIVE.contains(next.form()) && !markBetween(first, second));
            case RUSSIAN -> OBLIQUE_RU.contains(before) || before.equals("в");
            case ARABIC -> OBLIQUE_AR.contains(before);
        };
        return oblique || (next.isAny(",،—–") && enclosed(first, second, to, verbFollows));
    }

    private boolean markBetween(Subject first, Subject second) {
        for (int i = first.to(); i < second.from(); i++) {
            if (tokens.get(i).isAny(",”\"»")) {
                return true;
            }
        }
        return false;
    }

    /** Whether the second stands in an apposition or relative clause of the first: between two commas. */
    private boolean enclosed(Subject first, Subject second, int to, boolean verbFollows) {
        int after = first.to() + 1;
        boolean relative = after < to
                && (RELATIVE.contains(tokens.get(after).form())
                        || tokens.get(after).form().startsWith("котор")
                        || tokens.get(after).form().startsWith("الذي"));
        boolean closes = !verbFollows;
        for (int i = second.to(); i < to; i++) {
            closes |= tokens.get(i).isAny(",،—–");
        }
        for (int i = after; i < second.from(); i++) {
            int at = i;
            if (tokens.get(i).isAny(",،") || verbs.stream().anyMatch(v -> v.from() == at)) {
                return false;
            }
        }
        return closes && (relative || first.kind().equals("person"));
    }

    /** Whether the second only says of whom the first is: "a commander of the army", "A and B's spokesman". */
    private boolean genitive(Subject first, Subject second) {
        boolean apposition = first.kind().equals("person") && second.kind().equals("role");
        if (second.kind().equals("state") || apposition) {
            return true;
        }
        int gap = second.from() - first.to();
        boolean of = gap <= 2
                && gap > 0
                && List.of("of", "in", "from", "for", "at")
                        .contains(tokens.get(first.to()).form());
        boolean apposed =
                gap == 0 && page.lang() == Lang.RUSSIAN && !second.kind().equals("person");
        return (of || apposed) && !second.kind().equals("person");
    }
}
