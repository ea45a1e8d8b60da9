package org.truce.reading.events;

import java.util.List;
import org.truce.reading.lexicon.Hit;
import org.truce.reading.text.Token;

/**
 * What the cues of a sentence make of a trigger. A cue reaches as far as its clause; of several the nearest decides,
 * and a negation right beside a modal denies it. Words that only look like a negation ("not interrupted", «не менее»)
 * are neutral.
 */
final class Status {
    private static final int BEFORE = 14;
    private static final int AFTER = 5;
    private static final int FORWARD = 5;

    private final List<Token> tokens;
    private final List<Hit> cues;

    Status(List<Token> tokens, List<Hit> cues) {
        this.tokens = tokens;
        this.cues = cues.stream().filter(c -> !neutral(c, cues)).toList();
    }

    private static boolean neutral(Hit cue, List<Hit> cues) {
        return (cue.section().equals("denied") || cue.section().equals("forward"))
                && cues.stream()
                        .anyMatch(n -> n.section().equals("neutral") && n.from() <= cue.from() && n.to() >= cue.to());
    }

    /** {@code denied}, {@code planned} or {@code asserted}. */
    String of(Hit trigger) {
        if (refuted()) {
            return "denied";
        }
        int denied = Math.min(distance(trigger, "denied"), distance(trigger, "forward"));
        int planned = distance(trigger, "planned");
        if (denied == Integer.MAX_VALUE && planned == Integer.MAX_VALUE) {
            return "asserted";
        }
        return denied <= planned + 1 || planned == Integer.MAX_VALUE ? "denied" : "planned";
    }

    /** Whether the trigger speaks of something hypothetical. */
    boolean outOfPlay(Hit trigger) {
        return distance(trigger, "hypothetical") < Integer.MAX_VALUE;
    }

    /** Whether the sentence says that an accusation is refused. */
    boolean refused() {
        return cues.stream().anyMatch(c -> c.section().equals("refusal"));
    }

    /** Whether the whole of what the sentence reports is called untrue. */
    boolean refuted() {
        return cues.stream().anyMatch(c -> c.section().equals("refuted"));
    }

    /** Tokens between the trigger and the nearest cue of a section that reaches it. */
    private int distance(Hit trigger, String section) {
        int least = Integer.MAX_VALUE;
        for (Hit cue : cues) {
            if (!cue.section().equals(section)) {
                continue;
            }
            if (cue.from() >= trigger.from() && cue.to() <= trigger.to()) {
                return 0;
            }
            boolean before = cue.from() < trigger.from();
            int from = before ? cue.to() : trigger.to();
            int to = before ? trigger.from() : cue.from();
            int reach = section.equals("forward") ? (before ? FORWARD : -1) : before ? BEFORE : AFTER;
            if (to - from <= reach && !boundary(from, to, before)) {
                least = Math.min(least, Math.max(0, to - from));
            }
        }
        return least;
    }

    private boolean boundary(int from, int to, boolean before) {
        for (int i = from; i < to; i++) {
            Token t = tokens.get(i);
            boolean conjunction =
                    t.form().equals("but") || t.form().equals("но") || t.form().equals("لكن");
            boolean and = !before && (t.form().equals("and") || t.form().equals("и"));
            if (t.isAny(",،;:؛.—") || conjunction || and) {
                return true;
            }
        }
        return false;
    }
}
