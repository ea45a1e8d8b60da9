package org.truce.record;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.truce.model.ProblemException;
import org.truce.record.store.Layout;
import org.truce.record.tlog.Checkpoint;
import org.truce.record.tlog.Note;
import org.truce.record.tlog.SigningKey;
import org.truce.record.witness.Policy;

/**
 * How far witnesses stand behind a record.
 *
 * @param policy who they are and how many are enough, as the record's key signed it
 * @param head the newest checkpoint that enough of them cosigned
 * @param times who cosigned that one, and when
 */
public record Witnessing(Policy policy, Optional<Checkpoint.Signed> head, Map<String, Instant> times) {
    private static final String FIRST_LINE = "truce-policy/v1";

    public Witnessing {
        times = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(times));
    }

    static Path policyFile(Layout layout) {
        return layout.root().resolve("policy");
    }

    static Path witnessedFile(Layout layout) {
        return layout.root().resolve("witnessed");
    }

    /** A policy as the file {@code policy}: a signed note, tabs written as spaces. */
    static byte[] sign(Policy policy, SigningKey key) {
        String text = policy.text().replace('\t', ' ');
        String body = text.endsWith("\n") ? text : text + "\n";
        return Note.sign(FIRST_LINE + "\n" + key.verifier().name() + "\n" + body, key)
                .bytes();
    }

    /** @throws ProblemException {@code damaged-record} where the record has a policy that its key did not sign */
    static Optional<Policy> policy(Layout layout, Identity identity, long size) throws IOException {
        Optional<byte[]> file = Identity.small(policyFile(layout));
        return file.isEmpty() ? Optional.empty() : Optional.of(read(file.get(), identity, size));
    }

    private static Policy read(byte[] file, Identity identity, long size) {
        String head = FIRST_LINE + "\n" + identity.key().name() + "\n";
        String text = identity.keys()
                .signedAt(
                        size,
                        key -> Note.parse(file)
                                .filter(it -> it.signatures().size() == 1
                                        && it.signedBy(key) == Note.Verdict.VALID
                                        && it.text().startsWith(head)))
                .orElseThrow(() -> Identity.damaged("policy", "is not what the record's key signed"))
                .text();
        return Policy.parse(text.substring(head.length()).getBytes(StandardCharsets.UTF_8), "policy");
    }

    /** Whether the files of another copy are what the record's key signed. */
    static boolean isRight(Optional<byte[]> policy, Optional<byte[]> witnessed, Identity identity, long size) {
        try {
            policy.ifPresent(it -> read(it, identity, size));
        } catch (ProblemException e) {
            return false;
        }
        return witnessed.isEmpty()
                || Checkpoint.Signed.parse(witnessed.get())
                        .filter(identity.keys()::signed)
                        .isPresent();
    }

    /**
     * Empty where the record names no witnesses.
     *
     * @param size of the published record
     */
    static Optional<Witnessing> of(Layout layout, Identity identity, long size) throws IOException {
        Optional<Policy> policy = policy(layout, identity, size);
        if (policy.isEmpty()) {
            return Optional.empty();
        }
        Optional<Checkpoint.Signed> head = Identity.small(witnessedFile(layout))
                .flatMap(Checkpoint.Signed::parse)
                .filter(identity.keys()::signed);
        Map<String, Instant> times = head.map(policy.get()::cosigned).orElse(Map.of());
        return Optional.of(new Witnessing(policy.get(), head, times));
    }

    /** Entries that the witnesses stand behind. */
    public long size() {
        return head.map(it -> it.checkpoint().size()).orElse(0L);
    }
}
