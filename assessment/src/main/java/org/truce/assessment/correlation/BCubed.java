package org.truce.assessment.correlation;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * How well things were put together, held against the truth (Bagga and Baldwin 1998): in the mean over the things, which
 * share of a thing's companions belongs to it, and which share of those that belong to it are its companions.
 *
 * @param precision 0 to 1; 1 of nothing
 * @param recall 0 to 1; 1 of nothing
 */
public record BCubed(double precision, double recall) {
    /**
     * Holds groups against the truth. Linear.
     *
     * @param groups disjoint; what is in none of them is alone
     * @param truth of each thing to what it truly belongs
     */
    public static <T, K> BCubed of(Collection<? extends Collection<T>> groups, Map<T, K> truth) {
        Map<K, Integer> sizes = new HashMap<>();
        truth.values().forEach(of -> sizes.merge(of, 1, Integer::sum));
        double precision = 0;
        double recall = 0;
        int grouped = 0;
        for (Collection<T> group : groups) {
            Map<K, Integer> inside = new HashMap<>();
            int size = 0;
            for (T one : group) {
                K of = truth.get(one);
                if (of != null) {
                    inside.merge(of, 1, Integer::sum);
                    size++;
                }
            }
            grouped += size;
            for (Map.Entry<K, Integer> of : inside.entrySet()) {
                double both = (double) of.getValue() * of.getValue();
                precision += both / size;
                recall += both / sizes.getOrDefault(of.getKey(), 1);
            }
        }
        if (truth.isEmpty()) {
            return new BCubed(1, 1);
        }
        if (grouped < truth.size()) {
            java.util.Set<T> in = new java.util.HashSet<>();
            groups.forEach(in::addAll);
            for (Map.Entry<T, K> one : truth.entrySet()) {
                if (!in.contains(one.getKey())) {
                    precision++;
                    recall += 1.0 / sizes.getOrDefault(one.getValue(), 1);
                }
            }
        }
        return new BCubed(precision / truth.size(), recall / truth.size());
    }

    /** The harmonic mean of both. */
    public double f1() {
        return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }
}
