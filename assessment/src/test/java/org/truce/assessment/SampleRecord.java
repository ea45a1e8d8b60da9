package org.truce.assessment;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.truce.model.entry.Audience;
import org.truce.model.entry.Entry;
import org.truce.model.json.EntryJson;
import org.truce.picture.Picture;
import org.truce.picture.View;

/** The entries of a sample, as they are or with one of them told otherwise, in order of being stated. */
final class SampleRecord {
    private final Picture picture = new Picture();
    private final List<Entry> entries = new ArrayList<>();
    private final ZoneId zone;

    /**
     * Reads a sample.
     *
     * @param name its directory
     * @param zone the zone of its days
     * @param told changes a line before it is read
     */
    SampleRecord(String name, ZoneId zone, UnaryOperator<String> told) {
        this.zone = zone;
        try (Stream<Path> files = Files.list(Path.of("..", "samples", name))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".jsonl"))
                    .sorted()
                    .toList()) {
                for (String line : Files.readAllLines(file, UTF_8)) {
                    read(told.apply(line));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        entries.sort(Comparator.comparing(Entry::stated));
        for (int i = 0; i < entries.size(); i++) {
            picture.apply(i, Instant.parse("2026-01-01T00:00:00Z"), entries.get(i));
        }
    }

    private void read(String line) {
        if (EntryJson.readStrict(line.getBytes(UTF_8)) instanceof EntryJson.Result.Read(Entry entry)) {
            entries.add(entry);
        } else if (!line.isBlank()) {
            throw new AssertionError(EntryJson.readStrict(line.getBytes(UTF_8)) + "\n" + line);
        }
    }

    /** The entry whose id ends so. */
    Entry entry(String ending) {
        return entries.stream()
                .filter(entry -> entry.id().toString().endsWith(ending))
                .findFirst()
                .orElseThrow();
    }

    /** The public's view at the end of a day, knowing what had been stated by the end of another. */
    View on(String day, String known) {
        return picture.at(end(day), sizeAt(known), Audience.Group.PUBLIC);
    }

    /** The mission's view at the end of a day, knowing what had been stated by then. */
    View on(String day) {
        return picture.at(end(day), sizeAt(day), Audience.Group.MISSION);
    }

    /** A reader's view at the end of a day, knowing all. */
    View knowingAll(String day, Audience audience) {
        return picture.at(end(day), entries.size(), audience);
    }

    /** How much had been stated by the end of a day. */
    long sizeAt(String day) {
        return picture.sizeAt(end(day).minusMillis(1));
    }

    private Instant end(String day) {
        return LocalDate.parse(day).plusDays(1).atStartOfDay(zone).toInstant();
    }
}
