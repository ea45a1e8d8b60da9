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
import java.util.stream.Stream;
import org.truce.model.Problem;
import org.truce.record.store.Bundle;
import org.truce.record.store.Head;
import org.truce.record.store.Item;
import org.truce.record.store.Layout;
import org.truce.record.store.StoreName;
import org.truce.record.tlog.Hash;
import org.truce.record.tlog.Leaf;
import org.truce.record.tlog.Sha256;

/**
 * Checks what one store holds against the leaves and against its signed head. Each range of 256 entries is looked at by
 * itself, in any order and by several threads, and then taken in order.
 */
final class StoreCheck {
    private final Layout layout;
    private final StoreName store;
    private final Evidence evidence;
    private final Findings findings;
    private final MessageDigest digest = Sha256.digest();
    private final Set<Hash> attachments = new HashSet<>();
    private Hash full = Head.empty(StoreName.PUBLIC).full();
    private Hash all = full;
    private long held;
    private long problems;

    StoreCheck(Layout layout, StoreName store, Evidence evidence, Findings findings) {
        this.layout = layout;
        this.store = store;
        this.evidence = evidence;
        this.findings = findings;
    }

    private void wrong(Problem problem) {
        problems++;
        findings.add(problem);
    }

    /**
     * What can be said of a range of this store by itself.
     *
     * @param items by slot, without their contents
     * @param seen what is to be told or asked about them, in order
     */
    record Held(NavigableMap<Integer, Item> items, List<Seen> seen) {}

    /** Something about an item. */
    sealed interface Seen {
        /** It is wrong. */
        record Wrong(Problem problem) implements Seen {}

        /** It names an attachment. */
        record Names(long index, Hash attachment) implements Seen {}

        /** It ends the record. */
        record Closes(long index) implements Seen {}
    }

    /** Looks at the items that this store holds of a range by themselves; thread-safe. */
    Held look(long range, Optional<List<byte[]>> leaves) throws IOException {
        Path file = layout.bundle(store, range, evidence.size());
        Optional<byte[]> bytes = evidence.bytes(file);
        if (bytes.isEmpty()) {
            return new Held(new TreeMap<>(), List.of());
        }
        Optional<NavigableMap<Integer, Item>> items = Bundle.parse(bytes.get());
        List<Seen> seen = new ArrayList<>();
        if (items.isEmpty()) {
            String sentence = "This is no bundle of contents; take it from another copy.";
            seen.add(new Seen.Wrong(new Problem("damaged-contents", layout.name(file), sentence)));
            return new Held(new TreeMap<>(), seen);
        }
        items.get().forEach((slot, item) -> look((range << 8) + slot, item, leaves, file, seen));
        items.get().replaceAll((_, item) -> bare(item));
        return new Held(items.get(), seen);
    }

    private static Item bare(Item item) {
        return item instanceof Item.Present it
                ? new Item.Present(it.recorded(), it.nonce(), it.attachments(), new byte[0])
                : item;
    }

    private void look(long index, Item item, Optional<List<byte[]>> leaves, Path file, List<Seen> seen) {
        int slot = (int) (index & 0xff);
        if (leaves.isPresent() && slot >= leaves.get().size()) {
            wrong(seen, "damaged-contents", file, "This holds entry " + index + ", which the record does not have.");
            return;
        }
        switch (item) {
            case Item.Destroyed gone -> {
                if (!evidence.identity().signed(gone, index)) {
                    String sentence =
                            "The content of entry " + index + " is gone, and the record's key did not sign" + " that.";
                    wrong(seen, "content-missing", file, sentence);
                }
            }
            case Item.Present present -> {
                byte[] own = Leaf.of(present.nonce(), present.recorded(), present.content());
                if (leaves.isPresent() && !Arrays.equals(own, leaves.get().get(slot))) {
                    String sentence = "The content of entry " + index + " is not the one that its leaf in tile/entries"
                            + " commits to.";
                    wrong(seen, "content-mismatch", file, sentence);
                }
                present.attachments().forEach(it -> seen.add(new Seen.Names(index, it)));
                if (Envelope.closes(present.content())) {
                    seen.add(new Seen.Closes(index));
                }
            }
        }
    }

    private void wrong(List<Seen> seen, String code, Path file, String sentence) {
        seen.add(new Seen.Wrong(new Problem(code, layout.name(file), sentence)));
    }

    /** Takes what was seen of the next range; returns its items, without their contents. */
    NavigableMap<Integer, Item> take(long range, Held of) {
        for (Seen seen : of.seen()) {
            switch (seen) {
                case Seen.Wrong(Problem problem) -> wrong(problem);
                case Seen.Names(long index, Hash attachment) -> names(index, attachment);
                case Seen.Closes(long index) -> closes(index);
            }
        }
        if (!of.items().isEmpty()) {
            held += of.items().size();
            all = Bundle.chain(full, range, of.items());
            full = range < evidence.size() >>> 8 ? all : full;
        }
        return of.items();
    }

    private void closes(long index) {
        if (index + 1 < evidence.size()) {
            String sentence = "This entry ends the record, and others follow it.";
            wrong(new Problem("entry-after-close", "entry " + index, sentence));
        }
    }

    private void names(long index, Hash attachment) {
        if (attachments.add(attachment) && !Files.isRegularFile(layout.attachment(store, attachment))) {
            String place = layout.name(layout.attachment(store, attachment));
            wrong(new Problem("missing-file", place, "This attachment of entry " + index + " is missing."));
        }
    }

    /** The head, after every range; returns the number of attachments. */
    long finish() throws IOException {
        Optional<Head> head = evidence.head(layout, store);
        String place = layout.name(layout.head(store, evidence.size()));
        if (head.isEmpty()) {
            findings.add(
                    "damaged-file",
                    place,
                    "This file is missing, stale or not what the record's key signed: what the store must hold is not"
                            + " known.");
        } else if (problems == 0
                && (head.get().count() != held
                        || !head.get().all().equals(all)
                        || !head.get().full().equals(full))) {
            findings.add(
                    "contents-differ",
                    layout.name(layout.store(store)),
                    "The store holds " + held + " entries where " + place + " names "
                            + head.get().count() + ": bundles are missing, exchanged or of another time.");
        }
        return checkAttachments();
    }

    private long checkAttachments() throws IOException {
        Path directory = layout.store(store).resolve("attachments");
        if (!Files.isDirectory(directory)) {
            return 0;
        }
        long count = 0;
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                count += checkAttachment(file) ? 1 : 0;
            }
        }
        return count;
    }

    private boolean checkAttachment(Path file) throws IOException {
        Optional<Hash> name = Hash.fromHex(file.getFileName().toString());
        if (name.isEmpty() || !attachments.contains(name.get())) {
            if (!evidence.live()) {
                findings.add("unexpected-file", layout.name(file), "No entry of this store names this attachment.");
            }
            return false;
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] buffer = new byte[1 << 16];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                digest.update(buffer, 0, count);
            }
        }
        if (!Hash.of(digest.digest()).equals(name.get())) {
            findings.add(
                    "damaged-attachment", layout.name(file), "The file's SHA-256 is not its name: it was changed.");
        }
        return true;
    }
}
