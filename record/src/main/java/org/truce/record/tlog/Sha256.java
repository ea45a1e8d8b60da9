package org.truce.record.tlog;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256 of the JDK. */
public final class Sha256 {
    private static final ThreadLocal<MessageDigest> MINE = ThreadLocal.withInitial(Sha256::digest);

    private Sha256() {}

    /** This thread's digest for a hash that is computed in one go, which must leave it reset. */
    static MessageDigest mine() {
        return MINE.get();
    }

    /** A new digest; not thread-safe. */
    public static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
