package org.truce.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.truce.quality.corpus.Corpus;
import org.truce.quality.corpus.Part;
import org.truce.quality.corpus.Report;

/**
 * Reports that nobody wrote and no two of which are alike: the head and foot of a labelled report, and between them
 * sentences drawn from all reports of its language and theatre, with other digits, until it is as long as it shall be.
 * A third each in Arabic, Russian and English. Deterministic by its seed; not thread-safe.
 */
final class ReportSource {
    /** A line at least so long is a paragraph of the story. */
    private static final int PARAGRAPH = 110;

    private static final int FEW = 3;

    private record Frame(String head, String foot) {}

    private record Stock(List<Frame> frames, List<String> sentences) {}

    private final Map<String, List<Stock>> stocks = new TreeMap<>();
    private final SplittableRandom random;

    /** From the reports of the project that are for tuning on; of a theatre when one is named. */
    ReportSource(Path project, String theatre, long seed) throws IOException {
        random = new SplittableRandom(seed);
        Map<String, Map<String, Stock>> all = new TreeMap<>();
        for (Report report : Corpus.of(project, Part.TUNING)) {
            if (report.theatre().equals(theatre)) {
                add(
                        all.computeIfAbsent(report.lang(), k -> new TreeMap<>())
                                .computeIfAbsent(
                                        report.theatre(), k -> new Stock(new ArrayList<>(), new ArrayList<>())),
                        report.text());
            }
        }
        all.forEach((lang, byTheatre) -> stocks.put(lang, List.copyOf(byTheatre.values())));
        if (stocks.size() != FEW) {
            throw new IllegalStateException("no reports of three languages in " + project);
        }
    }

    private static void add(Stock stock, String text) {
        List<String> lines = text.lines().toList();
        int first = 0;
        while (first < lines.size() && lines.get(first).length() < PARAGRAPH) {
            first++;
        }
        int last = lines.size() - 1;
        while (last > first && lines.get(last).length() < PARAGRAPH) {
            last--;
        }
        stock.frames()
                .add(new Frame(
                        String.join("\n", lines.subList(0, first)),
                        String.join("\n", lines.subList(Math.min(last + 1, lines.size()), lines.size()))));
        for (String line : lines.subList(first, Math.min(last + 1, lines.size()))) {
            int start = 0;
            for (int i = 1; i < line.length(); i++) {
                boolean end = line.charAt(i) == ' ' && ".!?؟".indexOf(line.charAt(i - 1)) >= 0 && i - start > FEW * FEW;
                if (end || i == line.length() - 1) {
                    stock.sentences().add(line.substring(start, i + 1).strip());
                    start = i;
                }
            }
        }
    }

    /** The next report, of about so many bytes in UTF-8, in each of the languages in turn. */
    String next(int number, int bytes) {
        List<String> langs = List.copyOf(stocks.keySet());
        return inLanguage(langs.get(number % langs.size()), bytes);
    }

    /** A report in a language. */
    String inLanguage(String lang, int bytes) {
        List<Stock> own = stocks.getOrDefault(lang, List.of());
        Stock stock = own.get(random.nextInt(own.size()));
        Frame frame = stock.frames().get(random.nextInt(stock.frames().size()));
        StringBuilder out = new StringBuilder(frame.head()).append('\n');
        int left = bytes - length(frame.head()) - length(frame.foot());
        int sentences = 0;
        while (left > 0 || sentences == 0) {
            String sentence =
                    stock.sentences().get(random.nextInt(stock.sentences().size()));
            out.append(otherDigits(sentence)).append(++sentences % FEW == 0 ? "\n\n" : " ");
            left -= length(sentence) + 1;
        }
        return out.append('\n').append(frame.foot()).append('\n').toString();
    }

    private static int length(String text) {
        return text.getBytes(UTF_8).length;
    }

    /** Numbers of one or two digits become others of as many; years and larger numbers stay. */
    private String otherDigits(String sentence) {
        StringBuilder out = new StringBuilder(sentence);
        int start = -1;
        for (int i = 0; i <= out.length(); i++) {
            boolean digit = i < out.length() && out.charAt(i) >= '0' && out.charAt(i) <= '9';
            if (digit && start < 0) {
                start = i;
            } else if (!digit && start >= 0) {
                if (i - start < FEW) {
                    out.setCharAt(i - 1, (char) ('1' + random.nextInt(9)));
                }
                start = -1;
            }
        }
        return out.toString();
    }
}
