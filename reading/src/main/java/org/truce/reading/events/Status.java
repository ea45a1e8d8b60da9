package org.truce.reading.events;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.truce.reading.events.Matching.Match;
import org.truce.reading.lexicon.Hit;

/**
 * What the cues of a sentence ({@code status.txt}) make of a match. A cue reaches as far as {@link Clauses} lets it; of
 * several the nearest decides. Words that only look like a negation ("not interrupted", «не менее») are neutral.
 */
final class Status {
    static final String ASSERTED = "asserted";
    static final String DENIED = "denied";
    static final String PLANNED = "planned";

    /** What parts the words of an entry. */
    private static final Pattern WORDS = Pattern.compile("[ |?]");

    private static final int NONE = Integer.MAX_VALUE;

    /** What is called off when it was planned. */
    private static final Set<String> CALLED_OFF = Set.of("meeting", "visit", "agreement_signed");

    /** How near the future tense counts that a word carries itself. */
    private static final int OWN_FORM = 3;

    /** How far behind what is planned its condition may stand: "will withdraw if …". */
    private static final int AFTERTHOUGHT = 14;

    /** How many words behind what people talked about still belong to it. */
    private static final int TOPIC_REACH = 2;

    /** How far a cue between the words of a match may stand from its head. */
    private static final int BETWEEN = 9;

    private final List<Hit> cues;
    private final Clauses clauses;

    Status(List<Hit> cues, Clauses clauses) {
        this.clauses = clauses;
        this.cues = cues.stream().filter(c -> !neutral(c, cues)).toList();
    }

    private static boolean neutral(Hit cue, List<Hit> cues) {
        for (Hit n : cues) {
            if (n.section().equals("neutral")
                    && !cue.section().equals("neutral")
                    && n.from() <= cue.from()
                    && n.to() >= cue.to()) {
                return true;
            }
        }
        return false;
    }

    /** {@code denied}, {@code planned} or {@code asserted}; null where the words make it no event. */
    @Nullable
    String of(Match match) {
        if (hypothetical(match) || history(match) || topic(match)) {
            return null;
        }
        String plain = plain(match);
        if (plain.equals(PLANNED) && distance(match, "condition", -1, AFTERTHOUGHT) < NONE) {
            return null;
        }
        return switch (match.rule().status()) {
            case DENIED -> reversed(match) ? ASSERTED : plain.equals(PLANNED) ? null : DENIED;
            case ASSERTED -> plain.equals(PLANNED) ? PLANNED : ASSERTED;
            case PLANNED -> plain.equals(DENIED) ? DENIED : PLANNED;
            case "refused" -> DENIED;
            case "exists" -> absent(match) ? DENIED : ASSERTED;
            case "settled" -> plain.equals(DENIED) ? DENIED : ASSERTED;
            case "unless-denied" -> plain.equals(DENIED) ? null : plain;
            case "only-denied" -> plain.equals(DENIED) ? DENIED : null;
            case "if-denied" -> plain.equals(DENIED) ? ASSERTED : null;
            default -> plain;
        };
    }

    private String plain(Match match) {
        boolean off = CALLED_OFF.contains(match.rule().type()) && distance(match, "cancelled", 12, 12) < NONE;
        if (refuted() || off) {
            return DENIED;
        }
        int denied = Math.min(
                distance(match, "denied", 9, 5),
                Math.min(distance(match, "forward", 4, -1), distance(match, "deny", 25, 6)));
        int planned = match.planned()
                ? OWN_FORM
                : Math.min(distance(match, "planned", 15, 0), distance(match, "scheduled", 15, 9));
        if (denied == NONE && planned == NONE) {
            return ASSERTED;
        }
        return denied != NONE && (planned == NONE || denied <= planned + 1) ? DENIED : PLANNED;
    }

    /**
     * Whether a negation turns words that deny into their contrary. Who denies something and goes on to say that all is
     * calm does not deny the calm.
     */
    private boolean reversed(Match match) {
        return !refuted() && Math.min(distance(match, "denied", 9, 5), distance(match, "forward", 4, -1)) < NONE;
    }

    /** Whether a thing itself is said not to be there, and not something about it. */
    private boolean absent(Match match) {
        return refuted() || Math.min(distance(match, "denied", 2, 2), distance(match, "deny", 12, 4)) < NONE;
    }

    private boolean hypothetical(Match match) {
        return distance(match, "hypothetical", 20, -1) < NONE;
    }

    /** Whether what a match tells of is only what people talked about: "they discussed the opening of the road". */
    private boolean topic(Match match) {
        Mention head = match.head();
        return cues.stream()
                .anyMatch(c -> c.section().equals("topic")
                        && head.to() >= c.to()
                        && head.from() > c.from()
                        && head.from() <= c.to() + TOPIC_REACH);
    }

    private boolean history(Match match) {
        return !match.rule().type().equals("agreement_signed") && distance(match, "history", 16, 12) < NONE;
    }

    /** Whether the sentence says that an accusation is refused. */
    boolean refused() {
        return cues.stream().anyMatch(c -> c.section().equals("refusal"));
    }

    /** Whether the whole of what the sentence reports is called untrue. */
    private boolean refuted() {
        return cues.stream().anyMatch(c -> c.section().equals("refuted"));
    }

    /** Whether a cue is one of the words of a head, and does not only stand in a gap between them. */
    private static boolean part(Hit cue, Mention head) {
        if (cue.from() < head.from() || cue.to() > head.to()) {
            return false;
        }
        if (cue.from() == head.from() || !head.pattern().contains("..")) {
            return true;
        }
        Set<String> words =
                Set.copyOf(WORDS.splitAsStream(head.pattern()).distinct().toList());
        return WORDS.splitAsStream(cue.entry().pattern()).anyMatch(words::contains);
    }

    /** Whether a cue only goes along with the «не» among a head's own words: «ни один груз не мог проехать». */
    private static boolean concord(Hit cue, Mention head) {
        return cue.length() == 1
                && cue.from() < head.from()
                && cue.entry().pattern().startsWith("ни|")
                && WORDS.splitAsStream(head.pattern()).anyMatch("не"::equals);
    }

    /** How far from the head the nearest cue of a section stands that reaches it. */
    private int distance(Match match, String section, int before, int after) {
        int least = NONE;
        Mention head = match.head();
        for (Hit cue : cues) {
            if (!cue.section().equals(section) || part(cue, head) || concord(cue, head)) {
                continue;
            }
            int gap = clauses.cue(cue.from(), cue.to(), head.from(), head.to());
            boolean between = cue.from() >= match.from() && cue.to() <= match.to() && after >= 0;
            int reach = cue.from() < head.from() ? before : after;
            if (gap <= (between ? Math.max(reach, BETWEEN) : reach)) {
                least = Math.min(least, gap);
            }
        }
        return least;
    }
}
