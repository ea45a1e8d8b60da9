package org.truce.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.truce.cli.table.Table;
import org.truce.cli.table.Terminal;
import org.truce.model.Invalid;
import org.truce.simulation.ceasefire.Scenario;
import org.truce.simulation.exercise.Exercise;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** {@code truce simulate}: an invented ceasefire whose truth is known, whole or released day by day. */
@CommandLine.Command(
        name = "simulate",
        description = {
            "Invents a ceasefire whose truth is known, and writes the truth and a record of it.",
            "In an exercise a day is released at a time, and what was concluded is scored against the truth."
        },
        footer = {
            "",
            "OUT holds record, which every command opens, and truth.jsonl, truth.csv, told.csv and news.jsonl. In an"
                    + " exercise the truth stays out of it until it is scored.",
            "",
            "Example: truce simulate --scenario step --days 90 --seed 7 --out my-simulation"
        })
final class SimulateCommand extends Command {
    /** The scenario of the sample exercise, whose truth its README tells. */
    private static final String SAMPLE = "exercise";

    private static final int MOST_DAYS = 10_000_000;

    @Option(names = "--list", description = "Lists the scenarios.")
    private boolean list;

    @Option(names = "--scenario", paramLabel = "NAME", description = "What happens; --list tells.")
    private @Nullable String scenario;

    @Option(names = "--days", paramLabel = "N", defaultValue = "120", description = "How many days; else 120.")
    private int days;

    @Option(names = "--seed", paramLabel = "S", defaultValue = "1", description = "What chance begins with; else 1.")
    private long seed;

    @Option(names = "--out", paramLabel = "OUT", description = "The directory to write; not there yet, or empty.")
    private @Nullable Path out;

    @Option(names = "--exercise", description = "Releases the first day only; --next releases another.")
    private boolean exercise;

    @Option(names = "--next", paramLabel = "OUT", description = "Releases the next day of an exercise.")
    private @Nullable Path next;

    @Option(names = "--score", paramLabel = "OUT", description = "Scores what was concluded in an exercise so far.")
    private @Nullable Path score;

    @Option(names = "--json", description = "Prints the score as JSON.")
    private boolean json;

    @Option(names = "--key", paramLabel = "FILE", description = "The private key, where it is not at its usual place.")
    private @Nullable Path key;

    SimulateCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() throws IOException {
        long asked = Stream.of(list ? "list" : null, scenario, next, score)
                .filter(java.util.Objects::nonNull)
                .count();
        if (asked != 1) {
            throw new WrongUse(
                    "wrong-use", "simulate", "Give one of --list, --scenario NAME, --next OUT and --score OUT.");
        }
        if (list) {
            return list();
        }
        if (next != null) {
            ExerciseFile file = ExerciseFile.read(next);
            return new Simulating(console(), keys(key), next, file).next();
        }
        if (score != null) {
            return new ExerciseScore(console(), score, ExerciseFile.read(score)).tell(json);
        }
        return simulate(java.util.Objects.requireNonNull(scenario));
    }

    private int list() {
        Table table = new Table("scenario", "about", "a day", "watched");
        for (Scenario one : Scenario.ALL) {
            table.row(
                    one.name(),
                    one.about(),
                    change(one.before(), one.after()),
                    change(one.watchedBefore(), one.watchedAfter()));
        }
        Terminal.of(console().environment(), "en")
                .lines(table)
                .forEach(console().out()::println);
        return Truce.DONE;
    }

    private static String change(double before, double after) {
        return before == after ? String.valueOf(before) : before + " → " + after;
    }

    private int simulate(String name) throws IOException {
        if (!name.equals(SAMPLE)) {
            named(name);
        }
        if (out == null) {
            throw new WrongUse("wrong-use", "--out", "Say where to write: --out OUT.");
        }
        if (days < 1 || days > MOST_DAYS) {
            throw new WrongUse("bad-days", String.valueOf(days), "--days is 1 to 10,000,000.");
        }
        if (Files.exists(out) && !empty(out)) {
            throw new WrongUse("not-empty", out.toString(), "Something is there already; name an empty directory.");
        }
        Files.createDirectories(out);
        if (name.equals(SAMPLE)) {
            return new Simulating(console(), keys(key), out, new ExerciseFile(SAMPLE, 1, Exercise.SEED, 1)).sample();
        }
        ExerciseFile file = new ExerciseFile(name, days, seed, exercise ? 1 : days);
        Simulating simulating = new Simulating(console(), keys(key), out, file);
        return exercise ? simulating.begin() : simulating.whole();
    }

    private static void named(String name) {
        try {
            Scenario.named(name);
        } catch (Invalid unknown) {
            throw new WrongUse(unknown.code(), name, String.valueOf(unknown.getMessage()));
        }
    }

    private static boolean empty(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return false;
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.limit(1).toList().equals(List.of());
        }
    }
}
