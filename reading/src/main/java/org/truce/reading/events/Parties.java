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
 * Who accuses whom in a sentence: by a verb of accusing, or because one side's body says that the other side's forces
 * did it.
 *
 * @param accused normalised name, empty if nobody
 * @param accuser normalised name, empty if nobody
 */
record Parties(String accused, String accuser) {
    private static final Set<String> TYPES = Set.of("ceasefire_violation", "casualty", "corridor_obstruction");
    private static final Parties NONE = new Parties("", "");

    /**
     * The parties of an event.
     *
     * @param blame where the sentence lays blame, see the concept {@code BLAME}
     */
    static Parties of(Page page, Events.Facts facts, Sentence s, String type, List<Mention> blame) {
        if (!TYPES.contains(type)) {
            return NONE;
        }
        if (!blame.isEmpty()) {
            Parties blamed = blamed(facts, s, blame.getFirst());
            if (!blamed.accused().isEmpty()) {
                return blamed;
            }
        }
        int start = page.tokens().get(s.from()).start();
        int end = page.tokens().get(s.to() - 1).end();
        for (Said said : Within.of(facts.saidByPlace(), Said::start, start, end)) {
            if (said.start() >= start && said.start() < end && !said.verbClass().equals("denies")) {
                boolean accuses = said.verbClass().equals("accuses");
                ActorMention accused = accused(facts, said, accuses);
                if (accused != null) {
                    return new Parties(name(accused), said.speaker());
                }
            }
        }
        return type.equals("casualty") ? NONE : told(facts, s);
    }

    /** Who is blamed: the first that may have fought after the word, else the last before it. */
    private static Parties blamed(Events.Facts facts, Sentence s, Mention blame) {
        ActorMention accuser = null;
        ActorMention accused = null;
        for (ActorMention a : Within.of(facts.actors(), ActorMention::from, s.from(), s.to())) {
            boolean may = fights(a) || a.kind().equals("state") || a.kind().equals("government");
            if (a.from() >= blame.from() && may && accused == null) {
                accused = a;
            } else if (a.from() < blame.from() && !fights(a)) {
                accuser = a;
            }
        }
        return accused == null ? NONE : new Parties(name(accused), accuser == null ? "" : accuser.name());
    }

    /** A sentence in which a body of one side tells what the forces of the other did. */
    private static Parties told(Events.Facts facts, Sentence s) {
        ActorMention teller = null;
        ActorMention doer = null;
        for (ActorMention a : Within.of(facts.actors(), ActorMention::from, s.from(), s.to())) {
            if (fights(a)) {
                doer = doer == null ? a : doer;
            } else if (!a.kind().equals("state") && !side(facts, a).isEmpty()) {
                teller = teller == null ? a : teller;
            }
        }
        if (teller == null || doer == null) {
            return NONE;
        }
        boolean other = !side(facts, teller).equals(doer.of()) && !doer.name().equals(teller.name());
        return other ? new Parties(name(doer), teller.name()) : NONE;
    }

    private static String side(Events.Facts facts, ActorMention a) {
        return facts.sides().getOrDefault(a.name(), a.of());
    }

    private static @Nullable ActorMention accused(Events.Facts facts, Said said, boolean accuses) {
        String side = facts.sides().getOrDefault(said.speaker(), "");
        for (ActorMention a : Within.of(facts.actors(), ActorMention::start, said.start(), said.end())) {
            boolean inside = a.start() >= said.start() && a.end() <= said.end();
            boolean other = side.isEmpty() ? accuses : !a.of().equals(side);
            if (inside && other && ((accuses && a.kind().equals("state")) || fights(a))) {
                return a;
            }
        }
        return null;
    }

    private static boolean fights(ActorMention a) {
        boolean ofNoState = a.kind().equals("force") && a.of().isEmpty();
        return a.kind().equals("forces") || a.kind().equals("army") || ofNoState;
    }

    private static String name(ActorMention a) {
        return a.of().isEmpty() ? a.name() : a.of();
    }
}
