package org.truce.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** On what was measured. */
final class Machine {
    private Machine() {}

    /** One line: date, processor, cores, memory, Java. */
    static String line() {
        return LocalDate.now(ZoneOffset.UTC) + " · " + field("/proc/cpuinfo", "model name") + " · "
                + Runtime.getRuntime().availableProcessors() + " cores · memory " + field("/proc/meminfo", "MemTotal")
                + " · " + System.getProperty("os.name") + " " + System.getProperty("os.version") + " · Java "
                + Runtime.version();
    }

    private static String field(String file, String name) {
        try {
            return Files.readAllLines(Path.of(file)).stream()
                    .filter(line -> line.startsWith(name))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown");
        } catch (IOException e) {
            return "unknown";
        }
    }
}
