package org.truce.record.tlog;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The head of a log: what it says of its tree (C2SP tlog-checkpoint v1.0.0).
 *
 * @param origin which log
 * @param size leaves in the tree
 * @param root hash of the tree, RFC 6962
 */
public record Checkpoint(String origin, long size, Hash root) {

    /** A checkpoint with the note that it was read from. */
    public record Signed(Checkpoint checkpoint, Note note) {
        /** Reads a note whose text is a checkpoint; empty where it is none. Checks no signature. */
        public static Optional<Signed> parse(byte[] utf8) {
            return Note.parse(utf8)
                    .flatMap(note -> Checkpoint.parse(note.text()).map(it -> new Signed(it, note)));
        }

        /** Whether the log's own key, named after the origin, signed it. */
        public boolean signedBy(VerifierKey key) {
            return key.name().equals(checkpoint.origin()) && note.signedBy(key) == Note.Verdict.VALID;
        }

        @Override
        public String toString() {
            return note.toString();
        }
    }

    /** Signs it with the log's key. */
    public Signed sign(SigningKey key) {
        return new Signed(this, Note.sign(text(), key));
    }

    /** The text that is signed: three lines. */
    public String text() {
        return origin + "\n" + size + "\n" + root.base64() + "\n";
    }

    /** From a note's text. Extension lines, which C2SP advises against, are accepted and ignored. */
    static Optional<Checkpoint> parse(String text) {
        List<String> lines = List.of(text.split("\n", -1));
        if (lines.size() < 4 || lines.subList(0, lines.size() - 1).stream().anyMatch(String::isEmpty)) {
            return Optional.empty();
        }
        OptionalLong size = Canonical.decimal(lines.get(1));
        Optional<Hash> root = Hash.fromBase64(lines.get(2));
        if (size.isEmpty() || root.isEmpty() || !lines.getLast().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Checkpoint(lines.getFirst(), size.getAsLong(), root.get()));
    }
}
