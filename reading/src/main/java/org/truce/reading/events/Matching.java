package org.truce.reading.events;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds, in one sentence, the concepts that rules put together. Cost: heads times the concepts of the sentence. */
final class Matching {
    /** A sentence with more concepts than this is a list, not a sentence; what is beyond is not read. */
    private static final int MOST_MENTIONS = 120;

    private final List<Mention> mentions;
    private final Clauses clauses;

    Matching(List<Mention> mentions, Clauses clauses) {
        this.mentions = mentions.size() > MOST_MENTIONS ? mentions.subList(0, MOST_MENTIONS) : mentions;
        this.clauses = clauses;
    }

    /**
     * A rule that holds.
     *
     * @param head where its head stands
     * @param from index of the first token of all its concepts
     * @param to index after the last
     * @param planned whether a word's own form says that it is still to come
     */
    record Match(Rule rule, Mention head, int from, int to, boolean planned) {}

    /** Every match, in the order of heads. */
    List<Match> all() {
        List<Match> out = new ArrayList<>();
        for (Mention head : mentions) {
            for (Rule rule : Rules.packaged().headedBy(head.concept())) {
                Match match = match(rule, head);
                if (match != null) {
                    out.add(match);
                }
            }
        }
        return out;
    }

    /** Tokens at which a word stands that heads a rule with others: the verbs of events. */
    static BitSet verbs(List<Mention> mentions) {
        BitSet out = new BitSet();
        for (Mention m : mentions) {
            if (Rules.packaged().headedBy(m.concept()).stream().anyMatch(r -> !r.alone())) {
                out.set(m.from());
            }
        }
        return out;
    }

    private @Nullable Match match(Rule rule, Mention head) {
        int from = head.from();
        int to = head.to();
        boolean planned = head.planned();
        List<Mention> used = new ArrayList<>(3);
        used.add(head);
        for (Set<String> part : rule.others()) {
            Mention other = nearest(head, part, rule.reach(), used);
            if (other == null) {
                return null;
            }
            used.add(other);
            from = Math.min(from, other.from());
            to = Math.max(to, other.to());
            planned |= other.planned();
        }
        if (!rule.veto().isEmpty() && nearest(head, rule.veto(), rule.reach(), List.of()) != null) {
            return null;
        }
        return new Match(rule, head, from, to, planned);
    }

    private @Nullable Mention nearest(Mention head, Set<String> concepts, int reach, List<Mention> used) {
        Mention best = null;
        int least = reach + 1;
        for (Mention m : mentions) {
            if (concepts.contains(m.concept()) && used.stream().noneMatch(u -> u.from() == m.from())) {
                int gap = clauses.together(head.from(), head.to(), m.from(), m.to());
                if (gap < least) {
                    least = gap;
                    best = m;
                }
            }
        }
        return best;
    }
}
