package org.truce.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** {@code docs/benchmarks.md}: each benchmark rewrites its own section and leaves the others as they are. */
final class Document {
    private static final String HEAD = """
            # Benchmarks

            Measured by `benchmarks/run`, each beside a rival in the same run. Machines are noisy: read medians and
            ratios. A figure that was not reached says so.
            """;

    private Document() {}

    static void replace(Path file, String section, String text) throws IOException {
        String old = Files.exists(file) ? Files.readString(file) : HEAD;
        String heading = "\n## " + section + "\n";
        int start = old.indexOf(heading);
        if (start < 0) {
            Files.writeString(file, old + heading + text);
            return;
        }
        int end = old.indexOf("\n## ", start + heading.length());
        Files.writeString(file, old.substring(0, start) + heading + text + (end < 0 ? "" : old.substring(end)));
    }
}
