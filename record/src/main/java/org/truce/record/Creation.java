package org.truce.record;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.truce.model.ProblemException;
import org.truce.record.store.Layout;
import org.truce.record.store.Partials;
import org.truce.record.store.Writes;
import org.truce.record.tlog.Checkpoint;
import org.truce.record.tlog.Merkle;
import org.truce.record.tlog.SigningKey;
import org.truce.record.tlog.VerifierKey;

/** Makes an empty record: the key first, the checkpoint last. */
final class Creation {
    private Creation() {}

    static void create(Layout layout, RecordOptions options, Keys keys, Surroundings surroundings) throws IOException {
        check(layout.root(), options);
        SigningKey key = key(options, keys, surroundings);
        Files.createDirectories(layout.root());
        Identity identity = new Identity(
                KeyChain.of(key.verifier()),
                options.name(),
                surroundings.clock().instant());
        Writes writes = new Writes(surroundings.disk());
        writes.write(layout.vkey(), identity.vkeyFile());
        writes.write(layout.about(), identity.aboutFile(key));
        writes.write(layout.partials(0), Partials.empty().sign(key));
        Checkpoint head = new Checkpoint(key.verifier().name(), 0, Merkle.EMPTY);
        writes.replace(layout.checkpoint(), head.sign(key).note().bytes());
        writes.sync();
    }

    private static void check(Path root, RecordOptions options) throws IOException {
        if (!Identity.validName(options.name())) {
            throw new ProblemException(
                    "bad-name", "--name", "A record's name is one line of 1 to 200 characters; choose another.");
        }
        Optional<String> bad = options.origin().filter(it -> !VerifierKey.validName(it) || it.startsWith("truce-"));
        if (bad.isPresent()) {
            throw new ProblemException(
                    "bad-origin",
                    "--origin",
                    "An origin is like example.org/ceasefire: without spaces, plus signs or a scheme, and not beginning"
                            + " with \"truce-\".");
        }
        if (Files.exists(root) && !Files.isDirectory(root)) {
            throw new ProblemException(
                    "not-empty", root.toString(), "This is a file; name a directory that is not there yet.");
        }
        if (Files.isDirectory(root)) {
            try (Stream<Path> files = Files.list(root)) {
                if (files.findAny().isPresent()) {
                    throw new ProblemException(
                            "not-empty",
                            root.toString(),
                            TruceRecord.isRecord(root)
                                    ? "There is a record here already; open it, or name another directory."
                                    : "This directory is not empty; name one that is, or that is not there yet.");
                }
            }
        }
    }

    /** A new key; or the one in the file, where it is named for exactly this origin. */
    private static SigningKey key(RecordOptions options, Keys keys, Surroundings surroundings) throws IOException {
        if (keys instanceof Keys.InFile(Path file) && Files.isRegularFile(file)) {
            return Keys.read(file)
                    .filter(it ->
                            options.origin().equals(Optional.of(it.verifier().name())))
                    .orElseThrow(() -> new ProblemException(
                            "key-exists",
                            file.toString(),
                            "This file is there already. To use the key in it, give its name as --origin; it must sign"
                                    + " no other record. Otherwise name a file that is not there yet."));
        }
        byte[] seed = SigningKey.seed(surroundings.random());
        byte[] publicKey = SigningKey.of("x", seed).verifier().bytes();
        String origin = options.origin().orElseGet(() -> Identity.defaultOrigin(options.name(), publicKey));
        SigningKey key = SigningKey.of(origin, seed);
        keys.keep(key);
        return key;
    }
}
