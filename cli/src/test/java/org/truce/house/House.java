package org.truce.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Where the project's files stand. */
final class House {
    /** The project's directory. */
    static final Path ROOT = Path.of(Objects.requireNonNull(System.getProperty("truce.root")))
            .normalize()
            .toAbsolutePath();

    private House() {}

    /** Directories of the Maven modules, as the parent lists them. */
    static List<Path> modules() {
        String pom = read(ROOT.resolve("pom.xml"));
        return pom.lines()
                .filter(line -> line.contains("<module>"))
                .map(line -> ROOT.resolve(line.replaceAll("</?module>", "").strip()))
                .toList();
    }

    /** Every Java source under {@code src/main/java} of every module. */
    static List<Path> sources() {
        return modules().stream()
                .map(module -> module.resolve("src/main/java"))
                .filter(Files::isDirectory)
                .flatMap(folder -> files(folder).stream())
                .filter(file -> file.toString().endsWith(".java"))
                .toList();
    }

    /** Every regular file below a folder, sorted. */
    static List<Path> files(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The path as the project's documents would write it. */
    static String name(Path file) {
        return ROOT.relativize(file).toString();
    }
}
