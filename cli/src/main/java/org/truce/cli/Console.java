package org.truce.cli;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.truce.model.Problem;

/**
 * What surrounds a command: its streams, its environment and its clock. Handed in, so that a test is a process.
 *
 * @param in standard input
 * @param out standard output, UTF-8: the answer and nothing else
 * @param err standard error, UTF-8: progress and problems
 * @param environment variables such as {@code TRUCE_AS}, {@code XDG_CACHE_HOME} and {@code COLUMNS}
 * @param clock reads now
 * @param home where {@code samples/} and {@code theatres/} stand; null in a process that was not told
 */
public record Console(
        InputStream in,
        PrintStream out,
        PrintStream err,
        Map<String, String> environment,
        InstantSource clock,
        java.nio.file.@Nullable Path home) {

    /** The surroundings of this process. */
    static Console ofProcess() {
        String home = System.getProperty("truce.home");
        return new Console(
                new FileInputStream(FileDescriptor.in),
                utf8(new java.io.BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16), false),
                utf8(new FileOutputStream(FileDescriptor.err), true),
                System.getenv(),
                InstantSource.system(),
                home == null ? null : java.nio.file.Path.of(home));
    }

    /** A UTF-8 stream whatever the locale of the machine. */
    static PrintStream utf8(OutputStream out, boolean flush) {
        return new PrintStream(out, flush, StandardCharsets.UTF_8);
    }

    /** A variable of the environment; null where it is unset or empty. */
    @Nullable
    String variable(String name) {
        String value = environment.get(name);
        return value == null || value.isEmpty() ? null : value;
    }

    /** Tells the user what is wrong. */
    void problem(Problem problem) {
        err.println(problem);
    }
}
