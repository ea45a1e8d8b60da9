package org.truce.record.witness;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.truce.record.tlog.Canonical;
import org.truce.record.tlog.Hash;

/**
 * What a log asks of a witness (C2SP tlog-witness v1.0.0, add-checkpoint).
 *
 * @param old size of the last checkpoint that the witness cosigned, as far as the log knows
 * @param proof that the new tree extends the old one, RFC 6962 §2.1.2; at most 63 hashes
 * @param checkpoint the note's text; bytes that are no UTF-8 have become U+FFFD, which no log signs
 */
public record AddCheckpoint(long old, List<Hash> proof, String checkpoint) {
    /** Most bytes that a witness reads of a request: 63 hashes, and a checkpoint with a hundred signatures. */
    public static final int MAX_BYTES = 1 << 17;

    private static final int MAX_PROOF = 63;

    public AddCheckpoint {
        proof = List.copyOf(proof);
    }

    /** As it is sent. */
    public byte[] bytes() {
        StringBuilder head = new StringBuilder("old ").append(old).append('\n');
        proof.forEach(it -> head.append(it.base64()).append('\n'));
        return head.append('\n').append(checkpoint).toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Reads a request; empty where it has not the form of one. Whether there is a checkpoint is not looked at. */
    public static Optional<AddCheckpoint> parse(byte[] body) {
        if (body.length > MAX_BYTES) {
            return Optional.empty();
        }
        String text = new String(body, StandardCharsets.UTF_8);
        int end = text.indexOf("\n\n");
        if (end < 0 || !text.startsWith("old ")) {
            return Optional.empty();
        }
        String[] lines = text.substring("old ".length(), end).split("\n", -1);
        OptionalLong old = Canonical.decimal(lines[0]);
        if (old.isEmpty() || lines.length - 1 > MAX_PROOF) {
            return Optional.empty();
        }
        List<Hash> proof = new ArrayList<>();
        for (String line : Arrays.asList(lines).subList(1, lines.length)) {
            Optional<Hash> hash = Hash.fromBase64(line);
            if (hash.isEmpty()) {
                return Optional.empty();
            }
            proof.add(hash.get());
        }
        return Optional.of(new AddCheckpoint(old.getAsLong(), proof, text.substring(end + 2)));
    }
}
