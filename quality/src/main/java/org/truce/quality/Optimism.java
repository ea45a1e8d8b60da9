package org.truce.quality;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * What a share that was measured on the reports a rule was made from becomes on others. The odds are divided by what they
 * fell to when the reader first met new reports ({@code optimism.tsv}), and by less the more reports it has been made
 * from since: optimism falls as one over their number (Efron 1986). Immutable.
 */
final class Optimism {
    /** Of how many reports the reader had been made when its optimism was seen. */
    private static final double REPORTS_THEN = 30;

    private final Map<String, Double> fall = new HashMap<>();
    private final double weight;

    /** For a reader made from so many reports. */
    Optimism(int reports) {
        weight = reports == 0 ? 0 : Math.min(1, REPORTS_THEN / reports);
        try (InputStream in = Optimism.class.getResourceAsStream("optimism.tsv")) {
            if (in == null) {
                throw new IllegalStateException("optimism.tsv is not packaged");
            }
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .forEach(cells -> fall.put(
                            cells[0],
                            Math.max(
                                    0,
                                    logOdds(number(cells[1]), number(cells[2]))
                                            - logOdds(number(cells[3]), number(cells[4])))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int number(String cell) {
        return Integer.parseInt(cell);
    }

    private static double logOdds(double right, double of) {
        return Math.log((right + 0.5) / (of - right + 0.5));
    }

    /** How many of {@code of} facts of a layer would be right on reports never seen, where {@code right} were. */
    double expected(String layer, int right, int of) {
        double then = logOdds(right, of);
        double now = then - weight * fall.getOrDefault(layer, 0.0);
        return right * (1 + Math.exp(-then)) / (1 + Math.exp(-now));
    }
}
