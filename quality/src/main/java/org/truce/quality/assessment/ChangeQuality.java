package org.truce.quality.assessment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Sections of the page on the assessment that are made by themselves: excitation, hot spots, a real series. */
public final class ChangeQuality {
    private static final int WEEK = 7;

    private ChangeQuality() {}

    /** Makes a section. */
    private interface Making {
        String make() throws IOException;
    }

    /** The sections by title, in order, each with its raw log; only one of them where it is named. */
    public static Map<String, String> sections(
            boolean complete,
            @org.jspecify.annotations.Nullable String only,
            @org.jspecify.annotations.Nullable Path series,
            Path drawings,
            Consumer<String> progress)
            throws IOException {
        Map<String, String> sections = new LinkedHashMap<>();
        int runs = complete ? 600 : 150;
        List<String> raw = new ArrayList<>();
        Consumer<String> log = line -> {
            raw.add(line);
            progress.accept(line);
        };
        ExcitationTables excitation = new ExcitationTables(runs, log);
        Map<String, Making> all = new LinkedHashMap<>();
        all.put("Clustering by number of events", excitation::errors);
        all.put("What fakes clustering", excitation::fakes);
        all.put("Clustering seen in part", () -> new ExcitationTables(complete ? 100 : 30, log).thinned());
        all.put("Hot spots", () -> HotSpotTable.table(complete ? 100 : 40, log));
        all.put("A real series", () -> series(series, drawings, log));
        for (Map.Entry<String, Making> one : all.entrySet()) {
            if (only == null || one.getKey().equals(only)) {
                put(sections, one.getKey(), one.getValue().make(), raw);
            }
        }
        return sections;
    }

    private static void put(Map<String, String> sections, String title, String text, List<String> raw) {
        List<String> told =
                raw.stream().filter(line -> !line.startsWith("month")).toList();
        sections.put(
                title,
                text + "\n<details><summary>Raw log</summary>\n\n```text\n" + String.join("\n", told)
                        + "\n```\n\n</details>\n");
        raw.clear();
    }

    private static String series(@org.jspecify.annotations.Nullable Path file, Path drawings, Consumer<String> log)
            throws IOException {
        if (file == null || !Files.exists(file)) {
            return "\nNot measured: the series is not here. It is given with `--series FILE`.\n";
        }
        RealSeries series = new RealSeries(log);
        long begun = System.nanoTime();
        series.read(file);
        log.accept("series | read in %.1f s".formatted((System.nanoTime() - begun) / 1e9));
        if (series.empty()) {
            return "\nNot measured: the file has no line with a time.\n";
        }
        String page = series.page();
        Files.createDirectories(drawings);
        StringBuilder pictures = new StringBuilder();
        for (String city : List.of("all", "Baghdad")) {
            String name = "series-" + city.toLowerCase(java.util.Locale.ROOT) + ".svg";
            Files.writeString(
                    drawings.resolve(name),
                    Plot.line(
                            "Events a day, means of weeks: " + city,
                            "2004",
                            "2007",
                            "events a day",
                            weeks(series.counts(city))));
            pictures.append("\n![Events a day: ")
                    .append(city)
                    .append("](plots/")
                    .append(name)
                    .append(")\n");
        }
        return page + pictures;
    }

    private static double[] weeks(int[] counts) {
        double[] means = new double[counts.length / WEEK];
        for (int week = 0; week < means.length; week++) {
            for (int day = 0; day < WEEK; day++) {
                means[week] += counts[week * WEEK + day] / (double) WEEK;
            }
        }
        return means;
    }
}
