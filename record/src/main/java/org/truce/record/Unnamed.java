package org.truce.record;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.truce.record.store.Bundle;
import org.truce.record.store.Item;
import org.truce.record.store.Layout;
import org.truce.record.store.StoreName;
import org.truce.record.tlog.Hash;

/** Attachments that no entry of their store names any more. */
final class Unnamed {
    private Unnamed() {}

    /** Reads every bundle of the store as of a size. */
    static List<Path> attachments(Layout layout, StoreName store, long size) throws IOException {
        Path directory = layout.store(store).resolve("attachments");
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        Set<Hash> named = new HashSet<>();
        for (long range = 0; range << 8 < size; range++) {
            Path file = layout.bundle(store, range, size);
            if (Files.exists(file)) {
                Bundle.parse(Files.readAllBytes(file))
                        .orElseThrow(() -> Identity.damaged(layout.name(file), "is no bundle of contents"))
                        .values()
                        .forEach(it -> named.addAll(it instanceof Item.Present here ? here.attachments() : List.of()));
            }
        }
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile)
                    .filter(it -> Hash.fromHex(it.getFileName().toString())
                            .filter(named::contains)
                            .isEmpty())
                    .toList();
        }
    }
}
