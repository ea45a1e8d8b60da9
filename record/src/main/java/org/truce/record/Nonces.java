package org.truce.record;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.truce.record.tlog.Leaf;

/** Nonces, drawn sixty-four at a time because each drawing has a price of its own. Not thread-safe. */
final class Nonces {
    private final RandomGenerator random;
    private final byte[] drawn = new byte[64 * Leaf.NONCE_BYTES];
    private int used = drawn.length;

    Nonces(RandomGenerator random) {
        this.random = random;
    }

    /** A new nonce; none is ever given twice. */
    byte[] next() {
        if (used == drawn.length) {
            random.nextBytes(drawn);
            used = 0;
        }
        byte[] nonce = Arrays.copyOfRange(drawn, used, used + Leaf.NONCE_BYTES);
        Arrays.fill(drawn, used, used + Leaf.NONCE_BYTES, (byte) 0);
        used += Leaf.NONCE_BYTES;
        return nonce;
    }
}
