package org.truce.quality.score;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Sums over reports: of each layer how many facts were labelled, read and right; of each detail how many were asked and
 * right. Mutable; not thread-safe.
 */
public final class Score {
    private final Map<Layer, int[]> layers = new EnumMap<>(Layer.class);
    private final Map<Detail, int[]> details = new EnumMap<>(Detail.class);
    private int reports;
    private int publications;
    private int publishers;

    /** Adds one report. */
    public void add(Facts labelled, Facts read) {
        reports++;
        publications += labelled.publication().equals(read.publication()) ? 1 : 0;
        publishers += labelled.publisher().equals(read.publisher()) ? 1 : 0;
        for (Layer layer : Layer.values()) {
            List<Fact> g = labelled.of(layer);
            List<Fact> r = read.of(layer);
            Map<Integer, Integer> pairs = Matching.of(layer, g, r);
            int[] sum = layers.computeIfAbsent(layer, k -> new int[3]);
            sum[0] += pairs.size();
            sum[1] += g.size();
            sum[2] += r.size();
            if (layer == Layer.EVENTS) {
                pairs.forEach((j, i) -> Details.of(g.get(i), r.get(j)).forEach(this::add));
            }
        }
    }

    private void add(Details.Answer answer) {
        int[] sum = details.computeIfAbsent(answer.detail(), k -> new int[2]);
        sum[0] += answer.right();
        sum[1] += answer.of();
    }

    /** How many reports were added. */
    public int reports() {
        return reports;
    }

    /** Share of reports whose date of publication is right; NaN without reports. */
    public double publication() {
        return (double) publications / reports;
    }

    /** Share of reports whose publisher is right; NaN without reports. */
    public double publisher() {
        return (double) publishers / reports;
    }

    /** Twice the right over labelled and read; NaN where there are none. */
    public double f1(Layer layer) {
        int[] sum = layers.getOrDefault(layer, new int[3]);
        return 2.0 * sum[0] / (sum[1] + sum[2]);
    }

    /** How many facts of a layer are labelled. */
    public int labelled(Layer layer) {
        return layers.getOrDefault(layer, new int[3])[1];
    }

    /** Share of a detail that is right among the events found; NaN where none was asked. */
    public double share(Detail detail) {
        int[] sum = details.getOrDefault(detail, new int[2]);
        return (double) sum[0] / sum[1];
    }

    /** Events read that match none, as a share of those labelled; NaN where none is labelled. */
    public double extra() {
        int[] sum = layers.getOrDefault(Layer.EVENTS, new int[3]);
        return (double) (sum[2] - sum[0]) / sum[1];
    }
}
