package org.truce.picture;

import org.truce.model.entry.Entry;

/** Where the entries lie that a picture does not keep. Thread-safe. */
@FunctionalInterface
interface Contents {
    /**
     * The entry with an index, as it was applied.
     *
     * @throws java.io.UncheckedIOException where the disk fails
     * @throws org.truce.model.ProblemException {@code destroyed} where its content was destroyed meanwhile
     */
    Entry entry(long index);
}
