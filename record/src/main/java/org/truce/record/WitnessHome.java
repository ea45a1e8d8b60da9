package org.truce.record;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.truce.model.ProblemException;
import org.truce.record.store.WriterLock;
import org.truce.record.store.Writes;
import org.truce.record.tlog.Hash;
import org.truce.record.tlog.SigningKey;
import org.truce.record.tlog.VerifierKey;
import org.truce.record.witness.Witness;

/**
 * The directory of a witness: {@code vkey}, {@code logs} with a verifier key on each line, and what it remembers. Its
 * private key lies elsewhere. One process at a time: two would cosign two histories.
 */
public final class WitnessHome implements AutoCloseable {
    private final WriterLock lock;
    private final Witness witness;

    private WitnessHome(WriterLock lock, Witness witness) {
        this.lock = lock;
        this.witness = witness;
    }

    /**
     * Opens a witness, and makes it with a key of its own where there is none.
     *
     * @param name of a new witness; else made from its key
     * @param more keys of logs that it is to look at from now on; what follows a key that it knows takes its place
     * @throws ProblemException {@code bad-name}, {@code second-writer}, {@code key-missing}, {@code damaged-witness},
     *     {@code log-differs} where it knows another key for a log
     */
    public static WitnessHome open(
            Path dir, Optional<String> name, List<KeyChain> more, Keys keys, Surroundings surroundings)
            throws IOException {
        Files.createDirectories(dir);
        WriterLock lock = WriterLock.take(dir.resolve("lock"));
        boolean opened = false;
        try {
            SigningKey key = key(dir, name, keys, surroundings);
            Map<String, VerifierKey> logs = logs(dir);
            boolean changed = false;
            for (KeyChain chain : more) {
                VerifierKey log = chain.last();
                VerifierKey known = logs.get(log.name());
                if (known == null || chain.all().contains(known)) {
                    changed |= !log.equals(logs.put(log.name(), log));
                } else {
                    throw new ProblemException(
                            "log-differs",
                            log.toString(),
                            "This witness knows another key of " + log.name() + ": " + known
                                    + ". Find out which of the two is the record's before you change its file \"logs\".");
                }
            }
            if (changed) {
                String lines = String.join(
                                "\n",
                                logs.values().stream().map(VerifierKey::text).toList()) + "\n";
                keep(dir.resolve("logs"), lines, surroundings);
            }
            Witness witness = new Witness(key, logs, dir, surroundings.disk(), surroundings.clock());
            opened = true;
            return new WitnessHome(lock, witness);
        } finally {
            if (!opened) {
                lock.close();
            }
        }
    }

    private static SigningKey key(Path dir, Optional<String> name, Keys keys, Surroundings surroundings)
            throws IOException {
        Path file = dir.resolve("vkey");
        if (Files.exists(file)) {
            VerifierKey key = VerifierKey.parse(
                            Files.readString(file, StandardCharsets.UTF_8).strip(), VerifierKey.Use.COSIGNATURE)
                    .orElseThrow(() -> damaged(file));
            if (name.isPresent() && !name.get().equals(key.name())) {
                throw new ProblemException("bad-name", "--name", "This witness is called " + key.name() + " already.");
            }
            return keys.find(key);
        }
        byte[] seed = SigningKey.seed(surroundings.random());
        byte[] publicKey = SigningKey.of("x", seed).verifier().bytes();
        String called = name.orElseGet(
                () -> "truce.invalid/witness-" + Hash.sha256(publicKey).hex().substring(0, 8));
        if (!VerifierKey.validName(called)) {
            throw new ProblemException(
                    "bad-name", "--name", "A witness's name is like example.org/witness: no spaces, no plus signs.");
        }
        SigningKey key = SigningKey.of(called, VerifierKey.Use.COSIGNATURE, seed);
        keys.keep(key);
        keep(file, key.verifier().text() + "\n", surroundings);
        return key;
    }

    private static Map<String, VerifierKey> logs(Path dir) throws IOException {
        Map<String, VerifierKey> logs = new LinkedHashMap<>();
        Path file = dir.resolve("logs");
        for (String line : Files.exists(file) ? Files.readAllLines(file, StandardCharsets.UTF_8) : List.<String>of()) {
            if (!line.isBlank()) {
                VerifierKey key = VerifierKey.parse(line.strip()).orElseThrow(() -> damaged(file));
                logs.put(key.name(), key);
            }
        }
        return logs;
    }

    private static void keep(Path file, String text, Surroundings surroundings) throws IOException {
        Writes writes = new Writes(surroundings.disk());
        writes.replace(file, text.getBytes(StandardCharsets.UTF_8));
        writes.sync();
    }

    private static ProblemException damaged(Path file) {
        return new ProblemException(
                "damaged-witness",
                file.toString(),
                "This file holds no verifier key where one is due; put back a copy.");
    }

    /** The witness. */
    public Witness witness() {
        return witness;
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
