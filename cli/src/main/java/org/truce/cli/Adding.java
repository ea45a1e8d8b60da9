package org.truce.cli;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.truce.cli.input.Defaults;
import org.truce.cli.input.EntryFiles;
import org.truce.cli.input.Found;
import org.truce.cli.input.FoundList;
import org.truce.cli.input.Made;
import org.truce.cli.input.ReportFiles;
import org.truce.exchange.document.Documents;
import org.truce.model.Problem;
import org.truce.model.entry.Audience;
import org.truce.model.entry.Author;
import org.truce.model.entry.Entry;
import org.truce.record.Candidate;
import org.truce.record.Outcome;
import org.truce.record.TruceRecord;

/**
 * Brings files into a record: looks at all of them, tells what is wrong, and appends what is good, in order of
 * {@code stated} where the record is reconstructed and in the order of the files otherwise. Used once.
 */
final class Adding {
    private static final int BATCH = 512;
    private static final int TOLD_PER_FILE = 20;

    private final Console console;
    private final TruceRecord record;
    private final Shelf shelf;
    private final EntryFiles entries;
    private final ReportFiles reports;
    private final Progress progress;
    private final FoundList found = new FoundList();
    private final List<Made> made = new ArrayList<>();
    private final Map<String, Integer> told = new HashMap<>();
    private long added;
    private long known;
    private long refused;

    /**
     * What came of it.
     *
     * @param added entries that are new in the record
     * @param known entries that were in it before
     * @param refused entries, lines and files that are wrong
     */
    record Count(long added, long known, long refused) {}

    Adding(Console console, TruceRecord record, Author author, Audience audience, boolean accept) throws IOException {
        this.console = console;
        this.record = record;
        this.shelf = new Shelf(record);
        Defaults defaults = new Defaults(author, audience, console.clock().instant());
        this.entries = new EntryFiles(defaults, this::refuse, this::warn);
        this.reports = new ReportFiles(defaults, accept, shelf, this::refuse, this::warn);
        this.progress = new Progress(console);
    }

    Count add(List<Path> files) throws IOException {
        // Entries first: what they name, reports may speak of.
        List<Path> later = new ArrayList<>();
        for (Path file : files) {
            look(file, later);
        }
        for (Path file : later) {
            made.addAll(reports.find(file));
        }
        if (shelf.reconstructed()) {
            found.sortByStated();
            made.sort(Comparator.comparing(Made::stated));
        }
        appendAll();
        told.forEach((file, times) -> {
            if (times > TOLD_PER_FILE) {
                console.err().println(file + ": " + (times - TOLD_PER_FILE) + " more problems were not printed.");
            }
        });
        return new Count(added, known, refused);
    }

    private void look(Path file, List<Path> later) throws IOException {
        String name = file.toString().toLowerCase(Locale.ROOT);
        if (!Files.isRegularFile(file)) {
            String sentence =
                    Files.isDirectory(file) ? "This is a directory; name the files in it." : "There is no such file.";
            refuse(new Problem("no-file", file.toString(), sentence));
        } else if (ReportFiles.sidecar(file)) {
            return;
        } else if (name.endsWith(".json") || name.endsWith(".jsonl")) {
            entries.find(file, this::await);
        } else if (name.endsWith(".txt") || name.endsWith(".html") || name.endsWith(".htm") || Documents.named(name)) {
            later.add(file);
        } else {
            refuse(new Problem(
                    "unknown-file-type",
                    file.toString(),
                    "Entries come as .json or .jsonl, reports as .txt, .html, .pdf or .docx; this is neither."));
        }
    }

    private void await(Found one, Entry entry) {
        shelf.learn(entry.body());
        found.add(one);
        progress.at("looked at", found.size(), 0);
    }

    /** Entries before reports; by turns where the record is reconstructed. */
    private void appendAll() throws IOException {
        int nextFound = 0;
        int nextMade = 0;
        int total = found.size() + made.size();
        List<Made> batch = new ArrayList<>();
        try (OpenFiles files = new OpenFiles(entries)) {
            for (int i = 0; i < total; i++) {
                if (nextMade == made.size() || (nextFound < found.size() && isBefore(nextFound, nextMade))) {
                    batch.add(files.read(found.get(nextFound++)));
                } else {
                    batch.add(made.get(nextMade++));
                }
                if (batch.size() == BATCH || i + 1 == total) {
                    append(batch);
                    batch.clear();
                    progress.at("added", i + 1L, total);
                }
            }
        }
    }

    private boolean isBefore(int nextFound, int nextMade) {
        return !shelf.reconstructed()
                || found.get(nextFound).stated().toEpochMilli()
                        <= made.get(nextMade).stated().toEpochMilli();
    }

    private void append(List<Made> batch) throws IOException {
        List<Outcome> outcomes =
                record.append(batch.stream().map(Made::candidate).toList());
        for (int i = 0; i < outcomes.size(); i++) {
            switch (outcomes.get(i)) {
                case Outcome.Appended _ -> added++;
                case Outcome.Known _ -> known++;
                case Outcome.Refused no -> {
                    String place = batch.get(i).place();
                    no.problems().forEach(problem -> refuse(problem.within(place)));
                }
            }
        }
    }

    private void refuse(Problem problem) {
        refused++;
        String file = problem.place().replaceFirst(":.*", "");
        if (told.merge(file, 1, Integer::sum) <= TOLD_PER_FILE) {
            console.problem(problem);
        }
    }

    private void warn(Problem problem) {
        console.err().println("warning: " + problem);
    }

    /** Keeps the files open from which entries are read. */
    private static final class OpenFiles implements AutoCloseable {
        private final EntryFiles entries;
        private final Map<Path, RandomAccessFile> open = new HashMap<>();

        OpenFiles(EntryFiles entries) {
            this.entries = entries;
        }

        Made read(Found found) throws IOException {
            RandomAccessFile file = open.get(found.file());
            if (file == null) {
                file = new RandomAccessFile(found.file().toFile(), "r");
                open.put(found.file(), file);
            }
            return new Made(found.place(), found.stated(), Candidate.of(entries.read(found, file)));
        }

        @Override
        public void close() throws IOException {
            for (RandomAccessFile file : open.values()) {
                file.close();
            }
        }
    }
}
