package org.truce.picture;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Files of a cache that are not whole yet. Each names the process that writes it, so that what a writer left behind that
 * was killed can be told from what another is writing.
 */
final class Drafts {
    private static final Pattern NAME = Pattern.compile(".+\\.([0-9]{1,18})\\.[0-9]+\\.tmp");

    private Drafts() {}

    /** A new file in a directory. */
    static Path create(Path directory, String name) throws IOException {
        return Files.createTempFile(
                directory, name + "." + ProcessHandle.current().pid() + ".", ".tmp");
    }

    /** Deletes what nobody is writing any more. That it cannot (a directory that is read-only) is no error. */
    static void sweep(Path directory, String names) {
        if (!Files.isDirectory(directory)) {
            return;
        }
        try (DirectoryStream<Path> drafts = Files.newDirectoryStream(directory, names + "*.tmp")) {
            for (Path draft : drafts) {
                if (!isWritten(draft)) {
                    Files.deleteIfExists(draft);
                }
            }
        } catch (IOException e) {
            // nobody reads it
        }
    }

    private static boolean isWritten(Path draft) {
        Matcher name = NAME.matcher(String.valueOf(draft.getFileName()));
        return name.matches()
                && ProcessHandle.of(Long.parseLong(name.group(1)))
                        .filter(ProcessHandle::isAlive)
                        .isPresent();
    }
}
