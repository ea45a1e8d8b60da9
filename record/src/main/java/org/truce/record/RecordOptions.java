package org.truce.record;

import java.util.Optional;

/**
 * What a new record is to be.
 *
 * @param name what people call it, in any script; see {@link Identity#validName}
 * @param origin the log's name; by default {@code truce.invalid/SLUG-8HEX}, the digits being the first of the SHA-256 of
 *     the public key
 */
public record RecordOptions(String name, Optional<String> origin) {
    /** A record with the default origin. */
    public static RecordOptions named(String name) {
        return new RecordOptions(name, Optional.empty());
    }
}
