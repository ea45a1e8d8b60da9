package org.truce.quality;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.truce.quality.corpus.Part;

/**
 * {@code quality/run reading [--part tuning|held|shared]} measures the reader; without a part it also writes
 * {@code docs/quality.md}. {@code quality/run neutrality} exchanges the parties; {@code quality/run calibrate} fits the
 * confidences.
 */
public final class Quality {
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private static final PrintStream ERR = new PrintStream(System.err, true, StandardCharsets.UTF_8);

    private static final String HEAD = """
            # Quality

            How right Truce is, measured by `quality/run` on labelled reports. An aim that was not reached says so. The
            part "held" was never tuned on; only its sums are looked at.
            """;

    private final Path project;

    private Quality(Path project) {
        this.project = project;
    }

    /** Measures what the first argument names. */
    public static void main(String[] args) throws IOException {
        Path project = Path.of(System.getProperty("truce.home", ".")).toAbsolutePath();
        Quality quality = new Quality(project);
        String what = args.length == 0 ? "" : args[0];
        switch (what) {
            case "reading" -> quality.reading(args);
            case "neutrality" -> quality.neutrality();
            case "calibrate" -> OUT.println("wrote " + project.relativize(ConfidenceFit.write(project)));
            default -> {
                ERR.println("wrong-use: quality/run: say which: reading, neutrality, calibrate, fuzz");
                System.exit(2);
            }
        }
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
