package org.truce.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.truce.model.ProblemException;
import org.truce.model.entry.Entry;
import org.truce.model.json.EntryJson;
import org.truce.record.Candidate;
import org.truce.record.Keys;
import org.truce.record.Outcome;
import org.truce.record.RecordOptions;
import org.truce.record.Surroundings;
import org.truce.record.TruceRecord;
import org.truce.simulation.ceasefire.Ceasefire;
import org.truce.simulation.ceasefire.CeasefireEntries;
import org.truce.simulation.ceasefire.CeasefireEntries.Made;
import org.truce.simulation.ceasefire.Day;
import org.truce.simulation.ceasefire.Happened;
import org.truce.simulation.ceasefire.Scenario;
import org.truce.simulation.ceasefire.Source;
import org.truce.simulation.ceasefire.Told;
import org.truce.simulation.exercise.Exercise;
import tools.jackson.databind.json.JsonMapper;

/** Writes an invented ceasefire, day by day; holds one day at a time. Used once. */
final class Simulating {
    private static final int BATCH = 512;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Console console;
    private final Keys keys;
    private final Path out;
    private final ExerciseFile of;
    private final Progress progress;
    private final List<Candidate> batch = new ArrayList<>();
    private long observations;
    private long entered;

    Simulating(Console console, Keys keys, Path out, ExerciseFile of) {
        this.console = console;
        this.keys = keys;
        this.out = out;
        this.of = of;
        this.progress = new Progress(console);
    }

    /** The record of a simulation. */
    static Path record(Path out) {
        return out.resolve("record");
    }

    /** Everything, with the truth. */
    int whole() throws IOException {
        Ceasefire ceasefire = ceasefire();
        CeasefireEntries entries = CeasefireEntries.of(of.seed());
        long incidents = 0;
        try (TruceRecord record = create();
                Truth truth = new Truth(out)) {
            appendAll(record, entries.before());
            while (ceasefire.hasNext()) {
                Day day = ceasefire.next();
                truth.day(day, Scenario.named(of.scenario()), of.days());
                incidents += day.happened().size();
                for (Made made : entries.of(day)) {
                    append(record, made.entry());
                    truth.made(made);
                }
            }
            flush(record);
            record.publish();
            told(record.size(), incidents);
        }
        of.write(out);
        return Truce.DONE;
    }

    /** The record of the sample exercise. */
    int sample() throws IOException {
        try (TruceRecord record = create()) {
            appendAll(
                    record,
                    Exercise.write().all().values().stream()
                            .flatMap(List::stream)
                            .sorted(Comparator.comparing(Entry::stated))
                            .toList());
            flush(record);
            record.publish();
            console.out().println(out + ": the record holds " + record.size() + " entries");
        }
        return Truce.DONE;
    }

    /** The first day of an exercise. */
    int begin() throws IOException {
        try (TruceRecord record = create()) {
            appendAll(record, CeasefireEntries.of(of.seed()).before());
            release(record, 0);
        }
        of.write(out);
        return Truce.DONE;
    }

    /** One more day of an exercise. */
    int next() throws IOException {
        if (of.released() == of.days()) {
            throw new WrongUse("no-more-days", out.toString(), "The exercise is over: every day of it was released.");
        }
        try (TruceRecord record = TruceRecord.openForWriting(record(out), keys, Surroundings.real())) {
            release(record, of.released());
        }
        of.oneMore().write(out);
        return Truce.DONE;
    }

    private void release(TruceRecord record, int number) throws IOException {
        Ceasefire ceasefire = ceasefire();
        CeasefireEntries entries = CeasefireEntries.of(of.seed());
        entries.before();
        for (int day = 0; day <= number; day++) {
            List<Made> made = entries.of(ceasefire.next());
            if (day == number) {
                for (Made one : made) {
                    append(record, one.entry());
                    observations += one.told() == null ? 0 : 1;
                }
            }
        }
        flush(record);
        record.publish();
        console.out()
                .println(CeasefireEntries.FIRST.plusDays(number) + ": " + observations + " reports; day " + (number + 1)
                        + " of " + of.days() + ", the record holds " + record.size() + " entries");
    }

    private Ceasefire ceasefire() {
        return new Ceasefire(Scenario.named(of.scenario()), of.days(), of.seed());
    }

    private TruceRecord create() throws IOException {
        return TruceRecord.create(
                record(out), RecordOptions.named("simulation " + of.scenario()), keys, Surroundings.real());
    }

    private void told(long size, long incidents) {
        console.out()
                .println(out + ": " + incidents + " incidents in " + of.days() + " days, " + observations
                        + " reports; the record holds " + size + " entries");
    }

    private void appendAll(TruceRecord record, List<Entry> entries) throws IOException {
        for (Entry entry : entries) {
            append(record, entry);
        }
    }

    private void append(TruceRecord record, Entry entry) throws IOException {
        batch.add(Candidate.of(EntryJson.write(entry)));
        progress.at("entered", ++entered, 0);
        if (batch.size() == BATCH) {
            flush(record);
        }
    }

    private void flush(TruceRecord record) throws IOException {
        for (Outcome outcome : record.append(batch)) {
            if (outcome instanceof Outcome.Refused refused) {
                throw new ProblemException(refused.problems().getFirst());
            }
        }
        batch.clear();
    }

    /** The files that tell the truth. */
    private final class Truth implements AutoCloseable {
        private final Writer lines;
        private final Writer table;
        private final Writer links;
        private final Writer news;

        Truth(Path out) throws IOException {
            lines = Files.newBufferedWriter(out.resolve("truth.jsonl"), UTF_8);
            table = Files.newBufferedWriter(out.resolve("truth.csv"), UTF_8);
            links = Files.newBufferedWriter(out.resolve("told.csv"), UTF_8);
            news = Files.newBufferedWriter(out.resolve("news.jsonl"), UTF_8);
            table.write("incident,follows,time,east_m,north_m,act,side\n");
            links.write("entry,incident,source,again\n");
        }

        void day(Day day, Scenario scenario, int days) throws IOException {
            line(
                    lines,
                    Map.of(
                            "day", CeasefireEntries.FIRST.plusDays(day.number()).toString(),
                            "rate", day.rate(),
                            "watched", day.covered(),
                            "level", scenario.level(day.number(), days).name().toLowerCase(java.util.Locale.ROOT),
                            "incidents",
                                    day.happened().stream().map(Happened::id).toList()));
            for (Happened one : day.happened()) {
                table.write("%d,%s,%s,%.0f,%.0f,%s,%s%n"
                        .formatted(
                                one.id(),
                                one.follows() < 0 ? "" : one.follows(),
                                CeasefireEntries.at(one.day()),
                                one.east(),
                                one.north(),
                                one.act().name().toLowerCase(java.util.Locale.ROOT),
                                one.northern() ? "north" : "south"));
            }
        }

        void made(Made made) throws IOException {
            Told told = made.told();
            if (told == null) {
                return;
            }
            observations++;
            links.write(made.entry().id() + "," + (told.incident() < 0 ? "" : told.incident()) + ","
                    + told.source().name().toLowerCase(java.util.Locale.ROOT) + "," + told.again() + "\n");
            if (told.source() == Source.NEWS) {
                Map<String, Object> item = new java.util.TreeMap<>(CeasefireEntries.news(told));
                item.put("entry", made.entry().id().toString());
                item.put("published", made.entry().stated().toString());
                line(news, item);
            }
        }

        private static void line(Writer to, Map<String, Object> of) throws IOException {
            to.write(JSON.writeValueAsString(new java.util.TreeMap<>(of)) + "\n");
        }

        @Override
        public void close() throws IOException {
            lines.close();
            table.close();
            links.close();
            news.close();
        }
    }
}
