package org.truce.reading.statements;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.truce.reading.lexicon.Hit;
import org.truce.reading.page.Page;
import org.truce.reading.text.Lang;
import org.truce.reading.text.Sentence;
import org.truce.reading.text.Token;

/** One sentence in which somebody speaks. Order of verb and subject is that of its language. */
final class SpeechSentence {
    private static final int NEAR = 9;

    private final Page page;
    private final List<Token> tokens;
    private final Sentence s;
    private final List<Stretch> stretches;
    private final List<Hit> verbs;
    private final List<Hit> speech;
    private final Subjects subjects;
    private @Nullable Subject speaker;

    SpeechSentence(
            Page page, Sentence s, List<Stretch> stretches, List<Hit> verbs, List<Hit> speech, Subjects subjects) {
        this.page = page;
        this.tokens = page.tokens();
        this.s = s;
        this.stretches = stretches;
        this.verbs = verbs;
        this.speech = speech;
        this.subjects = subjects;
    }

    /** The statement in a quoted stretch; null when it is a name or a term. */
    @Nullable
    Said direct(Stretch q) {
        Hit verb = governing(q);
        if (verb == null && !wholeSentence(q)) {
            return accordingTo(q);
        }
        if (verb != null && !introduced(q, verb)) {
            return null;
        }
        Subject who = verb == null ? subjects.lastSpeaker() : speakerOf(verb, verb.from() >= q.to());
        if (who == null) {
            return null;
        }
        speaker = who;
        subjects.spoke(who);
        return said(q.from(), q.to(), true, who, verb);
    }

    private @Nullable Said accordingTo(Stretch q) {
        if (q.length() < 4) {
            return null;
        }
        Hit cue = cue("according");
        Subject who = cue == null || cue.from() > q.from() ? null : after(cue.to(), q.from());
        if (who == null) {
            return null;
        }
        speaker = who;
        subjects.spoke(who);
        return said(q.from(), q.to(), true, who, cue);
    }

    private boolean wholeSentence(Stretch q) {
        boolean goesOn = q.from() == s.from();
        return q.from() - s.from() <= 1 && s.to() - q.to() <= 2 && (q.length() > 2 || goesOn);
    }

    /** A short quotation must stand right at its verb, a colon or a conjunction, or close with a comma. */
    private boolean introduced(Stretch q, Hit verb) {
        boolean opensSentence = q.from() - s.from() <= 1 && verb.from() >= q.to() && q.length() > 1;
        if (q.length() > 4 || opensSentence) {
            return true;
        }
        int before = q.from() - 2;
        boolean colon = before >= s.from() && tokens.get(before).isAny(":,،");
        boolean that = speech.stream()
                .anyMatch(h -> h.section().equals("that") && h.from() <= before && h.from() >= before - 2);
        boolean near =
                (verb.to() >= before && verb.to() <= q.from()) || (before - verb.to() <= 3 && before >= verb.to());
        return q.length() >= 2 && (colon || that || near || (verb.from() - q.to() <= 3 && verb.from() >= q.to()));
    }

    private @Nullable Hit governing(Stretch q) {
        Hit best = null;
        int distance = Integer.MAX_VALUE;
        for (Hit verb : verbs) {
            int d = verb.from() >= q.to() ? verb.from() - q.to() : q.from() - verb.to();
            boolean objects = verb.section().equals("accuse") || verb.section().equals("urge");
            if (d < distance && !(objects && verb.from() >= q.to())) {
                best = verb;
                distance = d;
            }
        }
        return best;
    }

    /** Who speaks through a verb. */
    private @Nullable Subject speakerOf(Hit verb, boolean afterQuote) {
        if (speaker != null && coordinated(verb)) {
            return speaker;
        }
        if (page.lang() == Lang.ARABIC
                && (verb.section().equals("urge")
                        || verb.section().equals("demand")
                        || verb.section().equals("accuse"))) {
            return arabicObjectVerb(verb);
        }
        Subject found = switch (page.lang().family()) {
            case ARABIC -> firstOf(after(verb.to(), limit(verb)), shared(verb), before(verb));
            case RUSSIAN ->
                afterQuote
                        ? firstOf(after(verb.to(), Math.min(s.to(), verb.to() + 14)), before(verb), null)
                        : firstOf(before(verb), after(verb.to(), limit(verb)), shared(verb));
            case ENGLISH -> firstOf(rightAfter(verb), before(verb), shared(verb));
        };
        if (found != null) {
            return found;
        }
        return speaker != null ? speaker : subjects.lastSpeaker();
    }

    /** "… and said": the subject is that of the verb before. */
    private boolean coordinated(Hit verb) {
        int before = verb.from() - 1;
        boolean first = verbs.getFirst().equals(verb);
        return !first
                && before > s.from()
                && (List.of("and", "и").contains(tokens.get(before).form())
                        || (verb.section().equals("participle")
                                && tokens.get(before).isAny(",،")));
    }

    /** Arabic verbs that take an object leave their subject out when it goes on: then only the object follows. */
    private @Nullable Subject arabicObjectVerb(Hit verb) {
        List<Subject> after = subjects.in(verb.to(), Math.min(s.to(), verb.to() + NEAR));
        boolean adjoining = !after.isEmpty() && after.getFirst().from() <= verb.to() + 1;
        boolean alone = verb.section().equals("demand") ? !adjoining : after.size() < 2;
        if (alone || !adjoining) {
            return firstOf(shared(verb), subjects.lastSpeaker(), null);
        }
        return subjects.settle(personBeside(after.getFirst(), s.to()));
    }

    private static @Nullable Subject firstOf(@Nullable Subject a, @Nullable Subject b, @Nullable Subject c) {
        return a != null ? a : b != null ? b : c;
    }

    private @Nullable Subject shared(Hit verb) {
        boolean first = verbs.isEmpty() || verbs.getFirst().equals(verb);
        return first ? null : speaker;
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

    private @Nullable Subject after(int from, int to) {
        for (Subject one : subjects.in(from, to)) {
            if (quoted(one)
                    || addressee(one)
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

    /** A title followed by a name means the name. */
    private Subject personBeside(Subject one, int to) {
        if (one.kind().equals("person") && one.known()) {
            return one;
        }
        for (Subject next : subjects.in(one.to(), Math.min(to, one.to() + 9))) {
            boolean title = !one.known()
                    || one.kind().equals("role")
                    || one.kind().endsWith("ministry")
                    || one.kind().equals("force");
            if (next.kind().equals("person") && next.known() && title && !commaBetween(one, next)) {
                return next;
            }
        }
        return one;
    }

    private boolean commaBetween(Subject a, Subject b) {
        for (int i = a.to(); i < b.from(); i++) {
            if (page.lang() != Lang.RUSSIAN && tokens.get(i).isAny(",،:")) {
                return true;
            }
        }
        return false;
    }

    private boolean quoted(Subject one) {
        return stretches.stream().anyMatch(q -> q.holds(one.from()));
    }

    private boolean addressee(Subject one) {
        String before = one.from() > s.from() ? tokens.get(one.from() - 1).form() : "";
        String first = tokens.get(one.from()).form();
        return switch (page.lang().family()) {
            case ENGLISH -> List.of("to", "with", "against", "by_").contains(before);
            case RUSSIAN -> List.of("с", "о", "об", "против", "к").contains(before);
            case ARABIC ->
                first.startsWith("لل")
                        || (first.startsWith("بال") && !one.known())
                        || List.of("مع", "الي", "عن", "ضد", "علي").contains(before);
        };
    }

    private @Nullable Subject rightAfter(Hit verb) {
        if (verb.section().equals("tell")
                || verb.section().equals("accuse")
                || verb.section().equals("urge")) {
            return null;
        }
        for (Subject one : subjects.in(verb.to(), Math.min(s.to(), verb.to() + 3))) {
            boolean adjoining = one.from() - verb.to() <= 1
                    && (one.from() == verb.to()
                            || List.of("the", "a", "an")
                                    .contains(tokens.get(verb.to()).form()));
            boolean subject = one.kind().equals("person") || one.kind().equals("role") || !one.known();
            boolean inverted =
                    verb.from() > s.from() && tokens.get(verb.from() - 1).isAny("”\"»,");
            if (adjoining && subject && inverted) {
                return subjects.settle(personBeside(one, s.to()));
            }
        }
        return null;
    }

    private @Nullable Subject before(Hit verb) {
        Subject best = null;
        boolean participle = verb.section().equals("participle");
        if (participle && speaker != null) {
            return speaker;
        }
        if (participle && page.lang() == Lang.ARABIC) {
            return after(s.from(), verb.from());
        }
        for (Subject one : subjects.in(s.from(), verb.from())) {
            if (quoted(one) || addressee(one)) {
                continue;
            }
            boolean part = best != null && genitive(best, one);
            if (!part) {
                Subject settled = subjects.settle(one);
                best = settled == null ? best : settled;
            }
        }
        return best;
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

    /** The clause after verb {@code i}, or the one before a trailing "the ministry said". */
    @Nullable
    Said indirect(int i) {
        Hit verb = verbs.get(i);
        if (verb.section().equals("participle") && page.lang() == Lang.ENGLISH && thatAfter(verb) < 0) {
            return null;
        }
        Clause clause = new Clause(page, s, verbs, speech, stretches, subjects);
        int[] span = clause.of(i);
        if (span.length == 0) {
            return null;
        }
        Subject who = span[1] <= verb.from() ? trailing(verb, span[1]) : speakerOf(verb, false);
        if (who == null || (who.name().isEmpty() && !who.kind().equals("civilian"))) {
            return null;
        }
        speaker = who;
        subjects.spoke(who);
        return said(span[0], span[1], false, who, verb);
    }

    private @Nullable Subject trailing(Hit verb, int from) {
        Subject who = after(from, verb.from());
        return who != null ? who : after(verb.to(), s.to());
    }

    private int thatAfter(Hit verb) {
        for (Hit hit : speech) {
            if (hit.section().equals("that") && hit.from() >= verb.to() && hit.from() <= verb.to() + NEAR) {
                return hit.from();
            }
        }
        return -1;
    }

    /** "According to X, …" and "…, as X announced". */
    @Nullable
    Said according() {
        Hit cue = cue("trailing");
        if (cue != null && cue.from() > s.from() + 3) {
            Subject who = after(cue.to(), s.to());
            int end = tokens.get(cue.from() - 1).isAny(",،") ? cue.from() - 1 : cue.from();
            return who == null ? null : spoken(said(s.from(), end, false, who, cue), who);
        }
        cue = cue("according");
        boolean opens = cue != null
                && (cue.from() <= s.from() + 1 || tokens.get(cue.from() - 1).isAny(":;"));
        if (cue == null || !opens) {
            return null;
        }
        Subject who = after(cue.to(), Math.min(s.to(), cue.to() + NEAR));
        if (who == null || who.name().isEmpty()) {
            return null;
        }
        int from = who.to();
        int comma = -1;
        for (int t = from; t < Math.min(s.to(), from + 7); t++) {
            if (tokens.get(t).isAny(",،")) {
                comma = t;
                break;
            }
        }
        int end = Clause.trimEnd(tokens, s.to(), s.from());
        return comma < 0 || comma + 3 > end ? null : spoken(said(comma + 1, end, false, who, cue), who);
    }

    private Said spoken(Said said, Subject who) {
        subjects.spoke(who);
        return said;
    }

    private @Nullable Hit cue(String section) {
        for (Hit hit : speech) {
            if (hit.section().equals(section)
                    && s.holds(hit.from())
                    && stretches.stream().noneMatch(q -> q.holds(hit.from()))) {
                return hit;
            }
        }
        return null;
    }

    private Said said(int from, int to, boolean direct, Subject who, @Nullable Hit verb) {
        String words = verb == null ? "" : page.words(verb.from(), verb.to());
        return new Said(
                tokens.get(from).start(),
                tokens.get(to - 1).end(),
                direct,
                who.name(),
                page.words(who.from(), who.to()),
                words,
                verb == null ? "asserts" : verb.value().isEmpty() ? "asserts" : verb.value());
    }
}
