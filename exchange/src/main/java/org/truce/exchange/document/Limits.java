package org.truce.exchange.document;

import java.time.Duration;

/**
 * What one document may cost.
 *
 * @param bytes of the file
 * @param codePoints of its text
 * @param unpackedBytes that its compressed parts may become together
 * @param time until the answer
 */
public record Limits(int bytes, int codePoints, long unpackedBytes, Duration time) {
    /** 64 MiB of file, 4 million code points of text (1,500 full pages), 512 MiB unpacked, two minutes. */
    public static final Limits STANDARD = new Limits(64 << 20, 4_000_000, 512L << 20, Duration.ofMinutes(2));
}
