package org.truce.reading.events;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.truce.reading.actors.ActorMention;
import org.truce.reading.lexicon.Hit;
import org.truce.reading.lexicon.Language;
import org.truce.reading.page.Page;
import org.truce.reading.text.Lang;
import org.truce.reading.text.Sentence;
import org.truce.reading.text.Token;
import org.truce.reading.text.Token.Form;
import org.truce.reading.text.Within;

/**
 * The words of a text that name parties, and those of {@code parties.txt} that say what a party did or suffered. Every
 * state is read by the same rule: its name, its capital, its forces, and its adjective beside "side", an arm or a
 * position. Cost: one pass; of one thread.
 */
final class PartyWords {
    private static final Set<String> ARMED = Set.of("force", "forces", "army", "armed-forces", "air-force", "navy");
    private static final Set<String> SPEECH = Set.of("say", "tell", "deny", "accuse", "urge", "demand", "participle");
    private static final Set<String> ARTICLES =
            Set.of("the", "a", "an", "its", "their", "his", "our", "those", "these");
    private static final int NOUN_REACH = 3;
    private static final int HOW_REACH = 2;

    private final Page page;
    private final List<Token> tokens;
    private final List<Hit> words;
    private final List<Hit> speech;
    private final List<Party> parties = new ArrayList<>();
    private final List<Hit> adjectives = new ArrayList<>();

    PartyWords(Page page, List<ActorMention> actors) {
        this.page = page;
        this.tokens = page.tokens();
        this.words = Language.of(page.lang(), "parties").find(tokens);
        this.speech = Language.of(page.lang(), "speech").find(tokens).stream()
                .filter(h -> SPEECH.contains(h.section()))
                .toList();
        for (ActorMention a : actors) {
            actor(a);
        }
        for (Hit hit :
                Language.of(page.lang(), "states").find(family() == Lang.Family.ARABIC ? agreeing(tokens) : tokens)) {
            if (!hit.section().equals("capital") && free(hit, actors)) {
                state(hit);
                if (hit.section().equals("adjective")) {
                    adjectives.add(hit);
                }
            }
        }
        parties.sort(Comparator.comparingInt(Party::from));
    }

    /**
     * Tokens in which an Arabic adjective behind an indefinite accusative ("قصفا هنديا") is read without its ending, and
     * so not taken for the name of a country, which looks the same.
     */
    private static List<Token> agreeing(List<Token> tokens) {
        List<Token> out = new ArrayList<>(tokens.size());
        String before = "";
        for (Token t : tokens) {
            boolean accusative = t.form().endsWith("يا") && before.length() > 3 && before.endsWith("ا");
            String bare = t.form().substring(0, t.form().length() - 1);
            out.add(
                    accusative && !before.startsWith("ال")
                            ? new Token(
                                    t.start(), t.end(), t.kind(), t.form(), List.of(new Form(bare, 0)), t.startsLine())
                            : t);
            before = t.form();
        }
        return out;
    }

    /** The parties of a sentence, in order. */
    List<Party> in(Sentence s) {
        return Within.of(parties, Party::from, s.from(), s.to());
    }

    /**
     * The adjective of a state that belongs to a noun of deed: "Armenian fire", «азербайджанский обстрел», "قصف
     * هندي"; words that say how it was done (section {@code how}) are stepped over. Null where none does.
     */
    @Nullable
    Party ofDeed(int from, int to) {
        boolean behind = family() == Lang.Family.ARABIC;
        int at = behind ? to : from;
        for (int step = 0; step <= HOW_REACH && at > 0 && at < tokens.size(); step++) {
            for (Hit hit : Within.of(adjectives, Hit::from, at - 2, at + 1)) {
                if (behind ? hit.from() == at : hit.to() == at) {
                    return new Party(hit.from(), hit.to(), hit.value(), Party.Kind.ARMS, false);
                }
            }
            Hit how = behind ? first("how", at) : ending(at, "how");
            if (how == null) {
                return null;
            }
            at = behind ? how.to() : how.from();
        }
        return null;
    }

    private @Nullable Hit first(String section, int at) {
        List<Hit> found = of(section, at, at + 1);
        return found.isEmpty() ? null : found.getFirst();
    }

    /** The words of a section in {@code [from, to)}, in order. */
    List<Hit> of(String section, int from, int to) {
        return Within.of(words, Hit::from, from, to).stream()
                .filter(h -> h.section().equals(section))
                .toList();
    }

    /** Whether a verb of speech begins in {@code [from, to)}. */
    boolean speech(int from, int to) {
        return !Within.of(speech, Hit::from, from, to).isEmpty();
    }

    /** Whether a party is the subject of an Arabic verb of speech, which stands before it. */
    boolean speaks(Party p) {
        return Within.of(speech, Hit::from, p.from() - 3, p.from()).stream().anyMatch(h -> h.to() == p.from());
    }

    /** Whether words of a section end right before {@code at}, articles stepped over. */
    boolean before(int at, String section) {
        return ending(at, section) != null;
    }

    /** The words of a section that end right before {@code at}, articles stepped over; null where none do. */
    @Nullable
    Hit ending(int at, String section) {
        int end = at;
        while (end > 0 && ARTICLES.contains(tokens.get(end - 1).form())) {
            end--;
        }
        for (Hit hit : Within.of(words, Hit::from, end - 6, end)) {
            if (hit.section().equals(section) && hit.to() == end) {
                return hit;
            }
        }
        return null;
    }

    /** Whether a word is written in capitals only, and so has no endings: «ВСУ». */
    boolean capitals(int at) {
        String word =
                page.text().substring(tokens.get(at).start(), tokens.get(at).end());
        return word.length() > 1
                && word.equals(word.toUpperCase(Locale.ROOT))
                && !word.equals(word.toLowerCase(Locale.ROOT));
    }

    Token token(int at) {
        return tokens.get(at);
    }

    int size() {
        return tokens.size();
    }

    Lang.Family family() {
        return page.lang().family();
    }

    private void actor(ActorMention a) {
        Party.Kind kind = ARMED.contains(a.kind())
                ? Party.Kind.FORCES
                : switch (a.kind()) {
                    case "state" -> Party.Kind.STATE;
                    case "government" -> Party.Kind.CAPITAL;
                    default -> null;
                };
        if (kind != null) {
            String name = a.of().isEmpty() ? a.name() : a.of();
            int from = kind == Party.Kind.FORCES ? unit(a.from()) : a.from();
            boolean skipped = from < a.from() || a.start() > tokens.get(from).start();
            parties.add(new Party(from, a.to(), name, kind, skipped && written(from)));
        }
    }

    /** Where the name of a unit begins that stands before its army: "a group of saboteurs of the army". */
    private int unit(int at) {
        int from = at;
        for (Hit hit = ofArms(from); hit != null; hit = ofArms(from)) {
            from = hit.from();
        }
        return from;
    }

    private @Nullable Hit ofArms(int at) {
        Hit arms = ending(at, "arms");
        boolean of =
                at > 1 && List.of("of", "من", "the").contains(tokens.get(at - 1).form());
        if (arms == null && of) {
            arms = ending(at - 1, "arms");
            arms = arms == null && tokens.get(at - 2).form().equals("of") ? ending(at - 2, "arms") : arms;
        }
        return arms == null || tokens.get(arms.to()).startsLine() ? null : arms;
    }

    /** Whether a word of the section {@code arms} at a token carries a preposition. */
    private boolean written(int at) {
        List<Hit> arms = of("arms", at, at + 1);
        return preposition(at) && (arms.isEmpty() || arms.getFirst().skip() > 0);
    }

    private static boolean free(Hit hit, List<ActorMention> actors) {
        for (ActorMention a : Within.of(actors, ActorMention::from, hit.from() - 9, hit.to())) {
            if (a.to() > hit.from()) {
                return false;
            }
        }
        return true;
    }

    private void state(Hit hit) {
        boolean name = hit.section().equals("name");
        boolean nounFirst = family() == Lang.Family.ARABIC || (family() == Lang.Family.RUSSIAN && name);
        Hit noun = nounFirst ? nounBefore(hit) : nounAfter(hit);
        boolean prefixed = hit.skip() > 0 && preposition(hit.from());
        if (noun != null && !(nounFirst && prefixed)) {
            int from = Math.min(noun.from(), hit.from());
            boolean written = noun.from() < hit.from() ? noun.skip() > 0 && preposition(noun.from()) : prefixed;
            parties.add(new Party(from, Math.max(noun.to(), hit.to()), hit.value(), kind(noun), written));
        } else if (name) {
            parties.add(new Party(hit.from(), hit.to(), hit.value(), Party.Kind.STATE, prefixed));
        }
    }

    private static Party.Kind kind(Hit noun) {
        return switch (noun.section()) {
            case "party" -> Party.Kind.SIDE;
            case "arms" -> Party.Kind.ARMS;
            default -> Party.Kind.GROUND;
        };
    }

    /** Whether the proclitic of a word is a preposition, not "and" or an article. */
    private boolean preposition(int at) {
        char first = tokens.get(at).form().charAt(0);
        char second = tokens.get(at).form().length() > 1 ? tokens.get(at).form().charAt(1) : ' ';
        return "بلك".indexOf(first) >= 0 || ("وف".indexOf(first) >= 0 && "بلك".indexOf(second) >= 0);
    }

    private @Nullable Hit nounAfter(Hit hit) {
        for (int at = hit.to(); at < Math.min(tokens.size(), hit.to() + NOUN_REACH); at++) {
            Token t = tokens.get(at);
            boolean owning = t.isAny("'’") || t.form().equals("s");
            if (t.startsLine() || !(t.word() || owning)) {
                return null;
            }
            Hit noun = noun(at);
            if (noun != null) {
                return noun;
            }
        }
        return null;
    }

    private @Nullable Hit nounBefore(Hit hit) {
        for (int at = hit.from() - 1; at >= Math.max(0, hit.from() - NOUN_REACH + 1); at--) {
            if (!tokens.get(at).word() || tokens.get(at + 1).startsLine()) {
                return null;
            }
            Hit noun = noun(at);
            if (noun != null) {
                return noun;
            }
        }
        return null;
    }

    private @Nullable Hit noun(int at) {
        for (String section : List.of("party", "arms", "ground")) {
            List<Hit> found = of(section, at, at + 1);
            if (!found.isEmpty()) {
                return found.getFirst();
            }
        }
        return null;
    }
}
