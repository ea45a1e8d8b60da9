package org.truce.quality;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.truce.quality.corpus.Part;
import org.truce.reading.confidence.Confidence;

/** Counts how often each rule was right, on the parts that may be tuned on, and writes the reader's confidence.tsv. */
final class ConfidenceFit {
    /** A group with fewer facts than this says nothing that its wider group does not. */
    private static final int FEW = 4;

    private static final String HEAD = """
            # How often each rule of the reader was right on labelled reports; written by `quality/run calibrate` from the
            # parts that may be tuned on, never from the part that is held back, and made less for what a rule loses on
            # reports that it was not made from. org.truce.reading.confidence has the formula.
            # layer\trule or beginning of rules (* all)\tlanguage (* all)\tright\tof
            """;

    private ConfidenceFit() {}

    static Path write(Path project) throws IOException {
        List<Outcome> outcomes = new ArrayList<>();
        int reports = 0;
        for (Part part : List.of(Part.TUNING, Part.SHARED)) {
            Measured measured = Measured.of(project, part);
            outcomes.addAll(measured.outcomes());
            reports += measured.reports();
        }
        Path file = project.resolve("reading/src/main/resources/org/truce/reading/confidence.tsv");
        Files.write(file, (HEAD + lines(outcomes, new Optimism(reports))).getBytes(UTF_8));
        return file;
    }

    static String lines(List<Outcome> outcomes, Optimism optimism) {
        Map<String, int[]> counts = new TreeMap<>();
        for (Outcome o : outcomes) {
            for (String group : Confidence.groups(o.why().rule())) {
                String rule = group.isEmpty() ? "*" : group;
                for (String lang : List.of("*", o.lang())) {
                    int[] count = counts.computeIfAbsent(o.layer() + '\t' + rule + '\t' + lang, k -> new int[2]);
                    count[0] += o.right() ? 1 : 0;
                    count[1]++;
                }
            }
        }
        StringBuilder out = new StringBuilder();
        counts.forEach((key, count) -> {
            if (count[1] >= FEW) {
                String layer = key.substring(0, key.indexOf('\t'));
                double right = optimism.expected(layer, count[0], count[1]);
                out.append(String.format(Locale.ROOT, "%s\t%.1f\t%d\n", key, right, count[1]));
            }
        });
        return out.toString();
    }
}
