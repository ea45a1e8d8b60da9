package org.truce.quality.score;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What of a found event is right. Pure functions. */
public final class Details {
    /**
     * How much of one detail is right.
     *
     * @param right 0 to {@code of}
     * @param of 1, for numbers their count
     */
    public record Answer(Detail detail, int right, int of) {}

    private Details() {}

    /** Of a labelled event and the read one that it is; a detail of which the labels say nothing is not asked. */
    public static List<Answer> of(Fact labelled, Fact read) {
        Happened g = labelled.happened();
        Happened r = read.happened();
        List<Answer> out = new ArrayList<>();
        if (g == null || r == null) {
            return out;
        }
        if (!g.date().isEmpty()) {
            out.add(one(Detail.DATE, g.date().equals(r.date()) || between(g, r.date())));
        }
        if (!g.where().isEmpty()) {
            out.add(one(
                    Detail.PLACE,
                    g.where().stream().anyMatch(p -> r.where().stream().anyMatch(p::near))));
        }
        if (!g.numbers().isEmpty()) {
            Set<@Nullable Double> numbers = new HashSet<>(r.numbers());
            int right = (int) g.numbers().stream().filter(numbers::contains).count();
            out.add(new Answer(Detail.NUMBERS, right, Math.max(g.numbers().size(), numbers.size())));
        }
        if (!g.accused().isEmpty() || !r.accused().isEmpty()) {
            out.add(one(Detail.ACCUSED, g.accused().equals(r.accused())));
        }
        return out;
    }

    private static boolean between(Happened g, String day) {
        return !day.isEmpty()
                && !g.earliest().isEmpty()
                && !g.latest().isEmpty()
                && g.earliest().compareTo(day) <= 0
                && day.compareTo(g.latest()) <= 0;
    }

    private static Answer one(Detail detail, boolean right) {
        return new Answer(detail, right ? 1 : 0, 1);
    }
}
