package org.truce.cli.input;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Ids of entries that follow from what they are, so that the same thing brought in twice is the same entry. Pure.
 */
public final class Ids {
    private Ids() {}

    /**
     * The UUIDv7 of an instant whose other 74 bits are taken from the SHA-256 of what makes the entry what it is.
     *
     * @param when the instant; where there is none that would be the same the next time, 1970
     * @param parts what makes it what it is
     */
    public static UUID of(@Nullable Instant when, String... parts) {
        MessageDigest digest = sha256();
        for (String part : parts) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            digest.update(ByteBuffer.allocate(4).putInt(bytes.length).flip());
            digest.update(bytes);
        }
        ByteBuffer hash = ByteBuffer.wrap(digest.digest());
        long millis = when == null ? 0 : Math.max(0, when.toEpochMilli()) & 0xFFFF_FFFF_FFFFL;
        long high = (millis << 16) | 0x7000L | (hash.getLong() & 0x0FFF);
        long low = 0x8000_0000_0000_0000L | (hash.getLong() >>> 2);
        return new UUID(high, low);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
