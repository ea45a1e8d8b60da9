package org.truce.reading.events;

import java.util.List;
import org.truce.reading.lexicon.Hit;
import org.truce.reading.page.Page;
import org.truce.reading.text.Sentence;
import org.truce.reading.text.Token;

/** What the cues of a sentence make of a trigger: a cue reaches as far as its clause. */
final class Status {
    private static final int REACH = 14;

    private final List<Token> tokens;
    private final List<Hit> cues;

    Status(Page page, Sentence s, List<Hit> cues) {
        this.tokens = page.tokens().subList(0, s.to());
        this.cues = cues;
    }

    /** {@code denied}, {@code planned} or {@code asserted}. */
    String of(Hit trigger) {
        boolean denied = reached(trigger, "denied");
        boolean planned = reached(trigger, "planned");
        return denied ? "denied" : planned ? "planned" : "asserted";
    }

    /** Whether the trigger speaks of something hypothetical. */
    boolean outOfPlay(Hit trigger) {
        return reached(trigger, "hypothetical");
    }

    private boolean reached(Hit trigger, String section) {
        for (Hit cue : cues) {
            if (!cue.section().equals(section)) {
                continue;
            }
            boolean before = cue.from() <= trigger.to();
            int from = before ? cue.to() : trigger.to();
            int to = before ? trigger.from() : cue.from();
            boolean inside = cue.from() >= trigger.from() && cue.to() <= trigger.to();
            if (inside || (to - from <= (before ? REACH : 7) && !boundary(from, to))) {
                return true;
            }
        }
        return false;
    }

    private boolean boundary(int from, int to) {
        for (int i = from; i < to; i++) {
            if (tokens.get(i).isAny(",،;:؛.—")
                    || (i > from && tokens.get(i).form().equals("but"))) {
                return true;
            }
        }
        return false;
    }
}
