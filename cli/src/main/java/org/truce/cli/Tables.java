package org.truce.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.truce.model.ProblemException;
import org.truce.picture.OpenRecord;
import org.truce.picture.View;
import org.truce.publication.feed.RegisterFeed;
import org.truce.publication.table.Dictionary;
import org.truce.publication.table.RegisterCsv;
import org.truce.server.Registers;

/**
 * Writes every register of a view as a table of its own into a directory, and the dictionary that says what their columns
 * mean. A file has its name only when it is whole.
 */
final class Tables {
    private final Path dir;
    private final Progress progress;
    private final List<Dictionary.Line> dictionary = new ArrayList<>();
    private long rows;

    Tables(Path dir, Progress progress) {
        this.dir = dir;
        this.progress = progress;
    }

    /** Writes all of it; returns how many rows. */
    long write(View view, OpenRecord open) throws IOException {
        prepare();
        for (String register : RegisterFeed.ALL.keySet()) {
            Registers.Register found = Registers.of(register, view, open);
            if (found != null) {
                register(register, found);
            }
        }
        dictionary.addAll(Dictionary.kinds());
        file("dictionary.csv", out -> out.write(Dictionary.csv(dictionary)));
        file("dictionary.md", out -> out.write(Dictionary.markdown(dictionary)));
        return rows;
    }

    /** Nothing of an older export may stand beside the new one. */
    private void prepare() throws IOException {
        try {
            Files.createDirectories(dir);
        } catch (FileAlreadyExistsException e) {
            throw new ProblemException("not-empty", dir.toString(), "There is a file of this name; choose another.");
        }
        try (Stream<Path> inside = Files.list(dir)) {
            if (inside.findAny().isPresent()) {
                throw new ProblemException(
                        "not-empty", dir.toString(), "The directory is not empty; choose one that is, or a new one.");
            }
        }
    }

    private void register(String name, Registers.Register found) throws IOException {
        RegisterCsv table = RegisterCsv.of(name, found.rows());
        table.columns().forEach(column -> dictionary.add(Dictionary.of(name, column)));
        int size = found.rows().size();
        file(name + ".csv", out -> table.write(out, done -> progress.at(name + " written", done, size)));
        rows += size;
    }

    private interface Content {
        void write(BufferedWriter out) throws IOException;
    }

    private void file(String name, Content content) throws IOException {
        Path part = dir.resolve(name + ".part");
        try (BufferedWriter out = Files.newBufferedWriter(part)) {
            content.write(out);
        }
        Files.move(part, dir.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }
}
