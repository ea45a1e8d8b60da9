package org.truce.record.witness;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.truce.model.ProblemException;
import org.truce.record.store.Disk;
import org.truce.record.store.Writes;
import org.truce.record.tlog.Checkpoint;
import org.truce.record.tlog.Hash;

/**
 * What a witness remembers: for each log the last checkpoint that it cosigned, a file {@code <SHA-256 of the
 * origin>/checkpoint}, which is also what it shows to anybody. One thread at a time.
 */
final class Memory {
    private final Path dir;
    private final Disk disk;

    Memory(Path dir, Disk disk) {
        this.dir = dir;
        this.disk = disk;
    }

    Path file(String origin) {
        return dir.resolve(Hash.sha256(origin.getBytes(StandardCharsets.UTF_8)).hex())
                .resolve("checkpoint");
    }

    Optional<byte[]> bytes(String origin) throws IOException {
        try {
            return Optional.of(Files.readAllBytes(file(origin)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** @throws ProblemException {@code witness-damaged}: a witness that has forgotten must not go on as if it were new */
    Optional<Checkpoint> last(String origin) throws IOException {
        Optional<byte[]> bytes = bytes(origin);
        if (bytes.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Checkpoint.Signed.parse(bytes.get())
                .map(Checkpoint.Signed::checkpoint)
                .filter(it -> it.origin().equals(origin))
                .orElseThrow(() -> new ProblemException(
                        "witness-damaged",
                        file(origin).toString(),
                        "This file is no checkpoint of " + origin + ". Put back a copy of it; without it the witness"
                                + " cannot tell whether that log was rewritten.")));
    }

    /** Returns when it is on the platter. */
    void keep(Checkpoint.Signed cosigned) throws IOException {
        Writes writes = new Writes(disk);
        writes.replace(file(cosigned.checkpoint().origin()), cosigned.note().bytes());
        writes.sync();
    }
}
