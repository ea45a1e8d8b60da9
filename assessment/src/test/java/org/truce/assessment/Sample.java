package org.truce.assessment;

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
import java.util.stream.Stream;
import org.truce.model.entry.Audience;
import org.truce.model.entry.Entry;
import org.truce.model.json.EntryJson;
import org.truce.picture.Picture;
import org.truce.picture.View;

/** A sample that comes with Truce, in order of {@code stated}, as {@code truce add} brings it in. */
final class Sample {
    private final Picture picture = new Picture();
    private final ZoneId zone;
    private final int size;

    Sample(String name, ZoneId zone) {
        this.zone = zone;
        List<Entry> entries = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of("..", "samples", name))) {
            for (Path file : files.filter(it -> it.toString().endsWith(".jsonl"))
                    .sorted()
                    .toList()) {
                for (String line : Files.readAllLines(file)) {
                    if (EntryJson.readStrict(line.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                            instanceof EntryJson.Result.Read(Entry entry)) {
                        entries.add(entry);
                    } else {
                        throw new AssertionError(line);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        entries.sort(Comparator.comparing(Entry::stated));
        size = entries.size();
        for (int i = 0; i < size; i++) {
            picture.apply(i, Instant.parse("2026-01-01T00:00:00Z"), entries.get(i));
        }
    }

    /** The mission's view at the end of a day, knowing what had been stated by then. */
    View on(String day) {
        Instant end = end(day);
        return picture.at(end, picture.sizeAt(end.minusMillis(1)), Audience.Group.MISSION);
    }

    /** A reader's view at the end of a day, knowing all. */
    View knowingAll(String day, Audience audience) {
        return picture.at(end(day), size, audience);
    }

    private Instant end(String day) {
        return LocalDate.parse(day).plusDays(1).atStartOfDay(zone).toInstant();
    }
}
