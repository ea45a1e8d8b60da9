package org.truce.cli.input;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.truce.model.Problem;
import org.truce.model.entry.Entry;
import org.truce.model.json.EntryJson;

/**
 * Files of entries: {@code .jsonl} with one a line, {@code .json} with one. A file is read twice: once to find what is
 * good and to report what is not, once when its entries are appended; so that a million lines need no memory of their
 * own, and nothing is written before everything was looked at. Not thread-safe.
 */
public final class EntryFiles {
    private final Defaults defaults;
    private final Consumer<Problem> problems;
    private final Consumer<Problem> warnings;

    /**
     * Of one batch.
     *
     * @param defaults fill what entries leave out
     * @param problems told of every line that is no entry
     * @param warnings told of every line that should be looked at again
     */
    public EntryFiles(Defaults defaults, Consumer<Problem> problems, Consumer<Problem> warnings) {
        this.defaults = defaults;
        this.problems = problems;
        this.warnings = warnings;
    }

    /** Told of good entries. */
    public interface Finding {
        /** This stands there, and says that. */
        void found(Found found, Entry entry);
    }

    /** Finds the good entries of a file, in its order. */
    public void find(Path file, Finding found) throws IOException {
        boolean whole = !file.toString().endsWith(".jsonl");
        long size = Files.size(file);
        if (whole && size <= EntryJson.MAX_BYTES) {
            byte[] text = withoutMark(Files.readAllBytes(file));
            if (new String(text, StandardCharsets.ISO_8859_1).isBlank()) {
                empty(file);
                return;
            }
            check(file, new Lines.Line(1, size - text.length, text, false), found, whole);
            return;
        }
        if (whole) {
            problems.accept(new Problem(
                    "too-large",
                    file.toString(),
                    "An entry has at most 1 MiB. Put many entries into a .jsonl, one a line."));
            return;
        }
        long any = 0;
        try (Lines lines = new Lines(file, EntryJson.MAX_BYTES)) {
            for (Lines.Line line = lines.next(); line != null; line = lines.next()) {
                if (!line.blank()) {
                    any++;
                    check(file, line, found, false);
                }
            }
        }
        if (any == 0) {
            empty(file);
        }
    }

    private void empty(Path file) {
        problems.accept(new Problem("empty-file", file.toString(), "There is nothing in this file."));
    }

    private void check(Path file, Lines.Line line, Finding found, boolean whole) {
        String place = whole ? file.toString() : file + ":" + line.number();
        if (line.tooLong()) {
            problems.accept(
                    new Problem("too-large", place, "An entry has at most 1 MiB; attach longer matter as a file."));
            return;
        }
        switch (EntryText.read(line.bytes(), defaults)) {
            case EntryText.Result.Bad bad -> bad.problems().forEach(problem -> problems.accept(problem.within(place)));
            case EntryText.Result.Good good -> {
                if (Personal.in(new String(line.bytes(), StandardCharsets.UTF_8).replace("\\n", "\n"))) {
                    warnings.accept(personal(place));
                }
                Entry entry = good.entry();
                int length = line.bytes().length;
                found.found(new Found(file, line.number(), line.offset(), length, entry.stated()), entry);
            }
        }
    }

    /** The warning that a text seems to identify a person. */
    static Problem personal(String place) {
        return new Problem(
                "personal-data",
                place,
                "The text seems to give a person's name and birth. A record forgets nothing: leave out who it is, and"
                        + " count instead.");
    }

    /** The content of an entry that was found before. */
    public byte[] read(Found found, RandomAccessFile file) throws IOException {
        byte[] text = new byte[found.length()];
        file.seek(found.offset());
        file.readFully(text);
        return EntryText.read(text, defaults) instanceof EntryText.Result.Good good ? good.content() : text;
    }

    private static byte[] withoutMark(byte[] text) {
        boolean marked = text.length >= 3 && text[0] == (byte) 0xEF && text[1] == (byte) 0xBB && text[2] == (byte) 0xBF;
        return marked ? java.util.Arrays.copyOfRange(text, 3, text.length) : text;
    }
}
