package org.truce.cli.input;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a file, one at a time, in bounded memory however long a line is. A byte order mark and the carriage
 * return of a line end are not part of a line. Not thread-safe; one pass over the file.
 */
final class Lines implements Closeable {
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final InputStream in;
    private final int longest;
    private long number;
    private long offset;
    private byte[] buffer = new byte[1 << 12];

    /**
     * One line.
     *
     * @param number from 1
     * @param offset of its first byte in the file
     * @param bytes the line; its beginning where it is too long
     * @param tooLong whether it is longer than the caller can use
     */
    @SuppressWarnings("ArrayRecordComponent") // a carrier inside this package, never compared
    record Line(long number, long offset, byte[] bytes, boolean tooLong) {
        /** Whether there is nothing on it but white space. */
        boolean blank() {
            for (byte b : bytes) {
                if (b != ' ' && b != '\t') {
                    return false;
                }
            }
            return !tooLong;
        }
    }

    Lines(Path file, int longest) throws IOException {
        this.in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        this.longest = longest;
    }

    /** The next line; null after the last. */
    @Nullable
    Line next() throws IOException {
        long start = offset;
        int length = 0;
        boolean tooLong = false;
        int b = in.read();
        if (b < 0) {
            return null;
        }
        for (; b >= 0 && b != '\n'; b = in.read()) {
            offset++;
            if (length == longest) {
                tooLong = true;
                continue;
            }
            if (length == buffer.length) {
                buffer = Arrays.copyOf(buffer, (int) Math.min((long) length * 2, longest));
            }
            buffer[length++] = (byte) b;
        }
        offset += b == '\n' ? 1 : 0;
        number++;
        if (length > 0 && buffer[length - 1] == '\r') {
            length--;
        }
        int mark = number == 1 && marked(length) ? BYTE_ORDER_MARK.length : 0;
        return new Line(number, start + mark, Arrays.copyOfRange(buffer, mark, length), tooLong);
    }

    private boolean marked(int length) {
        return length >= BYTE_ORDER_MARK.length
                && Arrays.equals(buffer, 0, BYTE_ORDER_MARK.length, BYTE_ORDER_MARK, 0, BYTE_ORDER_MARK.length);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
