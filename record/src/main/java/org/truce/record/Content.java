package org.truce.record;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** An author's exact bytes. Two contents are equal when their bytes are. The bytes are shared and not to be written to. */
public final class Content {
    private final byte[] bytes;

    /** Of bytes, which are not copied. */
    public Content(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The bytes themselves. */
    public byte[] bytes() {
        return bytes;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Content that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** As text. */
    @Override
    public String toString() {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
