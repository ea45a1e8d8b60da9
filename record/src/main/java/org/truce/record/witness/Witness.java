package org.truce.record.witness;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.truce.record.store.Disk;
import org.truce.record.tlog.Checkpoint;
import org.truce.record.tlog.Cosignature;
import org.truce.record.tlog.Merkle;
import org.truce.record.tlog.Note;
import org.truce.record.tlog.SigningKey;
import org.truce.record.tlog.VerifierKey;

/**
 * A witness (C2SP tlog-witness v1.0.0): cosigns a checkpoint only where it extends every checkpoint of that log that it
 * has cosigned before, and remembers it durably before it answers. Thread-safe; checks, remembers and answers one request
 * at a time. Costs a signature to check, one to give, and two syncs.
 */
public final class Witness {
    private final SigningKey key;
    private final Map<String, VerifierKey> logs = new TreeMap<>();
    private final Memory memory;
    private final InstantSource clock;

    /**
     * A witness.
     *
     * @param key its own, for cosignatures
     * @param logs keys of those whose checkpoints it looks at, by origin, which is the key's name as a rule
     * @param dir where it remembers what it has cosigned
     */
    public Witness(SigningKey key, Map<String, VerifierKey> logs, Path dir, Disk disk, InstantSource clock) {
        if (key.verifier().use() != VerifierKey.Use.COSIGNATURE) {
            throw new IllegalArgumentException("a witness has a key for cosignatures");
        }
        this.key = key;
        this.memory = new Memory(dir, disk);
        this.clock = clock;
        this.logs.putAll(logs);
    }

    /** A witness of logs whose keys are named after their origins. */
    public Witness(SigningKey key, List<VerifierKey> logs, Path dir, Disk disk, InstantSource clock) {
        this(key, logs.stream().collect(Collectors.toMap(VerifierKey::name, it -> it)), dir, disk, clock);
    }

    /** Its verifier key. */
    public VerifierKey verifier() {
        return key.verifier();
    }

    /**
     * Answers {@code add-checkpoint}.
     *
     * @param request body of the request
     */
    public synchronized Answer addCheckpoint(byte[] request) throws IOException {
        Optional<AddCheckpoint> asked = AddCheckpoint.parse(request);
        Optional<Checkpoint.Signed> given =
                asked.flatMap(it -> Checkpoint.Signed.parse(it.checkpoint().getBytes(StandardCharsets.UTF_8)));
        if (asked.isEmpty() || (given.isEmpty() && !logs.containsKey(origin(asked.get())))) {
            return Answer.refused(400, "malformed: this is no request to add a checkpoint");
        }
        if (given.isEmpty()) {
            return Answer.refused(403, "invalid signature: this is no signed checkpoint");
        }
        Checkpoint head = given.get().checkpoint();
        VerifierKey log = logs.get(head.origin());
        if (log == null) {
            return Answer.refused(404, "unknown log: this witness does not look at " + head.origin());
        }
        if (given.get().note().signedBy(log) != Note.Verdict.VALID) {
            return Answer.refused(403, "invalid signature: the log's own key did not sign this checkpoint");
        }
        if (asked.get().old() > head.size()) {
            return Answer.refused(400, "malformed: the old size is larger than the checkpoint's");
        }
        Optional<Checkpoint> last = memory.last(head.origin());
        if (asked.get().old() != last.map(Checkpoint::size).orElse(0L)) {
            return Answer.conflict(last.map(Checkpoint::size).orElse(0L));
        }
        if (!extend(last, head, asked.get())) {
            return Answer.refused(
                    422,
                    "consistency proof: this checkpoint does not extend the one of size "
                            + asked.get().old());
        }
        return cosign(given.get(), log);
    }

    private static String origin(AddCheckpoint asked) {
        return asked.checkpoint().substring(0, Math.max(0, asked.checkpoint().indexOf('\n')));
    }

    private static boolean extend(Optional<Checkpoint> last, Checkpoint head, AddCheckpoint asked) {
        if (head.size() == 0 && !head.root().equals(Merkle.EMPTY)) {
            return false;
        }
        if (asked.old() == 0) {
            return asked.proof().isEmpty();
        }
        return Merkle.extend(asked.old(), last.orElseThrow().root(), head.size(), head.root(), asked.proof());
    }

    private Answer cosign(Checkpoint.Signed given, VerifierKey log) throws IOException {
        Cosignature mine = Cosignature.give(given.note(), key, clock.instant());
        List<Note.Signed> kept = new ArrayList<>(given.note().signatures());
        kept.removeIf(it -> !it.name().equals(log.name()) || it.id() != log.id());
        kept.add(mine.line());
        memory.keep(new Checkpoint.Signed(given.checkpoint(), given.note().with(kept)));
        return Answer.cosigned(mine.line().line());
    }

    /**
     * The last checkpoint of a log that it has cosigned, for anybody.
     *
     * @param origin the log's
     */
    public synchronized Optional<byte[]> last(String origin) throws IOException {
        return logs.containsKey(origin) ? memory.bytes(origin) : Optional.empty();
    }

    /** The logs that it looks at. */
    public List<VerifierKey> logs() {
        return List.copyOf(logs.values());
    }
}
