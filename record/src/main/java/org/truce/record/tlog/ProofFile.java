package org.truce.record.tlog;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A {@code .tlog-proof} file (C2SP tlog-proof@v1): an inclusion proof with the checkpoint that it leads to.
 *
 * @param extra what the application adds, base64; empty where there is none. Not authenticated by itself
 * @param index the leaf's index
 * @param proof from the leaf's sibling upwards
 * @param checkpoint as the log issued it
 */
public record ProofFile(Optional<String> extra, long index, List<Hash> proof, Checkpoint.Signed checkpoint) {
    private static final String FIRST_LINE = "c2sp.org/tlog-proof@v1";
    private static final int LONGEST_PROOF = 63;

    public ProofFile {
        proof = List.copyOf(proof);
    }

    /** Reads a proof file; empty where the bytes are not the one form of any. Proves nothing yet. */
    public static Optional<ProofFile> parse(byte[] utf8) {
        return Canonical.text(utf8).flatMap(ProofFile::parse);
    }

    private static Optional<ProofFile> parse(String text) {
        int split = text.indexOf("\n\n");
        if (split < 0) {
            return Optional.empty();
        }
        List<String> lines = new ArrayList<>(List.of(text.substring(0, split).split("\n", -1)));
        if (!lines.removeFirst().equals(FIRST_LINE)) {
            return Optional.empty();
        }
        Optional<String> extra = Optional.empty();
        if (!lines.isEmpty() && lines.getFirst().startsWith("extra ")) {
            extra = Optional.of(lines.removeFirst().substring("extra ".length()));
        }
        if ((extra.isPresent() && extra.flatMap(Canonical::base64).isEmpty())
                || lines.isEmpty()
                || !lines.getFirst().startsWith("index ")
                || lines.size() > 1 + LONGEST_PROOF) {
            return Optional.empty();
        }
        OptionalLong index = Canonical.decimal(lines.removeFirst().substring("index ".length()));
        List<Hash> proof =
                lines.stream().map(Hash::fromBase64).flatMap(Optional::stream).toList();
        Optional<Checkpoint.Signed> checkpoint =
                Checkpoint.Signed.parse(text.substring(split + 2).getBytes(StandardCharsets.UTF_8));
        if (index.isEmpty() || proof.size() != lines.size() || checkpoint.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new ProofFile(extra, index.getAsLong(), proof, checkpoint.get()));
    }

    /** Whether the leaf stands in the checkpointed tree; says nothing about who signed that. */
    public boolean proves(Hash leaf) {
        Checkpoint head = checkpoint.checkpoint();
        return Merkle.includes(index, head.size(), leaf, proof, head.root());
    }

    /** The bytes of {@link #extra}. */
    public Optional<byte[]> extraBytes() {
        return extra.map(it -> Base64.getDecoder().decode(it));
    }

    @Override
    public String toString() {
        StringBuilder out = new StringBuilder(FIRST_LINE).append('\n');
        extra.ifPresent(it -> out.append("extra ").append(it).append('\n'));
        out.append("index ").append(index).append('\n');
        proof.forEach(it -> out.append(it.base64()).append('\n'));
        return out.append('\n').append(checkpoint).toString();
    }
}
