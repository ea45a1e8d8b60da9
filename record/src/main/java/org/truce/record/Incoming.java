package org.truce.record;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.truce.model.ProblemException;
import org.truce.record.store.Bundle;
import org.truce.record.store.Head;
import org.truce.record.store.Item;
import org.truce.record.store.Layout;
import org.truce.record.store.StoreName;
import org.truce.record.store.Writes;
import org.truce.record.tlog.EntryBundle;
import org.truce.record.tlog.Hash;
import org.truce.record.tlog.Leaf;
import org.truce.record.tlog.Sha256;
import org.truce.record.tlog.TilePath;

/** The contents that come with an update of a copy: each is held against its leaf and its store's signed head. */
final class Incoming {
    /** Most bytes of a bundle: 256 entries of a mebibyte. */
    private static final int MOST = 1 << 28;

    private final Layout layout;
    private final Identity identity;
    private final Source source;
    private final Span span;
    private final Writes writes;
    private final List<StoreName> taken = new ArrayList<>();
    private final Set<UUID> ordered = new HashSet<>();
    private long present;

    /** From how many entries to how many. */
    record Span(long before, long after) {}

    Incoming(Layout layout, Identity identity, Source source, Span span, Writes writes) {
        this.layout = layout;
        this.identity = identity;
        this.source = source;
        this.span = span;
        this.writes = writes;
    }

    long present() {
        return present;
    }

    /** Takes what is new of a store; nothing where the source does not give it. */
    void take(StoreName store) throws IOException {
        Path file = layout.head(store, span.after());
        Optional<byte[]> bytes = source.get(layout.name(file), 1 << 20);
        if (bytes.isEmpty()) {
            if (Files.isDirectory(layout.store(store))) {
                throw wrong(
                        "source-incomplete",
                        file,
                        "This copy holds the store and the source does not give it any more.");
            }
            return;
        }
        Head head = identity.head(bytes.get(), span.after())
                .filter(it -> it.store().equals(store))
                .orElseThrow(() -> wrong("source-lies", file, "It is not signed by the record's key."));
        Head mine = mine(store);
        Hash full = mine.full();
        Hash all = full;
        long count = mine.count() - heldInLast(store);
        for (long range = from(mine); range << 8 < span.after(); range++) {
            NavigableMap<Integer, Item> items = range(store, range);
            count += items.size();
            all = Bundle.chain(full, range, items);
            full = range < span.after() >>> 8 ? all : full;
        }
        if (!head.full().equals(full) || !head.all().equals(all) || head.count() != count) {
            throw wrong("source-lies", file, "The store lacks contents, or has others than its head names.");
        }
        writes.write(file, bytes.get());
        taken.add(store);
    }

    /** A store that the copy has not held before is taken from its beginning. */
    private Head mine(StoreName store) throws IOException {
        return Identity.small(layout.head(store, span.before()))
                .flatMap(it -> identity.head(it, span.before()))
                .filter(it -> it.store().equals(store) && it.size() == span.before())
                .orElseGet(() -> Head.empty(store));
    }

    private long from(Head mine) {
        return mine.size() == 0 ? 0 : span.before() >>> 8;
    }

    private long heldInLast(StoreName store) throws IOException {
        Path last = layout.bundle(store, span.before() >>> 8, span.before());
        return (span.before() & 0xff) == 0 || mine(store).size() == 0 || !Files.exists(last)
                ? 0
                : Bundle.parse(Files.readAllBytes(last)).orElseThrow().size();
    }

    private NavigableMap<Integer, Item> range(StoreName store, long range) throws IOException {
        Path file = layout.bundle(store, range, span.after());
        Optional<NavigableMap<Integer, Item>> here = here(store, range, file);
        if (here.isPresent()) {
            return here.get();
        }
        Optional<byte[]> bytes = source.get(layout.name(file), MOST);
        if (bytes.isEmpty()) {
            return new TreeMap<>();
        }
        NavigableMap<Integer, Item> items =
                Bundle.parse(bytes.get()).orElseThrow(() -> wrong("source-lies", file, "It is no bundle of contents."));
        check(store, range, items, file);
        writes.write(file, bytes.get());
        return items;
    }

    /** What a first copy that was cut off had got already, where it is right. */
    private Optional<NavigableMap<Integer, Item>> here(StoreName store, long range, Path file) throws IOException {
        if (range == span.after() >>> 8 || !Files.exists(file)) {
            return Optional.empty();
        }
        Optional<NavigableMap<Integer, Item>> items = Bundle.parse(Files.readAllBytes(file));
        try {
            if (items.isPresent()) {
                check(store, range, items.get(), file);
            }
            return items;
        } catch (ProblemException e) {
            return Optional.empty(); // it was cut off while it was written
        }
    }

    private void check(StoreName store, long range, NavigableMap<Integer, Item> items, Path file) throws IOException {
        List<byte[]> leaves = leaves(range);
        for (var item : items.entrySet()) {
            long index = (range << 8) + item.getKey();
            boolean right = item.getKey() < leaves.size()
                    && switch (item.getValue()) {
                        case Item.Destroyed it -> identity.signed(it, index);
                        case Item.Present it ->
                            Arrays.equals(Leaf.of(it.nonce(), it.recorded(), it.content()), leaves.get(item.getKey()));
                    };
            if (!right) {
                throw wrong(
                        "source-lies",
                        file,
                        "Its content of entry " + index + " is not the one that the record" + " committed to.");
            }
            if (item.getValue() instanceof Item.Present it) {
                present++;
                Envelope.destroyedBy(it.content()).ifPresent(ordered::add);
                for (Hash attachment : it.attachments()) {
                    attachment(store, attachment);
                }
            }
        }
    }

    private List<byte[]> leaves(long range) throws IOException {
        int width = (int) Math.min(TilePath.FULL, span.after() - (range << 8));
        TilePath path = new TilePath(TilePath.ENTRIES, range, width);
        return EntryBundle.parse(Files.readAllBytes(layout.tile(path))).orElseThrow();
    }

    private void attachment(StoreName store, Hash sha256) throws IOException {
        Path file = layout.attachment(store, sha256);
        if (Files.exists(file)) {
            return;
        }
        Path draft = file.resolveSibling(file.getFileName() + ".tmp");
        Files.createDirectories(file.resolveSibling("."));
        if (!source.download(layout.name(file), draft)) {
            throw wrong("source-incomplete", file, "The source does not have this attachment.");
        }
        if (!sha256(draft).equals(sha256)) {
            Files.delete(draft);
            throw wrong("source-lies", file, "Its SHA-256 is not its name.");
        }
        writes.adopt(draft, file);
    }

    private static Hash sha256(Path file) throws IOException {
        MessageDigest digest = Sha256.digest();
        try (InputStream in = Files.newInputStream(file)) {
            byte[] buffer = new byte[1 << 16];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                digest.update(buffer, 0, count);
            }
        }
        return Hash.of(digest.digest());
    }

    /** What new entries order to be destroyed goes from this copy as well: the bundle is fetched as it is now. */
    void carryOut() throws IOException {
        for (StoreName store : ordered.isEmpty() ? List.<StoreName>of() : taken) {
            boolean any = false;
            for (long range = 0; range << 8 < span.after(); range++) {
                Path file = layout.bundle(store, range, span.after());
                if (Files.exists(file) && names(file)) {
                    replace(store, range, file);
                    any = true;
                }
            }
            if (any) {
                RowCache.forget(layout);
            }
        }
    }

    private boolean names(Path file) throws IOException {
        return Bundle.parse(Files.readAllBytes(file)).orElseThrow().values().stream()
                .anyMatch(it -> it instanceof Item.Present there
                        && Envelope.ofRecorded(there.content())
                                .filter(entry -> ordered.contains(entry.id()))
                                .isPresent());
    }

    private void replace(StoreName store, long range, Path file) throws IOException {
        byte[] now = source.get(layout.name(file), MOST)
                .orElseThrow(() -> wrong("source-incomplete", file, "The source does not have this bundle."));
        NavigableMap<Integer, Item> items =
                Bundle.parse(now).orElseThrow(() -> wrong("source-lies", file, "It is no bundle of contents."));
        NavigableMap<Integer, Item> mine =
                Bundle.parse(Files.readAllBytes(file)).orElseThrow();
        if (!Bundle.chain(Hash.of(new byte[Hash.BYTES]), range, items)
                .equals(Bundle.chain(Hash.of(new byte[Hash.BYTES]), range, mine))) {
            throw wrong("source-lies", file, "It holds other entries than before.");
        }
        check(store, range, items, file);
        writes.replace(file, now);
        for (Path attachment : Unnamed.attachments(layout, store, span.after())) {
            writes.delete(attachment);
        }
    }

    private ProblemException wrong(String code, Path file, String sentence) {
        return new ProblemException(code, source + "/" + layout.name(file), sentence + " Nothing was taken.");
    }
}
