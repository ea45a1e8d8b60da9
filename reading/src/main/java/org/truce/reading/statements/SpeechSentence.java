package org.truce.reading.statements;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.truce.reading.lexicon.Hit;
import org.truce.reading.page.Page;
import org.truce.reading.text.Lang;
import org.truce.reading.text.Sentence;
import org.truce.reading.text.Token;

/** One sentence in which somebody speaks. Order of verb and subject is that of its language. */
final class SpeechSentence {
    private static final int NEAR = 9;
    /** Stems of verbs whose predicate may stand behind their object: "called the map “worthless”". */
    private static final List<String> NAMING = List.of(
            "назва", "назыв", "окрест", "охаракт", "счел", "счит", "called", "calling", "brand", "label", "dubbed",
            "dubbing", "deem");

    private static final Set<String> JOINING = Set.of("and", "but", "и", "а", "но");
    private static final Set<String> AS = Set.of("as", "of", "как", "о", "об", "от");

    private static final Set<String> PREDICATE = Set.of("الي", "بانه", "بانها", "بانهم", "عن", "من", "في", "علي");

    private final Page page;
    private final List<Token> tokens;
    private final Sentence s;
    private static final int SHORTEST_PARTIAL = 3;
    private static final Set<String> THEIR = Set.of("their", "its", "his", "her", "их", "его", "ее", "своей", "своем");

    /** How far behind its verb words may be kept. */
    private static final int PARTIAL_REACH = 12;

    private final List<Stretch> stretches;
    private final List<Hit> verbs;
    private final List<Hit> speech;
    private final Subjects subjects;
    private final Speakers speakers;
    private final boolean continuesLine;
    private final @Nullable Subject soSaid;

    /** Clauses told of so far: who is said within one to have said something is part of what was said. */
    private final List<int[]> reported = new ArrayList<>();

    SpeechSentence(
            Page page,
            Sentence s,
            List<Stretch> stretches,
            List<Hit> verbs,
            List<Hit> speech,
            Subjects subjects,
            boolean continuesLine,
            @Nullable Subject soSaid) {
        this.page = page;
        this.tokens = page.tokens();
        this.s = s;
        this.stretches = stretches;
        this.verbs = verbs;
        this.speech = speech;
        this.subjects = subjects;
        this.continuesLine = continuesLine;
        this.soSaid = soSaid;
        this.speakers = new Speakers(page, s, stretches, verbs, speech, subjects);
    }

    /** The statement in a quoted stretch; null when it is a name or a term. */
    @Nullable
    Said direct(Stretch q) {
        Hit verb = governing(q);
        if (verb == null && !wholeSentence(q)) {
            Subject who = unnamedVerb(q);
            if (who == null) {
                return accordingTo(q);
            }
            speakers.spoke(who, null);
            return said(q.from(), q.to(), true, who, null);
        }
        if (verb != null && !introduced(q, verb)) {
            return null;
        }
        Subject unnamed = soSaid != null ? soSaid : subjects.lastSpeaker();
        Subject who = verb == null ? unnamed : speakers.of(verb, verb.from() >= q.to());
        if (who == null) {
            return null;
        }
        speakers.spoke(who, verb);
        return said(q.from(), q.to(), true, who, verb);
    }

    /** Who speaks a quotation after a colon, or one that opens its sentence and closes with a comma or dash. */
    private @Nullable Subject unnamedVerb(Stretch q) {
        int before = q.from() - 2;
        if (q.length() >= 3 && before >= s.from() && tokens.get(before).is(':')) {
            return speakers.ofColon(q);
        }
        if (q.length() < 4 || q.from() - s.from() > 1) {
            return null;
        }
        boolean mark = false;
        int end = q.to();
        while (end < s.to() && !tokens.get(end).word()) {
            mark |= tokens.get(end).isAny(",،—–-!?");
            end++;
        }
        return mark ? speakers.after(end, Math.min(s.to(), end + NEAR)) : null;
    }

    private @Nullable Said accordingTo(Stretch q) {
        boolean partial = q.length() >= 2
                && Character.isLowerCase(page.text().charAt(tokens.get(q.from()).start()));
        if (q.length() < 4 && !partial) {
            return null;
        }
        Hit own = cue("own-words");
        Hit possessed = cue("possessed");
        Hit cue = own != null ? own : cue("according");
        Subject owner = possessed == null ? null : possessor(possessed);
        int end = cue != null && cue.from() > q.from() ? s.to() : q.from();
        Subject named = own != null ? subjects.lastSpeaker() : cue == null ? null : speakers.after(cue.to(), end);
        Subject who = owner != null ? owner : named;
        if (who == null) {
            return null;
        }
        speakers.spoke(who, null);
        return said(q.from(), q.to(), true, who, cue);
    }

    private boolean wholeSentence(Stretch q) {
        boolean goesOn = q.from() == s.from();
        return q.from() - s.from() <= 1 && s.to() - q.to() <= 2 && (q.length() > 1 || goesOn);
    }

    /** A short quotation must stand right at its verb, a colon or a conjunction, or close with a comma. */
    private boolean introduced(Stretch q, Hit verb) {
        boolean opensSentence = q.from() - s.from() <= 1 && verb.from() >= q.to() && q.length() > 1;
        if (q.length() > 4 || opensSentence) {
            return true;
        }
        int before = q.from() - 2;
        if (verb.to() <= q.from() && (predicate(q, verb) || partial(q, verb))) {
            return true;
        }
        boolean colon = before >= s.from() && tokens.get(before).isAny(":,،");
        boolean that = speech.stream()
                .anyMatch(h -> h.section().equals("that") && h.from() <= before && h.from() >= before - 2);
        boolean near =
                (verb.to() >= before && verb.to() <= q.from()) || (before - verb.to() <= 3 && before >= verb.to());
        boolean attributed = q.to() < s.to() && tokens.get(q.to()).isAny(",") && verb.from() >= q.to();
        return q.length() >= 2
                && (attributed || colon || that || near || (verb.from() - q.to() <= 3 && verb.from() >= q.to()));
    }

    /** Some words in small letters that a clause of reported speech keeps: "said the repairs were over “despite the weather”". */
    private boolean partial(Stretch q, Hit verb) {
        int start = tokens.get(q.from()).start();
        return verb.section().equals("say")
                && q.length() >= SHORTEST_PARTIAL
                && page.lang().family() != Lang.Family.ARABIC
                && Character.isLowerCase(page.text().charAt(start))
                && q.from() - 1 - verb.to() <= PARTIAL_REACH
                && tokens.subList(verb.to(), q.from() - 1).stream().noneMatch(t -> t.isAny(";:.()"));
    }

    /** "Described it as “…”", «назвал «…»»: words in small letters that say what somebody takes a thing for. */
    private boolean predicate(Stretch q, Hit verb) {
        int before = q.from() - 2;
        if (page.lang().family() == Lang.Family.ARABIC) {
            return before - verb.to() <= NEAR
                    && before >= verb.to()
                    && PREDICATE.contains(tokens.get(before).form())
                    && tokens.subList(verb.to(), before).stream().noneMatch(t -> t.isAny("،,؛;:.()"));
        }
        if (before < verb.to() - 1
                || !Character.isLowerCase(
                        page.text().charAt(tokens.get(q.from()).start()))) {
            return false;
        }
        for (int i = verb.to(); i <= before; i++) {
            if (tokens.get(i).isAny(",;:.()")) {
                return false;
            }
        }
        return before == verb.to() - 1
                || AS.contains(tokens.get(before).form())
                || NAMING.stream().anyMatch(tokens.get(verb.from()).form()::startsWith);
    }

    /** Whom the sentence is about when nobody speaks in it. */
    @Nullable
    Subject topic() {
        return speakers.topic();
    }

    /** A verb of asking may follow a question. */
    private boolean question(Stretch q) {
        for (int i = q.to(); i < Math.min(s.to(), q.to() + 3); i++) {
            if (tokens.get(i).isAny("?؟")) {
                return true;
            }
        }
        return tokens.get(q.to() - 1).isAny("?؟");
    }

    private @Nullable Hit governing(Stretch q) {
        Hit best = null;
        int distance = Integer.MAX_VALUE;
        for (Hit verb : verbs) {
            int d = verb.from() >= q.to() ? verb.from() - q.to() : q.from() - verb.to();
            boolean objects = verb.section().equals("accuse") || (verb.section().equals("urge") && !question(q));
            boolean next = best != null
                    && verb.from() >= q.to()
                    && JOINING.contains(tokens.get(verb.from() - 1).form());
            if (d < distance && !next && !(objects && verb.from() >= q.to())) {
                best = verb;
                distance = d;
            }
        }
        return best;
    }

    /** The verb that closes a sentence and says who said all of it, where others stand within; -1 if none does. */
    int concluding() {
        int last = verbs.size() - 1;
        if (last < 1) {
            return -1;
        }
        int[] span = new Clause(page, s, verbs, speech, stretches, subjects).of(last);
        return span.length > 0 && span[1] <= verbs.get(last).from() ? last : -1;
    }

    private boolean reported(Hit verb) {
        return reported.stream().anyMatch(span -> span[0] <= verb.from() && verb.from() < span[1]);
    }

    /** The clause after verb {@code i}, or the one before a trailing "the ministry said". */
    @Nullable
    Said indirect(int i) {
        Hit verb = verbs.get(i);
        if (!verb.section().equals("participle") && reported(verb)) {
            return null;
        }
        Clause clause = new Clause(page, s, verbs, speech, stretches, subjects);
        boolean participle = verb.section().equals("participle") && page.lang() == Lang.ENGLISH;
        if (participle && thatAfter(verb) < 0 && !clause.zeroThat(verb)) {
            return null;
        }
        int[] span = clause.of(i);
        if (span.length == 0) {
            return null;
        }
        Subject who = span[1] <= verb.from() ? trailing(verb, span[1]) : speakers.of(verb, false);
        boolean strange = who != null && who.name().isEmpty() && (who.from() < s.from() || who.from() >= s.to());
        boolean relative = who != null && who.name().isEmpty() && page.lang() == Lang.ARABIC && who.to() == verb.from();
        if (who == null
                || strange
                || relative
                || (who.name().isEmpty() && !who.kind().equals("civilian"))) {
            return null;
        }
        speakers.spoke(who, verb);
        reported.add(span);
        return said(span[0], span[1], false, who, verb);
    }

    private @Nullable Subject trailing(Hit verb, int from) {
        Subject who = speakers.after(from, verb.from());
        return who != null ? who : speakers.after(verb.to(), s.to());
    }

    private int thatAfter(Hit verb) {
        for (Hit hit : speech) {
            if (hit.section().equals("that") && hit.from() >= verb.to() && hit.from() <= verb.to() + NEAR) {
                return hit.from();
            }
        }
        return -1;
    }

    /** "According to X, …", "…, in his words" and "…, as X announced". */
    @Nullable
    Said according() {
        for (String section : List.of("trailing", "own-words", "according")) {
            Hit cue = cue(section);
            boolean own = section.equals("own-words");
            Subject who = cue == null
                    ? null
                    : own ? subjects.lastSpeaker() : speakers.after(cue.to(), Math.min(s.to(), cue.to() + NEAR));
            if (cue != null && who != null && !own && theirs(cue, who)) {
                Subject topic = speakers.topic();
                who = topic != null && topic.from() < cue.from()
                        ? new Subject(who.from(), who.to(), topic.name(), topic.kind(), true)
                        : who;
            }
            if (cue == null
                    || who == null
                    || (who.name().isEmpty() && !who.kind().equals("civilian"))) {
                continue;
            }
            int from = own ? cue.to() : who.to();
            boolean opens = cue.from() <= s.from() + 1
                    || (cue.from() <= s.from() + 5 && page.lang() == Lang.RUSSIAN)
                    || tokens.get(cue.from() - 1).isAny(":;؛");
            Said said = opens ? opening(from, who, cue) : null;
            said = said == null && cue.from() > s.from() + 1 ? trailing(from, who, cue) : said;
            said = said == null ? between(from, who, cue) : said;
            if (said != null) {
                return spoken(said, who);
            }
        }
        return null;
    }

    /** "…, according to their bulletin", «…, говорится в их сводке», "…، وفق نشرتها": a paper of those told of before. */
    private boolean theirs(Hit cue, Subject paper) {
        if (cue.from() <= s.from() + 1 || stretches.stream().anyMatch(q -> q.holds(cue.from() - 1))) {
            return false;
        }
        boolean suffixed = page.lang().family() == Lang.Family.ARABIC
                && paper.to() - paper.from() == 1
                && tokens.get(paper.from()).form().matches("(بيان|نشره|نشرت|تقرير|تصريح|تصريحات)(ها|هم|ه)");
        return suffixed
                || tokens.subList(cue.to(), Math.max(cue.to(), paper.to())).stream()
                        .anyMatch(t -> THEIR.contains(t.form()));
    }

    /** "In Charles Michel's view, …": the source stands before the word. */
    @Nullable
    Said possessed() {
        Hit cue = cue("possessed");
        Subject who = cue == null ? null : possessor(cue);
        if (cue == null || who == null || who.name().isEmpty()) {
            return null;
        }
        boolean opens = who.from() <= s.from() + 1 || tokens.get(who.from() - 2).isAny(":;");
        Said said = opens ? opening(cue.to(), who, cue) : trailing(cue.to(), who, cue);
        boolean quoted = said != null
                && stretches.stream()
                        .anyMatch(q -> q.length() > 3 && tokens.get(q.from()).start() >= said.start());
        return said == null || quoted ? null : spoken(said, who);
    }

    /** "Ministry of Defence: not one post was left": who opens the sentence, and after a colon what he says. */
    @Nullable
    Said headed() {
        List<Subject> first = subjects.in(s.from(), Math.min(s.to(), s.from() + NEAR));
        Subject who = first.isEmpty() || !verbs.isEmpty() ? null : subjects.settle(first.getFirst());
        boolean opens = who != null
                && !who.name().isEmpty()
                && first.getFirst().known()
                && who.from() == s.from()
                && who.to() < s.to()
                && tokens.get(who.to()).is(':');
        int end = Clause.trimEnd(tokens, s.to(), s.from());
        if (who == null || !opens || end - who.to() < 4 || !stretches.isEmpty()) {
            return null;
        }
        return spoken(said(who.to() + 1, end, false, who, null), who);
    }

    /** Whom "in X's view" names; null if nobody. */
    private @Nullable Subject possessor(Hit cue) {
        if (cue.from() - 3 < s.from() || !tokens.get(cue.from() - 1).form().equals("s")) {
            return null;
        }
        for (Subject one : subjects.in(Math.max(s.from(), cue.from() - 8), cue.from() - 1)) {
            int at = one.from() - 1;
            boolean in =
                    at >= s.from() && Set.of("in", "by").contains(tokens.get(at).form());
            if (in && one.to() >= cue.from() - 2) {
                return subjects.settle(one);
            }
        }
        return null;
    }

    private @Nullable Said opening(int from, Subject who, Hit cue) {
        int end = s.to();
        int comma = -1;
        for (int t = from; t < s.to() && end == s.to(); t++) {
            if (comma < 0 && t < from + 7 && tokens.get(t).isAny(",،")) {
                comma = t;
            }
            end = tokens.get(t).isAny(";؛") ? t : end;
        }
        end = Clause.trimEnd(tokens, end, s.from());
        return comma < 0 || comma + 3 > end ? null : said(comma + 1, end, false, who, cue);
    }

    /** The clause before, where little but the source follows the cue. */
    private @Nullable Said trailing(int to, Subject who, Hit cue) {
        boolean comma = tokens.get(cue.from() - 1).isAny(",،");
        boolean last = cue.section().equals("trailing") || s.to() - to <= 3;
        int from = s.from();
        for (int t = s.from(); t < cue.from(); t++) {
            from = tokens.get(t).isAny(";؛") ? t + 1 : from;
        }
        int end = Clause.trimEnd(tokens, cue.from(), from);
        boolean enough = last && end - from >= 3 && (comma || page.lang() != Lang.RUSSIAN);
        return enough ? said(from, end, false, who, cue) : null;
    }

    /** "Losses, by his account, were light": few words before, and what is said after. */
    private @Nullable Said between(int to, Subject who, Hit cue) {
        int end = Clause.trimEnd(tokens, s.to(), s.from());
        boolean enclosed = cue.from() > s.from() + 1
                && tokens.get(cue.from() - 1).isAny(",،")
                && to < s.to()
                && tokens.get(to).isAny(",،");
        boolean few = cue.from() - s.from() <= Clause.FEW_BEFORE;
        boolean last = verbs.stream().noneMatch(v -> v.from() > cue.from());
        if (enclosed && !few && last && page.lang().family() == Lang.Family.ARABIC) {
            int before = Clause.trimEnd(tokens, cue.from(), s.from());
            return said(s.from(), before, false, who, cue);
        }
        return enclosed && few && end - to >= 3 ? said(to + 1, end, false, who, cue) : null;
    }

    private Said spoken(Said said, Subject who) {
        speakers.spoke(who, null);
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
        String made = verb == null ? "no-verb" : verb.entry().id();
        return new Said(
                tokens.get(from).start(),
                tokens.get(to - 1).end(),
                direct,
                who.name(),
                page.words(who.from(), who.to()),
                words,
                verb == null ? "asserts" : verb.value().isEmpty() ? "asserts" : verb.value(),
                direct && goesOn(from, verb == null),
                (direct ? "quote:" : "clause:") + made);
    }

    /** Whether a quoted stretch goes on from another: no opening mark stands before it, or it opens a line anew. */
    private boolean goesOn(int from, boolean bare) {
        boolean first = stretches.stream().noneMatch(q -> q.to() < from);
        boolean marked = from > 0 && tokens.get(from - 1).isAny("«“\"„‘'");
        return first
                ? continuesLine || (bare && from - s.from() <= 1 && s.to() - from > 0 && whole(from))
                : !marked || attributed(from);
    }

    /** Whether the stretch that begins at a token is all of its sentence. */
    private boolean whole(int from) {
        return stretches.stream().anyMatch(q -> q.from() == from && wholeSentence(q));
    }

    /** Whether only an attribution stands between a stretch and the one before it in the sentence. */
    private boolean attributed(int from) {
        for (Stretch q : stretches) {
            if (q.from() == from) {
                int before = from - 2;
                return before > s.from()
                        && (tokens.get(before).isAny(",،") || tokens.get(before).isAny("—–"));
            }
        }
        return false;
    }
}
