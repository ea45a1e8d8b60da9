package org.truce.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.truce.quality.corpus.Part;
import org.truce.quality.score.Score;

/** Measurements as Markdown. */
final class Tables {
    private static final List<String> LANGUAGES = List.of("ar", "ru", "en");

    private Tables() {}

    /** By language and measure, against the aims. */
    static String accuracy(Measured measured, Part part) {
        StringBuilder out = new StringBuilder(
                "| | ar | ru | en | all | aim | | widest gap between languages |\n|---|---|---|---|---|---|---|---|\n");
        for (Measure m : Measure.ALL) {
            double aim = part == Part.SHARED ? m.shared() : m.other();
            double all = m.of().applyAsDouble(measured.score(Measured.ALL));
            out.append("| ").append(m.name());
            double least = Double.POSITIVE_INFINITY;
            double most = Double.NEGATIVE_INFINITY;
            for (String lang : LANGUAGES) {
                double value = m.of().applyAsDouble(measured.score(lang));
                out.append(" | ").append(number(value));
                least = Double.isNaN(value) ? least : Math.min(least, value);
                most = Double.isNaN(value) ? most : Math.max(most, value);
            }
            out.append(" | ").append(number(all));
            out.append(m.less() ? " | ≤ " : " | ≥ ").append(number(aim));
            out.append(m.reached(all, aim) ? " | reached | " : " | **not reached** | ");
            out.append(most < least ? "–" : number(most - least)).append(" |\n");
        }
        return out.toString();
    }

    /** The measures that tell most, for each set and theatre. */
    static String bySet(Measured measured) {
        List<Measure> few = Measure.ALL.stream()
                .filter(m -> !m.name().startsWith("matched"))
                .toList();
        StringBuilder out = new StringBuilder("| set | reports");
        few.forEach(m -> out.append(" | ").append(m.name()));
        out.append(" |\n|---|---|").append("---|".repeat(few.size())).append('\n');
        for (Map.Entry<String, Score> e : measured.bySet().entrySet()) {
            out.append("| ")
                    .append(e.getKey())
                    .append(" | ")
                    .append(e.getValue().reports());
            few.forEach(m -> out.append(" | ").append(number(m.of().applyAsDouble(e.getValue()))));
            out.append(" |\n");
        }
        return out.toString();
    }

    /** Confidence beside what was right. */
    static String reliability(List<Outcome> outcomes) {
        StringBuilder out = new StringBuilder("| confidence | facts | mean confidence | right |\n|---|---|---|---|\n");
        for (Reliability.Bin bin : Reliability.of(outcomes)) {
            out.append(String.format(
                    Locale.ROOT,
                    "| %.1f–%.1f | %d | %s | %s |%n",
                    bin.from(),
                    bin.to(),
                    bin.facts(),
                    number(bin.confidence()),
                    number(bin.right())));
        }
        return out.toString();
    }

    /** The calibration error of each layer and language. */
    static String errors(List<Outcome> outcomes) {
        Map<String, List<Outcome>> groups = new TreeMap<>();
        for (Outcome o : outcomes) {
            groups.computeIfAbsent(o.layer(), k -> new ArrayList<>()).add(o);
            groups.computeIfAbsent("language " + o.lang(), k -> new ArrayList<>())
                    .add(o);
        }
        StringBuilder out =
                new StringBuilder("| facts of | number | right | mean confidence | error |\n|---|---|---|---|---|\n");
        for (Map.Entry<String, List<Outcome>> e : groups.entrySet()) {
            List<Outcome> of = e.getValue();
            double right = of.stream().filter(Outcome::right).count();
            double mean =
                    of.stream().mapToDouble(o -> o.why().confidence()).average().orElse(Double.NaN);
            out.append(String.format(
                    Locale.ROOT,
                    "| %s | %d | %s | %s | %s |%n",
                    e.getKey(),
                    of.size(),
                    number(right / of.size()),
                    number(mean),
                    number(Reliability.error(of))));
        }
        return out.toString();
    }

    static String number(double value) {
        return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%.3f", value);
    }
}
