package org.truce.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.truce.record.tlog.VerifierKey;

/** A verifier key as people name it: the key itself, a file that holds it, or a record's directory. */
final class KeyRef {
    private KeyRef() {}

    static VerifierKey log(String option, String given) throws IOException {
        String text = given;
        try {
            Path file = Files.isDirectory(Path.of(given)) ? Path.of(given, "vkey") : Path.of(given);
            if (Files.isRegularFile(file) && Files.size(file) < 10_000) {
                text = Files.readString(file, StandardCharsets.UTF_8).strip();
            }
        } catch (InvalidPathException e) {
            // then it is the key itself, or nothing
        }
        return VerifierKey.parse(text)
                .orElseThrow(() -> new WrongUse(
                        "bad-vkey", option + " " + given, "Name a record's file \"vkey\", or give the line in it."));
    }
}
