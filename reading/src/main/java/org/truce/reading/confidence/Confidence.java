package org.truce.reading.confidence;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The share of facts of a kind that turned out right, smoothed from the general to the special. Begin with p = 0.5; for
 * every count that covers the fact, from the whole layer over each group of the rule to the rule itself, first over all
 * languages and then in its own,
 *
 * <pre>p := (right + m p) / (of + m)</pre>
 *
 * which is the mean of a Beta distribution whose prior is what the more general counts say, weighing {@value #WEIGHT}
 * facts. A rule that was never counted has the confidence of its group. Immutable; thread-safe; a fact costs one look-up
 * once a fact of its kind was met.
 */
public final class Confidence {
    /** How many facts the more general counts weigh. */
    static final double WEIGHT = 8;

    private static final double ROUNDING = 1000;

    private static final String PARTS = ".:/+";

    private record Key(String layer, String rule, String lang) {}

    private static final class Holder {
        static final Confidence PACKAGED = of(packagedCounts());
    }

    private final Map<Key, Count> counts = new HashMap<>();
    private final Map<Key, Double> known = new ConcurrentHashMap<>();

    private Confidence(List<Count> all) {
        for (Count c : all) {
            counts.put(new Key(c.layer(), c.rule(), c.lang()), c);
        }
    }

    /** By these counts. */
    public static Confidence of(List<Count> counts) {
        return new Confidence(counts);
    }

    /** By the packaged counts, {@code confidence.tsv}. */
    public static Confidence packaged() {
        return Holder.PACKAGED;
    }

    private static List<Count> packagedCounts() {
        try (InputStream in = Confidence.class.getResourceAsStream("/org/truce/reading/confidence.tsv")) {
            if (in == null) {
                throw new IllegalStateException("confidence.tsv is not packaged");
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            List<Count> out = new ArrayList<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isEmpty() && line.charAt(0) != '#') {
                    out.add(count(line));
                }
            }
            return out;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Count count(String line) {
        String[] cells = line.split("\t", -1);
        if (cells.length != 5) {
            throw new IllegalStateException("confidence.tsv: five columns are wanted: " + line);
        }
        return new Count(
                cells[0], any(cells[1]), any(cells[2]), Double.parseDouble(cells[3]), Integer.parseInt(cells[4]));
    }

    private static String any(String cell) {
        return cell.equals("*") ? "" : cell;
    }

    /**
     * How likely a fact is right, 0 to 1 in steps of a thousandth.
     *
     * @param layer such as {@code date}
     * @param rule the rule that made it
     * @param lang of the report, ISO 639-1
     */
    public double of(String layer, String rule, String lang) {
        return known.computeIfAbsent(new Key(layer, rule, lang), this::computed);
    }

    private double computed(Key fact) {
        double p = 0.5;
        for (String group : groups(fact.rule())) {
            p = step(p, new Key(fact.layer(), group, ""));
            p = step(p, new Key(fact.layer(), group, fact.lang()));
        }
        return Math.round(p * ROUNDING) / ROUNDING;
    }

    private double step(double p, Key key) {
        Count c = counts.get(key);
        return c == null ? p : (c.right() + WEIGHT * p) / (c.of() + WEIGHT);
    }

    /**
     * The groups of a rule, from the general to the special: the empty one, each beginning of its id up to one of
     * {@code . : / +}, and the whole.
     */
    public static List<String> groups(String rule) {
        List<String> out = new ArrayList<>();
        out.add("");
        for (int i = 1; i < rule.length() - 1; i++) {
            if (PARTS.indexOf(rule.charAt(i)) >= 0) {
                out.add(rule.substring(0, i));
            }
        }
        if (!rule.isEmpty()) {
            out.add(rule);
        }
        return out;
    }
}
