package org.truce.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.truce.model.ProblemException;
import org.truce.model.entry.Audience;
import org.truce.model.entry.Author;
import org.truce.reading.Reader;
import org.truce.record.Keys;
import org.truce.record.RecordOptions;
import org.truce.record.Surroundings;
import org.truce.record.TruceRecord;

/**
 * Samples that come with Truce: {@code samples/NAME}, built once into the user's cache and again when a file of it or
 * the reader changes. The key of such a record lies in the cache too; it protects nothing.
 */
final class Samples {
    private static final String PREFIX = "sample:";
    private static final String LAYOUT = "truce-samples 1";

    private final Console console;

    Samples(Console console) {
        this.console = console;
    }

    /** Whether this names a sample rather than a directory. */
    static boolean named(String dir) {
        return dir.startsWith(PREFIX);
    }

    /** The directory that is meant; a sample is built where it is not there yet. */
    Path directory(String dir) throws IOException {
        return named(dir) ? sample(dir.substring(PREFIX.length())) : Path.of(dir);
    }

    private Path sample(String name) throws IOException {
        Path home = console.home();
        List<String> all = home == null ? List.of() : names(home.resolve("samples"));
        if (home == null || !all.contains(name)) {
            throw new WrongUse(
                    "no-sample",
                    PREFIX + name,
                    "There is no such sample; there are: " + (all.isEmpty() ? "none" : String.join(", ", all)) + ".");
        }
        List<Path> files = files(home.resolve("samples").resolve(name));
        Path built = cache().resolve(name + "-" + fingerprint(home, files));
        if (!TruceRecord.isRecord(built)) {
            build(name, files, built);
        }
        return built;
    }

    private static List<String> names(Path samples) throws IOException {
        if (!Files.isDirectory(samples)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(samples)) {
            return folders.filter(Files::isDirectory)
                    .map(folder -> String.valueOf(folder.getFileName()))
                    .sorted()
                    .toList();
        }
    }

    private static List<Path> files(Path sample) throws IOException {
        try (Stream<Path> all = Files.walk(sample)) {
            return all.filter(file -> file.toString().matches(".*\\.(jsonl|json|txt|html?)"))
                    .sorted(Comparator.comparing(Path::toString))
                    .toList();
        }
    }

    private Path cache() {
        String cache = console.variable("XDG_CACHE_HOME");
        Path base = cache == null ? Path.of(System.getProperty("user.home", ""), ".cache") : Path.of(cache);
        return base.resolve("truce").resolve("samples");
    }

    private static String fingerprint(Path home, List<Path> files) throws IOException {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
        digest.update((LAYOUT + "\n" + Reader.VERSION + "\n").getBytes(StandardCharsets.UTF_8));
        for (Path file : files) {
            byte[] bytes = Files.readAllBytes(file);
            digest.update((home.relativize(file) + " " + bytes.length + "\n").getBytes(StandardCharsets.UTF_8));
            digest.update(bytes);
        }
        return HexFormat.of().formatHex(digest.digest(), 0, 8);
    }

    /** Builds beside its place and moves it there whole, so that two builds at once end with one record. */
    private void build(String name, List<Path> files, Path built) throws IOException {
        console.err().println("Building the sample " + name + " (once) …");
        Files.createDirectories(cache());
        Path draft = Files.createTempDirectory(cache(), name + ".draft");
        Keys keys = new Keys.Directory(cache().resolve("keys"));
        try {
            append(name, files, draft, keys);
            move(draft, built);
        } finally {
            delete(draft);
        }
    }

    private void append(String name, List<Path> files, Path draft, Keys keys) throws IOException {
        Adding.Count count;
        try (TruceRecord record = TruceRecord.create(draft, RecordOptions.named(name), keys, Surroundings.real())) {
            Adding adding = new Adding(console, record, Author.parse("truce:sample"), Audience.Group.PUBLIC, false);
            count = adding.add(files);
        }
        if (count.refused() > 0) {
            throw new ProblemException(
                    "bad-sample", PREFIX + name, count.refused() + " entries of this sample are wrong; see above.");
        }
    }

    private static void move(Path draft, Path built) throws IOException {
        try {
            Files.move(draft, built, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
            // Another launch was first; its record is the same.
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(draft, built);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).collect(Collectors.toList())) {
                    Files.deleteIfExists(path);
                }
            }
        }
    }
}
