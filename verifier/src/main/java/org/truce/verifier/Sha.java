package org.truce.verifier;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/** SHA-256, and the tree of RFC 6962, section 2.1. */
final class Sha {
    private Sha() {}

    static byte[] of(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] leaf(byte[] entry) {
        return of(new byte[] {0}, entry);
    }

    static byte[] node(byte[] left, byte[] right) {
        return of(new byte[] {1}, left, right);
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The root of a tree with that leaf, as its proof has it (RFC 9162, section 2.1.3.2). */
    static byte[] root(long index, long size, byte[] leaf, List<byte[]> proof) throws Wrong {
        long node = index;
        long last = size - 1;
        byte[] hash = leaf;
        for (byte[] step : proof) {
            if (last == 0) {
                throw new Wrong("proof", "It is too long.");
            }
            if (node % 2 == 1 || node == last) {
                hash = node(step, hash);
                while (node % 2 == 0 && node != 0) {
                    node /= 2;
                    last /= 2;
                }
            } else {
                hash = node(hash, step);
            }
            node /= 2;
            last /= 2;
        }
        if (last != 0) {
            throw new Wrong("proof", "It is too short.");
        }
        return hash;
    }
}
