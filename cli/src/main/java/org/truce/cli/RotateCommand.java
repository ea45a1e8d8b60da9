package org.truce.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.truce.model.ProblemException;
import org.truce.model.entry.Author;
import org.truce.model.kind.RecordKeeping;
import org.truce.record.Keys;
import org.truce.record.Surroundings;
import org.truce.record.TruceRecord;
import org.truce.record.tlog.SigningKey;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code truce rotate}: another key signs from here on. */
@CommandLine.Command(
        name = "rotate",
        description = {
            "Makes a new private key that signs the record from here on. The former key vouches for it, in the file"
                    + " \"rotations\"; what was signed before stays good, and copies go on by themselves.",
            "The record's witnesses must be told: truce witness DIR --log RECORD. Then keep the former key no longer."
        },
        footer = {"", "Example: truce rotate my-ceasefire --as mission:registrar"})
final class RotateCommand extends Command {
    @Parameters(paramLabel = "DIR", description = "The record.")
    private Path dir = Path.of("");

    @Option(names = "--as", paramLabel = "ACTOR[:ROLE]", description = "Who does it; else the variable TRUCE_AS.")
    private @Nullable String as;

    @Option(
            names = "--new-key",
            paramLabel = "FILE",
            description = "Where the new private key is to be kept; else $XDG_CONFIG_HOME/truce/keys.")
    private @Nullable Path newKey;

    @Option(names = "--key", paramLabel = "FILE", description = "The former key, where it is not at its usual place.")
    private @Nullable Path key;

    RotateCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() throws IOException {
        Author author = author(as);
        if (key != null && newKey == null) {
            throw new WrongUse("wrong-use", "--new-key", "Say where the new key is to be kept as well.");
        }
        try (TruceRecord record = TruceRecord.openForWriting(dir, keys(key), Surroundings.real())) {
            if (record.isClosed()) {
                throw new ProblemException(
                        "record-closed", dir.toString(), "This record is closed; it needs no new key.");
            }
            SigningKey next = next(record.identity().key().name());
            var body = new RecordKeeping.KeyRotated(next.verifier().text());
            record.rotate(OwnEntry.of(author, body, console().clock().instant()), next);
            console()
                    .out()
                    .println(next.verifier() + " signs from entry " + record.size() + " on; key "
                            + keys(newKey).place(next.verifier()));
            console().out().flush();
            new Cosigning(console(), Duration.ofSeconds(5)).ask(record);
        }
        return Truce.DONE;
    }

    /** A key that is kept already where it was named for this record, which an attempt that failed leaves; else a new one. */
    private SigningKey next(String origin) throws IOException {
        Path there = newKey;
        if (there != null && Files.isRegularFile(there)) {
            return Keys.read(there)
                    .filter(it -> it.verifier().name().equals(origin))
                    .orElseThrow(() -> new ProblemException(
                            "key-exists",
                            there.toString(),
                            "This file is there already and holds no key of this record; name another."));
        }
        SigningKey next = SigningKey.of(origin, SigningKey.seed(new SecureRandom()));
        keys(newKey).keep(next);
        return next;
    }
}
