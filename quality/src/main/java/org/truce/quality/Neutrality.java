package org.truce.quality;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.truce.quality.corpus.Corpus;
import org.truce.quality.corpus.Part;
import org.truce.quality.corpus.Report;
import org.truce.quality.neutrality.Comparison;
import org.truce.quality.neutrality.Exchange;

/** Every labelled report of a theatre whose parties can be exchanged, read both ways. */
final class Neutrality {
    private record Sum(int reports, int whole, int facts, int both) {
        Sum plus(Comparison c) {
            boolean same = c.only().isEmpty() && c.other().isEmpty();
            return new Sum(reports + 1, whole + (same ? 1 : 0), facts + c.facts(), both + 2 * c.both());
        }
    }

    private Neutrality() {}

    /** A table by part and language. */
    static String table(Path project) throws IOException {
        StringBuilder out = new StringBuilder("""
                | part | language | reports | all facts exchanged | facts | exchanged |
                |---|---|---|---|---|---|
                """);
        for (Part part : Part.values()) {
            Map<String, Sum> sums = new TreeMap<>();
            for (Report report : Corpus.of(project, part)) {
                Comparison c = compared(report);
                if (c != null) {
                    sums.merge(report.lang(), new Sum(0, 0, 0, 0).plus(c), (a, b) -> a.plus(c));
                }
            }
            sums.forEach((lang, s) -> out.append(String.format(
                    Locale.ROOT,
                    "| %s | %s | %d | %d | %d | %.4f |%n",
                    part.word(),
                    lang,
                    s.reports(),
                    s.whole(),
                    s.facts(),
                    (double) s.both() / s.facts())));
        }
        return out.toString();
    }

    /** Every difference of the reports of a part, which must not be the one that is held back. */
    static List<String> differences(Path project, Part part) throws IOException {
        if (part == Part.HELD) {
            throw new IllegalArgumentException("nobody looks into the part that is held back");
        }
        List<String> out = new ArrayList<>();
        for (Report report : Corpus.of(project, part)) {
            Comparison c = compared(report);
            if (c != null) {
                c.only().forEach(line -> out.add(report.id() + " - " + line));
                c.other().forEach(line -> out.add(report.id() + " + " + line));
            }
        }
        return out;
    }

    private static @org.jspecify.annotations.Nullable Comparison compared(Report report) {
        Exchange exchange = Exchange.of(report.theatre());
        return exchange == null
                ? null
                : Comparison.of(Measured.reader(report.theatre()), exchange, report.text(), report.lang());
    }
}
