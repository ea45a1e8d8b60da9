package org.truce.simulation;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.truce.model.entry.Entry;
import org.truce.model.json.EntryJson;
import org.truce.model.kind.Body;

/**
 * Entries by theme, one sheet a theme. Ids are UUIDs of version 7 whose time is {@code stated} and whose other bits come
 * from the seed, in order of writing. Not thread-safe.
 */
public final class Sheets {
    private final EntryMaker maker;
    private final Map<String, List<Entry>> sheets = new TreeMap<>();

    /** Empty sheets. */
    public Sheets(long seed) {
        this.maker = new EntryMaker(seed);
    }

    /** Writes an entry on a sheet and gives its id. */
    public UUID put(String sheet, Note note, Body body) {
        Entry entry = maker.make(note, body);
        sheets.computeIfAbsent(sheet, _ -> new ArrayList<>()).add(entry);
        return entry.id();
    }

    /** How many entries were stated by an instant. */
    public long statedBy(Instant instant) {
        return sheets.values().stream()
                .flatMap(List::stream)
                .filter(entry -> !entry.stated().isAfter(instant))
                .count();
    }

    /** Every entry, sheet by sheet, each in order of {@code stated}, and of writing where that is the same. */
    public Map<String, List<Entry>> all() {
        Map<String, List<Entry>> sorted = new TreeMap<>();
        sheets.forEach((name, entries) -> sorted.put(
                name,
                entries.stream().sorted(Comparator.comparing(Entry::stated)).toList()));
        return sorted;
    }

    /** The sheets as files of JSON lines, by file name. */
    public Map<String, byte[]> files() {
        Map<String, byte[]> files = new TreeMap<>();
        all().forEach((name, entries) -> {
            ByteArrayOutputStream lines = new ByteArrayOutputStream();
            for (Entry entry : entries) {
                lines.writeBytes(EntryJson.write(entry));
                lines.write('\n');
            }
            files.put(name + ".jsonl", lines.toByteArray());
        });
        return files;
    }
}
