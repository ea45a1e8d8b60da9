package org.truce.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import org.truce.quality.Sections;

/** {@code docs/benchmarks.md}: each benchmark rewrites its own section and leaves the others as they are. */
final class Document {
    private static final String HEAD = """
            # Benchmarks

            Measured by `benchmarks/run`, each beside a rival in the same run. Machines are noisy: read medians and
            ratios. A figure that was not reached says so.
            """;

    private Document() {}

    static void replace(Path file, String section, String text) throws IOException {
        Sections.replace(file, HEAD, section, text);
    }
}
