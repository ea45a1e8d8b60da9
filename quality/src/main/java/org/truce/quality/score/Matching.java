package org.truce.quality.score;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.truce.reading.Span;

/**
 * Which read fact is which labelled one. A labelled fact has at most one read fact and the reverse; of all such pairings
 * one of the largest is taken, by augmenting paths, and among several read events that would do the one that agrees in
 * more details is tried first. Cost: facts labelled times facts read, times the length of a path. Pure functions.
 */
public final class Matching {
    private static final double SAME_WORDS = 0.8;
    private static final double SAME_SENTENCE = 0.5;

    private final List<List<Integer>> edges = new ArrayList<>();
    private final Map<Integer, Integer> owner = new TreeMap<>();

    private Matching() {}

    /** For each read fact that is right, by index, the labelled one that it is. */
    public static Map<Integer, Integer> of(Layer layer, List<Fact> labelled, List<Fact> read) {
        Matching matching = new Matching();
        for (Fact g : labelled) {
            List<Integer> would = new ArrayList<>();
            for (int j = 0; j < read.size(); j++) {
                if (same(layer, g, read.get(j))) {
                    would.add(j);
                }
            }
            if (layer.events()) {
                would.sort(Comparator.comparingInt(j -> -agreement(g, read.get(j))));
            }
            matching.edges.add(would);
        }
        for (int i = 0; i < labelled.size(); i++) {
            matching.place(i, new HashSet<>());
        }
        return matching.owner;
    }

    private boolean place(int labelled, Set<Integer> seen) {
        for (int j : edges.get(labelled)) {
            if (seen.add(j)) {
                Integer holder = owner.get(j);
                if (holder == null || place(holder, seen)) {
                    owner.put(j, labelled);
                    return true;
                }
            }
        }
        return false;
    }

    private static int agreement(Fact g, Fact r) {
        int n = status(g).equals(status(r)) ? 1 : 0;
        for (Details.Answer answer : Details.of(g, r)) {
            n += answer.right();
        }
        return n;
    }

    private static String status(Fact f) {
        return f.happened() == null ? "" : f.happened().status();
    }

    private static boolean same(Layer layer, Fact g, Fact r) {
        return switch (layer) {
            case AGENCIES -> g.value().equals(r.value());
            case DATES, ACTORS, AGREEMENTS -> g.value().equals(r.value()) && touch(g, r, 0);
            case PLACES ->
                touch(g, r, 0)
                        && g.spot() != null
                        && r.spot() != null
                        && g.spot().near(r.spot());
            case QUOTES, STATEMENTS -> g.value().equals(r.value()) && touch(g, r, SAME_WORDS);
            case EVENTS -> g.value().equals(r.value()) && touch(g, r, SAME_SENTENCE);
            case EVENTS_WITH_STATUS ->
                g.value().equals(r.value())
                        && touch(g, r, SAME_SENTENCE)
                        && status(g).equals(status(r));
        };
    }

    /** Whether a span of one and one of the other share so much of both; 0 asks for one code point. */
    private static boolean touch(Fact g, Fact r, double least) {
        for (Span a : g.spans()) {
            for (Span b : r.spans()) {
                int common = Math.min(a.end(), b.end()) - Math.max(a.start(), b.start());
                int both = a.end() - a.start() + b.end() - b.start() - common;
                if (common > 0 && (double) common / both >= least) {
                    return true;
                }
            }
        }
        return false;
    }
}
