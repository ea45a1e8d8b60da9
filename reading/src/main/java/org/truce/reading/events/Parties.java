package org.truce.reading.events;

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

    static Parties of(Page page, Events.Facts facts, Sentence s, String type) {
        if (!TYPES.contains(type)) {
            return NONE;
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
        return NONE;
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
