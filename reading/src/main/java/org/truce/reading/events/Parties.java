package org.truce.reading.events;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.truce.reading.actors.ActorMention;
import org.truce.reading.lexicon.Hit;
import org.truce.reading.lexicon.Language;
import org.truce.reading.page.Page;
import org.truce.reading.text.Sentence;

/**
 * Who accuses whom in a sentence.
 *
 * @param accused normalised name, empty if nobody
 * @param accuser normalised name, empty if nobody
 */
record Parties(String accused, String accuser) {
    private static final Set<String> TYPES = Set.of("ceasefire_violation", "casualty", "corridor_obstruction");
    private static final Parties NONE = new Parties("", "");

    static Parties of(Page page, List<ActorMention> actors, Sentence s, String type) {
        if (!TYPES.contains(type)) {
            return NONE;
        }
        Hit verb = null;
        for (Hit hit : Language.of(page.lang(), "speech").find(page.tokens().subList(s.from(), s.to()))) {
            if (hit.section().equals("accuse")) {
                verb = hit;
                break;
            }
        }
        ActorMention accuser = null;
        ActorMention accused = null;
        for (ActorMention a : actors) {
            if (!s.holds(a.from()) || a.name().isEmpty()) {
                continue;
            }
            boolean speaks = a.kind().endsWith("ministry")
                    || a.kind().equals("border")
                    || a.kind().equals("government")
                    || a.kind().equals("person")
                    || a.kind().equals("role")
                    || a.kind().equals("organisation");
            if (speaks && accuser == null && !a.of().isEmpty()) {
                accuser = a;
            } else if (accused == null && party(a) && (verb == null ? accuser != null && fights(a) : true)) {
                accused = a;
            }
        }
        if (accused == null
                || (accuser != null
                        && accused.of().equals(accuser.of())
                        && !accused.of().isEmpty())) {
            return NONE;
        }
        if (verb == null && accuser == null) {
            return NONE;
        }
        return new Parties(name(accused), accuser == null ? "" : accuser.name());
    }

    private static boolean party(ActorMention a) {
        return a.kind().equals("state") || fights(a);
    }

    private static boolean fights(ActorMention a) {
        return a.kind().equals("forces") || a.kind().equals("army") || (a.kind().equals("force") && a.of().isEmpty());
    }

    private static String name(@Nullable ActorMention a) {
        return a == null ? "" : a.of().isEmpty() ? a.name() : a.of();
    }
}
