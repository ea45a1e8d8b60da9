package org.truce.reading.events;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.truce.reading.lexicon.Hit;
import org.truce.reading.text.Lang;
import org.truce.reading.text.Sentence;

/**
 * Whom a sentence blames in so many words: the object of a verb that accuses, the one on whom blame is laid, the one
 * said to be guilty.
 */
final class Blame {
    private static final int OBJECT_REACH = 14;

    private final PartyWords words;

    Blame(PartyWords words) {
        this.words = words;
    }

    /** The blamed party and where it is blamed, or null. */
    record Blamed(Party party, int at) {}

    /** Whom a sentence blames; null where nobody is. */
    @Nullable
    Blamed in(Sentence s, List<Mention> mentions) {
        for (Hit hit : words.of("accused-of", s.from(), s.to())) {
            Party p = lastBefore(s, hit.from());
            if (p != null) {
                return new Blamed(p, hit.from());
            }
        }
        for (Hit hit : words.of("blame", s.from(), s.to())) {
            Party p = laidOn(s, hit, mentions);
            if (p != null) {
                return new Blamed(p, hit.from());
            }
        }
        for (Hit hit : words.of("accuse", s.from(), s.to())) {
            Party p = words.family() == Lang.Family.ARABIC ? arabicObject(s, hit) : object(s, hit);
            if (p != null) {
                return new Blamed(p, hit.from());
            }
        }
        for (Hit hit : words.of("guilty", s.from(), s.to())) {
            Party p = lastBefore(s, hit.from());
            if (p != null) {
                return new Blamed(p, hit.from());
            }
        }
        return null;
    }

    private @Nullable Party lastBefore(Sentence s, int at) {
        Party last = null;
        for (Party p : words.in(s)) {
            boolean near = p.to() <= at && at - p.to() <= 3;
            last = near && p.kind() != Party.Kind.GROUND && !words.speech(p.to(), at) ? p : last;
        }
        return last;
    }

    /** The first party after a word of blame that stands behind "on"; behind "attack on" only if no other does. */
    private @Nullable Party laidOn(Sentence s, Hit hit, List<Mention> mentions) {
        Party doubtful = null;
        for (Party p : words.in(s)) {
            Hit on = p.from() >= hit.from() + 1 && p.kind() != Party.Kind.GROUND ? words.ending(p.from(), "on") : null;
            boolean written = p.prefixed() && p.from() >= hit.to();
            if (on == null && !written) {
                continue;
            }
            boolean deed = on != null
                    && mentions.stream()
                            .anyMatch(m -> m.to() == on.from() && !m.concept().equals("BLAME"));
            if (!deed) {
                return p;
            }
            doubtful = doubtful == null ? p : doubtful;
        }
        return doubtful;
    }

    private @Nullable Party object(Sentence s, Hit hit) {
        for (Party p : words.in(s)) {
            boolean after = p.from() > hit.from() && p.from() - hit.from() <= OBJECT_REACH;
            if (after && p.kind() != Party.Kind.GROUND && !words.before(p.from(), "victim") && !p.prefixed()) {
                return p;
            }
        }
        return null;
    }

    /**
     * Arabic puts the accuser between the verb and the accused, unless he is left out: of two parties before the
     * preposition that names the deed the second is accused, of one that one.
     */
    private @Nullable Party arabicObject(Sentence s, Hit hit) {
        Party first = null;
        for (Party p : words.in(s)) {
            boolean after = p.from() > hit.from() && p.from() - hit.from() <= OBJECT_REACH;
            if (!after || p.prefixed() || p.kind() == Party.Kind.GROUND || words.before(p.from(), "victim")) {
                continue;
            }
            if (first == null) {
                first = p;
            } else if (!deedBetween(first.to(), p.from())) {
                return p;
            }
        }
        return first;
    }

    private boolean deedBetween(int from, int to) {
        for (int i = from; i < to; i++) {
            if (words.token(i).form().startsWith("ب") || words.token(i).isAny("،.؛:")) {
                return true;
            }
        }
        return !words.of("blame", from, to).isEmpty();
    }
}
