package org.truce.reading.events;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.truce.reading.actors.ActorMention;
import org.truce.reading.page.Page;
import org.truce.reading.statements.Said;
import org.truce.reading.text.Sentence;
import org.truce.reading.text.Within;

/**
 * Who is accused of an event, and by whom: blamed in so many words, else told to have done it. Nobody is accused of what
 * his own side tells of him. One instance reads one text.
 */
final class Parties {
    private static final Set<String> TYPES =
            Set.of("ceasefire_violation", "casualty", "corridor_obstruction", "infrastructure");

    private final Page page;
    private final Events.Facts facts;
    private final PartyWords words;
    private final Blame blame;
    private final Doers doers;

    Parties(Page page, Events.Facts facts, Clauses clauses) {
        this.page = page;
        this.facts = facts;
        this.words = new PartyWords(page, facts.actors());
        this.blame = new Blame(words);
        this.doers = new Doers(words, clauses);
    }

    /**
     * The parties of an event.
     *
     * @param accused normalised name, empty if nobody
     * @param accuser normalised name, empty if nobody
     */
    record Pair(String accused, String accuser) {
        static final Pair NONE = new Pair("", "");
    }

    /**
     * The parties of an event.
     *
     * @param mentions the concepts of the sentence
     * @param violated whether the sentence tells of a violation: then it, and no casualty, carries the accusation
     */
    Pair of(Sentence s, Matching.Match match, String type, List<Mention> mentions, boolean violated) {
        boolean casualty = type.equals("casualty");
        if (!TYPES.contains(type) || (casualty && violated)) {
            return Pair.NONE;
        }
        Blame.Blamed blamed = blame.in(s, mentions);
        if (blamed != null) {
            return new Pair(blamed.party().name(), accuser(s, blamed));
        }
        if (casualty) {
            return Pair.NONE;
        }
        Said said = said(s, match);
        String teller = said == null ? teller(s) : said.speaker();
        Party doer = doers.of(s, match, mentions);
        if (doer == null && said != null && !said.speaker().isEmpty()) {
            doer = other(s, said);
        }
        if (doer == null || side(teller).equals(doer.name())) {
            return Pair.NONE;
        }
        return new Pair(doer.name(), teller);
    }

    /** The statement that a match stands in, else the first of its sentence that does not deny. */
    private @Nullable Said said(Sentence s, Matching.Match match) {
        int start = page.tokens().get(s.from()).start();
        int end = page.tokens().get(s.to() - 1).end();
        int at = page.tokens().get(match.head().from()).start();
        Said first = null;
        for (Said said : Within.of(facts.saidByPlace(), Said::start, start, end)) {
            if (!said.verbClass().equals("denies")) {
                if (said.start() <= at && at < said.end()) {
                    return said;
                }
                first = first == null ? said : first;
            }
        }
        return first;
    }

    /** In the words of one side: the forces of the other, where they are not the ones who are struck. */
    private @Nullable Party other(Sentence s, Said said) {
        String own = side(said.speaker());
        for (Party p : words.in(s)) {
            int at = page.tokens().get(p.from()).start();
            boolean inside = at >= said.start() && at < said.end();
            boolean forces = p.kind() == Party.Kind.FORCES || p.kind() == Party.Kind.ARMS;
            if (inside && forces && !p.name().equals(own) && !doers.struck(p)) {
                return p;
            }
        }
        return null;
    }

    private String accuser(Sentence s, Blame.Blamed blamed) {
        String before = "";
        String after = "";
        for (ActorMention a : Within.of(facts.actors(), ActorMention::from, s.from(), s.to())) {
            boolean same = a.from() >= blamed.party().from()
                    && a.from() < blamed.party().to();
            if (!same && a.from() < blamed.at()) {
                before = a.name();
            } else if (!same && after.isEmpty() && a.from() < blamed.party().from()) {
                after = a.name();
            }
        }
        return before.isEmpty() ? after : before;
    }

    /** The first body or person of a side that a sentence names. */
    private String teller(Sentence s) {
        for (ActorMention a : Within.of(facts.actors(), ActorMention::from, s.from(), s.to())) {
            boolean party = words.in(s).stream().anyMatch(p -> p.from() <= a.from() && a.from() < p.to());
            if (!party && !side(a.name()).isEmpty()) {
                return a.name();
            }
        }
        return "";
    }

    private String side(String name) {
        return facts.sides().getOrDefault(name, "");
    }
}
