package org.truce.server;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Where a page of a list ended: its last row, and the view of which the whole list is, so that no row is left out or told
 * twice while the record grows between two pages. To its reader it is opaque, 64 characters of base64url.
 *
 * @param at the instant of which the list speaks
 * @param known the record size that it knows
 * @param position how many rows stand before the next page
 * @param row what the last row was: the first eight bytes of its digest
 * @param list of which list: the first eight bytes of the digest of its name and its filters
 */
record Cursor(Instant at, long known, int position, long row, long list) {
    private static final int BYTES = 8 + 4 + 8 + 4 + 8 + 8;
    private static final int CHECK = 8;

    /** The cursor behind a page's last row. */
    static Cursor behind(Instant at, long known, int position, ObjectNode row, long list) {
        return new Cursor(at, known, position, digest(row.toString()), list);
    }

    /** The mark of a list: of its address and everything that picks its rows. */
    static long list(String... parts) {
        return digest(String.join("\n", parts));
    }

    /** Where the next page begins in a list; the last row is looked for where it stands elsewhere than it did. */
    int resume(List<ObjectNode> rows) {
        if (position <= rows.size()
                && position > 0
                && digest(rows.get(position - 1).toString()) == row) {
            return position;
        }
        for (int i = 0; i < rows.size(); i++) {
            if (digest(rows.get(i).toString()) == row) {
                return i + 1;
            }
        }
        throw Question.bad(
                "bad-cursor", "after", "The row after which this page begins is not in the list; begin anew.");
    }

    String text() {
        byte[] bytes = bytes();
        byte[] whole = Arrays.copyOf(bytes, BYTES + CHECK);
        System.arraycopy(sha256(bytes), 0, whole, BYTES, CHECK);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
    }

    private byte[] bytes() {
        return ByteBuffer.allocate(BYTES)
                .putLong(at.getEpochSecond())
                .putInt(at.getNano())
                .putLong(known)
                .putInt(position)
                .putLong(row)
                .putLong(list)
                .array();
    }

    /** The cursor that a request carries as {@code after}; null where it carries none. */
    static @Nullable Cursor ofRequest(HttpServletRequest request) {
        String text = request.getParameter("after");
        return text == null ? null : parse(text);
    }

    private static Cursor parse(String text) {
        try {
            byte[] whole = text.length() == 64 ? Base64.getUrlDecoder().decode(text) : new byte[0];
            byte[] bytes = Arrays.copyOf(whole, BYTES);
            boolean right = whole.length == BYTES + CHECK
                    && Arrays.equals(whole, BYTES, BYTES + CHECK, sha256(bytes), 0, CHECK);
            if (right) {
                ByteBuffer in = ByteBuffer.wrap(bytes);
                return new Cursor(
                        Instant.ofEpochSecond(in.getLong(), in.getInt()),
                        in.getLong(),
                        in.getInt(),
                        in.getLong(),
                        in.getLong());
            }
        } catch (IllegalArgumentException | DateTimeException e) {
            // Told below, as every other text that is no cursor.
        }
        throw Question.bad("bad-cursor", "after", "Give the \"next\" of the page before, unchanged.");
    }

    private static long digest(String text) {
        return ByteBuffer.wrap(sha256(text.getBytes(StandardCharsets.UTF_8))).getLong();
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
