package org.truce.quality;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A document of which each measurement rewrites its own section and leaves the others as they are. */
public final class Sections {
    private Sections() {}

    /** Puts {@code text} under {@code ## section}; a file that is not there begins with {@code head}. */
    public static void replace(Path file, String head, String section, String text) throws IOException {
        String old = Files.exists(file) ? Files.readString(file) : head;
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
