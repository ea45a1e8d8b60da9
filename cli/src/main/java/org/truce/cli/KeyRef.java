package org.truce.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.truce.record.KeyChain;
import org.truce.record.TruceRecord;
import org.truce.record.tlog.VerifierKey;

/** A verifier key as people name it: the key itself, a file that holds it, or a record's directory. */
final class KeyRef {
    private KeyRef() {}

    /** A record's key; of a record's directory the one in force. */
    static VerifierKey log(String option, String given) throws IOException {
        return chain(option, given).last();
    }

    /** A record's keys: of its directory all, else the one that is named. */
    static KeyChain chain(String option, String given) throws IOException {
        String text = given;
        try {
            Path file = Path.of(given);
            if (TruceRecord.isRecord(file)) {
                return KeyChain.of(file);
            }
            if (Files.isRegularFile(file) && Files.size(file) < 10_000) {
                text = Files.readString(file, StandardCharsets.UTF_8).strip();
            }
        } catch (InvalidPathException e) {
            // then it is the key itself, or nothing
        }
        return VerifierKey.parse(text)
                .map(KeyChain::of)
                .orElseThrow(() -> new WrongUse(
                        "bad-vkey", option + " " + given, "Name a record's file \"vkey\", or give the line in it."));
    }
}
