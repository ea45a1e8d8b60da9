package org.truce.cli.input;

import java.nio.file.Path;
import java.time.Instant;

/**
 * A good entry in a file of entries, to be read again when its turn comes.
 *
 * @param file where it stands
 * @param line its line, from 1
 * @param offset of its first byte
 * @param length in bytes
 * @param stated its author's instant
 */
public record Found(Path file, long line, long offset, int length, Instant stated) {
    /** Where it stands, for people. */
    public String place() {
        return file + ":" + line;
    }
}
