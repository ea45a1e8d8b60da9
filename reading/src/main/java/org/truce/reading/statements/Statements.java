package org.truce.reading.statements;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.truce.reading.actors.ActorIndex;
import org.truce.reading.actors.ActorMention;
import org.truce.reading.lexicon.Hit;
import org.truce.reading.lexicon.Language;
import org.truce.reading.page.Page;
import org.truce.reading.page.Part;
import org.truce.reading.page.Role;
import org.truce.reading.text.Lang;
import org.truce.reading.text.Quote;
import org.truce.reading.text.Sentence;
import org.truce.reading.text.Token;
import org.truce.reading.text.Within;

/**
 * Finds who said what: stretches in quotation marks, and clauses after a verb of speech. After Pouliquen et al. 2007
 * (marks, verbs, names), with titles and anaphora. One instance reads one text.
 */
public final class Statements {
    static final Set<String> VERBS = Set.of("say", "tell", "participle", "deny", "accuse", "urge", "demand");

    private static final Set<String> RELATIVE = Set.of("ممن", "مما", "الذي", "التي", "الذين", "اللذين", "رقم");
    /** How far behind "الذي وصف" the words that it quotes begin at most. */
    private static final int QUOTES = 9;

    private static final Set<String> THAT = Set.of("ان", "انه", "انها", "انهم", "بان", "بانه", "بانها");
    private static final Set<String> PASSIVE = Set.of("been", "to", "be", "being", "was", "were", "is", "are");
    private static final Set<String> PERFECT = Set.of("had", "have", "has");

    /** Words that are a noun behind a preposition, a verb or an adjective, and a verb elsewhere. */
    private static final Set<String> NOUNS =
            Set.of("reports", "claims", "states", "answers", "calls", "notes", "promises", "writes", "hopes", "fears");

    private static final Set<String> BEFORE_NOUNS = Set.of(
            "confirmed",
            "denied",
            "dismissed",
            "rejected",
            "unconfirmed",
            "media",
            "press",
            "news",
            "local",
            "earlier",
            "such",
            "no",
            "some",
            "several",
            "by",
            "on",
            "from",
            "to",
            "with",
            "for",
            "in",
            "as",
            "member",
            "both",
            "all",
            "any",
            "other",
            "two",
            "despite",
            "previous",
            "repeated",
            "false",
            "conflicting",
            "phone");

    private final Page page;
    private final List<Token> tokens;
    private final List<Hit> speech;
    private final Subjects subjects;
    private final List<Said> out = new ArrayList<>();
    private boolean open;

    private Statements(Page page, List<ActorMention> actors, ActorIndex index, String date) {
        this.page = page;
        this.tokens = page.tokens();
        this.speech = Language.of(page.lang(), "speech").find(tokens);
        this.subjects = new Subjects(page, actors, speech, index, date);
    }

    /**
     * The statements of a story, in order.
     *
     * @param index who is known by name, and in which office
     * @param date of publication, ISO, empty if unknown
     */
    public static List<Said> read(Page page, List<ActorMention> actors, ActorIndex index, String date) {
        Statements statements = new Statements(page, actors, index, date);
        for (Part part : page.parts()) {
            if (part.role() == Role.BODY || part.role() == Role.TITLE) {
                for (Sentence s : part.sentences()) {
                    statements.sentence(part, s, part.role() == Role.BODY);
                }
            }
        }
        return statements.out;
    }

    /** The statements of a sentence; of a headline only its quotations. */
    private void sentence(Part part, Sentence s, boolean story) {
        List<Hit> own = Within.of(speech, Hit::from, s.from(), s.to());
        List<Stretch> stretches = Stretch.of(tokens, part, s, own);
        List<Hit> verbs = verbs(own, s, stretches);
        SpeechSentence sentence =
                new SpeechSentence(page, s, stretches, verbs, own, subjects, goesOn(part, s), soSaid(part, s));
        int known = out.size();
        for (Stretch q : stretches) {
            add(sentence.direct(q));
        }
        if (!story) {
            return;
        }
        int concluding = sentence.concluding();
        add(concluding < 0 ? null : sentence.indirect(concluding));
        for (int i = 0; i < verbs.size(); i++) {
            add(i == concluding ? null : sentence.indirect(i));
        }
        Said said = sentence.according();
        said = said != null ? said : sentence.possessed();
        said = said != null ? said : sentence.headed();
        if (said != null && apart(said)) {
            out.add(said);
        }
        if (out.size() == known) {
            subjects.about(sentence.topic());
        }
    }

    /** «Так ответил Ильхам Алиев», "Those were the words of …": whom the next sentence names as speaker of this one. */
    private @Nullable Subject soSaid(Part part, Sentence s) {
        int at = Within.first(part.sentences(), Sentence::from, s.to());
        if (at >= part.sentences().size()) {
            return null;
        }
        Sentence next = part.sentences().get(at);
        for (Hit hit : Within.of(speech, Hit::from, next.from(), Math.min(next.to(), next.from() + 2))) {
            if (hit.section().equals("so-said")) {
                return new Speakers(page, next, List.of(), List.of(), speech, subjects).after(hit.to(), next.to());
            }
        }
        return null;
    }

    private void add(@Nullable Said said) {
        if (said != null) {
            out.add(said);
        }
    }

    /** Whether none of the last few statements shares words with another. */
    private boolean apart(Said said) {
        return out.subList(Math.max(0, out.size() - 8), out.size()).stream()
                .noneMatch(o -> o.start() < said.end() && o.end() > said.start());
    }

    /** Whether a sentence begins within a quotation that was open before it, on its line or the one before. */
    private boolean goesOn(Part part, Sentence s) {
        boolean before = open && s.from() == part.sentences().getFirst().from();
        int next = Within.first(part.quotes(), Quote::open, s.from());
        Quote last = next == 0 ? null : part.quotes().get(next - 1);
        if (s.to() >= part.line().to()) {
            open = !part.quotes().isEmpty()
                    && part.quotes().getLast().close() >= part.line().to();
        }
        return before || (last != null && last.close() > s.from());
    }

    private List<Hit> verbs(List<Hit> own, Sentence s, List<Stretch> stretches) {
        List<Hit> verbs = new ArrayList<>();
        int free = s.from();
        for (Hit hit : own) {
            boolean inside = hit.from() < free
                    || !VERBS.contains(hit.section())
                    || stretches.stream().anyMatch(q -> q.holds(hit.from()));
            boolean inner = auxiliary(hit, !verbs.isEmpty()) || negated(hit) || unnamed(hit);
            if (!inside && !inner && !nounLike(hit, stretches)) {
                Hit verb = verbAlone(hit);
                verbs.add(verb);
                free = verb.to();
            }
        }
        return verbs;
    }

    /**
     * Of an Arabic phrase in which the subject or the conjunction may stand ("حمّل ... المسؤولية", "بيّن أن") the verb alone, so
     * that both are found behind it; "نقلت الوكالة عن" is whole, for he who speaks stands behind it.
     */
    private Hit verbAlone(Hit hit) {
        if (page.lang().family() != Lang.Family.ARABIC || hit.length() < 2) {
            return hit;
        }
        String first = tokens.get(hit.from()).form();
        String last = tokens.get(hit.to() - 1).form();
        boolean relays = last.equals("عن") && first.contains("نقل");
        boolean open = hit.entry().pattern().contains("..") || THAT.contains(last);
        return open && !relays ? new Hit(hit.entry(), hit.from(), hit.from() + 1, hit.skip()) : hit;
    }

    /** "Who asked not to be named", «попросивший не называть»: no demand. */
    private boolean unnamed(Hit hit) {
        boolean secret = page.lang().family() == Lang.Family.ARABIC
                && hit.section().equals("demand")
                && hit.to() < tokens.size()
                && tokens.get(hit.to()).form().equals("عدم");
        boolean urged = hit.section().equals("urge")
                && hit.to() < tokens.size()
                && hit.from() > 0
                && (Set.of("not", "не").contains(tokens.get(hit.to()).form())
                        || tokens.get(hit.from() - 1).form().equals("who"));
        return secret || urged;
    }

    /** "Would not say", «не уточнил»: nobody speaks. */
    private boolean negated(Hit hit) {
        return hit.from() > 0
                && !hit.section().equals("deny")
                && Set.of("not", "никогда", "не", "لم", "لن")
                        .contains(tokens.get(hit.from() - 1).form());
    }

    /**
     * An English verb in the passive or infinitive is none of speech; one after "had", where another has come before,
     * is part of what was said; a gerund after a preposition or noun is no participle of its own.
     */
    private boolean auxiliary(Hit hit, boolean inner) {
        if (page.lang() != Lang.ENGLISH || hit.from() == 0) {
            return false;
        }
        String before = tokens.get(hit.from() - 1).form();
        boolean gerund = tokens.get(hit.from()).form().endsWith("ing")
                && !tokens.get(hit.from() - 1).isAny(",;—–-”\"»")
                && !hit.section().equals("participle");
        return gerund || PASSIVE.contains(before) || (inner && PERFECT.contains(before));
    }

    /** English "reports", "calls", "claims" after an article are nouns; Arabic readings that need a prefix are not verbs. */
    private boolean nounLike(Hit hit, List<Stretch> stretches) {
        if (page.lang() == Lang.ARABIC) {
            String form = tokens.get(hit.from()).form();
            if (hit.from() > 0 && RELATIVE.contains(tokens.get(hit.from() - 1).form())) {
                return stretches.stream().noneMatch(q -> q.from() > hit.to() && q.from() - hit.to() <= QUOTES);
            }
            return form.startsWith("ال")
                    || form.startsWith("بال")
                    || form.startsWith("لل")
                    || (hit.skip() > 0 && !form.startsWith("و") && !form.startsWith("ف"));
        }
        boolean article = hit.from() > 0
                && List.of("the", "a", "an", "these", "those", "of", "his", "its", "their")
                        .contains(tokens.get(hit.from() - 1).form());
        boolean noun = hit.from() > 0
                && hit.length() == 1
                && NOUNS.contains(tokens.get(hit.from()).form())
                && BEFORE_NOUNS.contains(tokens.get(hit.from() - 1).form());
        return page.lang() == Lang.ENGLISH && (article || noun);
    }

    /** Whether any quotation of a list holds a token. */
    static @Nullable Quote holding(List<Quote> quotes, int token) {
        for (Quote q : quotes) {
            if (q.holds(token)) {
                return q;
            }
        }
        return null;
    }
}
