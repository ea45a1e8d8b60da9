package org.truce.record;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import org.truce.record.store.Journal;
import org.truce.record.tlog.Hash;
import org.truce.record.tlog.Sha256;

/**
 * A file that comes with an entry and is named in it by its SHA-256.
 *
 * @param sha256 of its bytes
 * @param length in bytes
 * @param source opens it from its beginning
 */
public record Attachment(Hash sha256, long length, Journal.Source source) {
    /** Largest attachment, in bytes. */
    public static final long MAX_BYTES = 256L << 20;

    /** Of bytes, which must not change any more. */
    public static Attachment of(byte[] bytes) {
        return new Attachment(Hash.sha256(bytes), bytes.length, () -> new ByteArrayInputStream(bytes));
    }

    /** Of a file, which is read once now and once when it is appended. */
    public static Attachment of(Path file) throws IOException {
        MessageDigest digest = Sha256.digest();
        long length = 0;
        try (InputStream in = Files.newInputStream(file)) {
            byte[] buffer = new byte[1 << 16];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                digest.update(buffer, 0, count);
                length += count;
            }
        }
        return new Attachment(Hash.of(digest.digest()), length, () -> Files.newInputStream(file));
    }
}
