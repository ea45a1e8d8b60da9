package org.truce.verifier;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** The files of a record, by their names; remembers which of them belong to it. */
final class Files {
    private final Path root;
    private final Set<String> belonging = new HashSet<>();

    Files(Path root) {
        this.root = root;
    }

    Path path(String name) {
        return root.resolve(name);
    }

    void belongs(String name) {
        belonging.add(name);
    }

    Optional<byte[]> find(String name) throws IOException {
        belonging.add(name);
        try {
            return Optional.of(java.nio.file.Files.readAllBytes(root.resolve(name)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    byte[] need(String name) throws IOException, Wrong {
        Optional<byte[]> bytes = find(name);
        if (bytes.isEmpty()) {
            throw new Wrong(name, "This file is missing.");
        }
        return bytes.get();
    }

    /** Every file there is belongs to the record; what a writer at work keeps beside it does not count. */
    void nothingElse() throws IOException, Wrong {
        try (var all = java.nio.file.Files.walk(root)) {
            for (Path file : (Iterable<Path>) all::iterator) {
                String name = root.relativize(file).toString().replace('\\', '/');
                boolean aside = name.startsWith("cache/") || name.startsWith("journal/") || name.equals("lock");
                if (!java.nio.file.Files.isDirectory(file) && !aside && !belonging.contains(name)) {
                    throw new Wrong(name, "This file does not belong to the record.");
                }
            }
        }
    }

    /** {@code N} as tlog-tiles writes it: {@code x001/x234/067}. */
    static String digits(long n) {
        String path = String.format("%03d", n % 1000);
        for (long rest = n / 1000; rest > 0; rest /= 1000) {
            path = String.format("x%03d/", rest % 1000) + path;
        }
        return path;
    }
}
