package org.truce.quality;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.truce.quality.assessment.AssessmentQuality;
import org.truce.quality.assessment.ChangeQuality;
import org.truce.quality.assessment.SimulationQuality;
import org.truce.quality.corpus.Part;

/**
 * {@code quality/run reading [--part tuning|held|shared]} measures the reader; without a part it also writes
 * {@code docs/quality.md}. {@code quality/run neutrality} exchanges the parties; {@code quality/run calibrate} fits the
 * confidences; {@code quality/run assessment [--long]} measures the assessment, and with {@code --long} writes
 * {@code docs/quality-assessment.md}; {@code quality/run simulation [LINKS [LEVELS]]} measures correlation and levels on so
 * many invented ceasefires each, and writes a section of the same page.
 */
public final class Quality {
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private static final PrintStream ERR = new PrintStream(System.err, true, StandardCharsets.UTF_8);

    private static final String HEAD = """
            # Quality

            How right Truce is, measured by `quality/run` on labelled reports. An aim that was not reached says so. The
            part "held" was never tuned on; only its sums are looked at.
            """;

    private static final String INVENTED = "Invented ceasefires";

    private final Path project;

    private Quality(Path project) {
        this.project = project;
    }

    /** Measures what the first argument names. */
    public static void main(String[] args) throws IOException {
        // Figures are written the same wherever they are made.
        Locale.setDefault(Locale.ROOT);
        Path project = Path.of(System.getProperty("truce.home", ".")).toAbsolutePath();
        Quality quality = new Quality(project);
        String what = args.length == 0 ? "" : args[0];
        switch (what) {
            case "reading" -> quality.reading(args);
            case "neutrality" -> quality.neutrality();
            case "assessment" -> quality.assessment(args);
            case "simulation" -> quality.simulation(args);
            case "changes" -> quality.changes(args);
            case "calibrate" -> OUT.println("wrote " + project.relativize(ConfidenceFit.write(project)));
            default -> {
                ERR.println(
                        "wrong-use: quality/run: say which: reading, neutrality, assessment, simulation, changes, calibrate, fuzz");
                System.exit(2);
            }
        }
    }

    /** Sections of the page on the assessment: {@code --long}, {@code --section TITLE}, {@code --series FILE}. */
    private void changes(String[] args) throws IOException {
        List<String> options = List.of(args);
        int named = options.indexOf("--series");
        boolean complete = options.contains("--long");
        Path series = named > 0 && named + 1 < args.length ? Path.of(args[named + 1]) : null;
        int section = options.indexOf("--section");
        String only = section > 0 && section + 1 < args.length ? args[section + 1] : null;
        Path page = project.resolve("docs/quality-assessment.md");
        var sections = ChangeQuality.sections(complete, only, series, project.resolve("docs/plots"), OUT::println);
        for (var made : sections.entrySet()) {
            String text = "\n" + LocalDate.now(ZoneOffset.UTC) + ". Command: `quality/run changes"
                    + (complete ? " --long" : "") + (series == null ? "" : " --series FILE") + "`.\n"
                    + made.getValue();
            OUT.println(made.getKey() + text);
            Sections.replace(page, "# How right the assessment is\n", made.getKey(), text);
        }
    }

    /** The sections that {@code changes} made: they stay, behind the raw log. */
    private static String others(Path page) throws IOException {
        String old = Files.exists(page) ? Files.readString(page) : "";
        return Stream.of("Clustering by number of events", INVENTED)
                .map(title -> old.indexOf("\n## " + title + "\n"))
                .filter(start -> start >= 0)
                .min(Integer::compare)
                .map(old::substring)
                .orElse("");
    }

    private void assessment(String[] args) throws IOException {
        boolean complete = args.length == 2 && args[1].equals("--long");
        String page = """
                # How right the assessment is

                Measured by `quality/run assessment%s` on invented histories of which the truth is known, %s. The same
                seeds give the same figures anywhere. The methods are those of
                [detection](../assessment/src/main/java/org/truce/assessment/detection/package-info.java) and
                [rate](../assessment/src/main/java/org/truce/assessment/rate/package-info.java); the histories are Poisson,
                negative binomial or self-exciting, which real ones are not.
                """.formatted(complete ? " --long" : "", LocalDate.now(ZoneOffset.UTC))
                + AssessmentQuality.page(complete, OUT::println);
        OUT.println(page.substring(0, page.indexOf("## Raw log")));
        if (complete) {
            Path file = project.resolve("docs/quality-assessment.md");
            Files.writeString(file, page + others(file));
            OUT.println("wrote docs/quality-assessment.md");
        }
    }

    private void simulation(String[] args) throws IOException {
        int links = args.length > 1 ? Integer.parseInt(args[1]) : 20;
        int levels = args.length > 2 ? Integer.parseInt(args[2]) : 0;
        String text =
                "\n" + LocalDate.now(ZoneOffset.UTC) + ". Command: `quality/run simulation " + links + " " + levels
                        + "`. The ceasefires are those of"
                        + " [ceasefire](../simulation/src/main/java/org/truce/simulation/ceasefire/package-info.java).\n"
                        + SimulationQuality.sections(links, levels, OUT::println);
        OUT.println(text.substring(0, text.indexOf("### Raw log")));
        Sections.replace(project.resolve("docs/quality-assessment.md"), HEAD, INVENTED, text);
    }

    private void reading(String[] args) throws IOException {
        if (args.length == 3 && args[1].equals("--part")) {
            for (Part part : Part.values()) {
                if (part.word().equals(args[2])) {
                    OUT.println(section(part));
                }
            }
            return;
        }
        StringBuilder text = new StringBuilder(
                "\n" + LocalDate.now(ZoneOffset.UTC)
                        + ". Command: `quality/run reading`. F1 by the definitions in the classes of"
                        + " [score](../quality/src/main/java/org/truce/quality/score), matched events by share of right details.\n");
        for (Part part : List.of(Part.HELD, Part.TUNING, Part.SHARED)) {
            text.append(section(part));
        }
        OUT.println(text);
        Sections.replace(project.resolve("docs/quality.md"), HEAD, "Reading", text.toString());
    }

    private void neutrality() throws IOException {
        for (Part part : List.of(Part.TUNING, Part.SHARED)) {
            Neutrality.differences(project, part).forEach(OUT::println);
        }
        String text = "\n" + LocalDate.now(ZoneOffset.UTC) + """
                . Command: `quality/run neutrality`. Each report is read again with the two parties' names, nationalities, \
                capitals and leaders exchanged, in the right forms; every fact must come out exchanged, with its place \
                in the text.

                """ + Neutrality.table(project);
        OUT.println(text);
        Sections.replace(project.resolve("docs/quality.md"), HEAD, "Both sides alike", text);
    }

    private String section(Part part) throws IOException {
        Measured measured = Measured.of(project, part);
        if (measured.reports() == 0) {
            return "\n### " + title(part) + "\n\nThere are none here.\n";
        }
        return "\n### " + title(part) + "\n\n" + measured.reports() + " reports.\n\n"
                + Tables.accuracy(measured, part) + "\n" + Tables.bySet(measured)
                + "\nConfidence: expected calibration error "
                + Tables.number(Reliability.error(measured.outcomes()))
                + (part == Part.HELD ? ", aim ≤ 0.050.\n\n" : ".\n\n")
                + Tables.reliability(measured.outcomes()) + "\n" + Tables.errors(measured.outcomes());
    }

    private static String title(Part part) {
        return switch (part) {
            case HELD -> "Reports never tuned on";
            case TUNING -> "Reports tuned on";
            case SHARED -> "Development sets";
        };
    }
}
