package org.truce.record;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.UUID;
import org.truce.record.store.Bundle;
import org.truce.record.store.Item;
import org.truce.record.store.Journaled;
import org.truce.record.store.StoreName;
import org.truce.record.store.Writes;
import org.truce.record.tlog.SigningKey;

/**
 * Carries out the orders among entries that are being published: the content, its nonce and the attachments that no
 * other entry of the store names are gone; the commitment and its place stay. Doing it twice does it once.
 */
final class Destruction {
    private final Shelf shelf;
    private final Writes writes;
    private final SigningKey key;

    Destruction(Shelf shelf, Writes writes, SigningKey key) {
        this.shelf = shelf;
        this.writes = writes;
        this.key = key;
    }

    void carryOut(List<Journaled> entries, long size) throws IOException {
        for (Journaled entry : entries) {
            byte[] content = entry.item().content();
            Optional<UUID> target = Envelope.destroyedBy(content);
            if (target.isPresent()) {
                destroy(target.get(), entry.index(), size);
            }
        }
    }

    private void destroy(UUID id, long order, long size) throws IOException {
        for (long range = 0; range << 8 < size; range++) {
            for (Map.Entry<StoreName, NavigableMap<Integer, Item>> bundle :
                    shelf.bundles(range, size).entrySet()) {
                for (Map.Entry<Integer, Item> item : bundle.getValue().entrySet()) {
                    if (isEntry(item.getValue(), id)) {
                        StoreName store = bundle.getKey();
                        if (item.getValue() instanceof Item.Present present) {
                            bundle.getValue()
                                    .put(item.getKey(), tombstone((range << 8) + item.getKey(), order, present));
                            writes.replace(shelf.layout().bundle(store, range, size), Bundle.of(bundle.getValue()));
                        }
                        clearAttachments(store, size);
                        RowCache.forget(shelf.layout());
                        return;
                    }
                }
            }
        }
    }

    private static boolean isEntry(Item item, UUID id) {
        return switch (item) {
            case Item.Destroyed it -> it.id().equals(id);
            case Item.Present it ->
                Envelope.ofRecorded(it.content())
                        .filter(entry -> entry.id().equals(id))
                        .isPresent();
        };
    }

    private Item tombstone(long index, long order, Item.Present present) {
        Envelope envelope = Envelope.ofRecorded(present.content()).orElseThrow();
        return Item.Destroyed.sign(
                envelope.id(),
                envelope.replaces(),
                envelope.withdraws(),
                order,
                present.attachmentsDigest(),
                index,
                key);
    }

    private void clearAttachments(StoreName store, long size) throws IOException {
        for (Path file : Unnamed.attachments(shelf.layout(), store, size)) {
            writes.delete(file);
        }
    }
}
