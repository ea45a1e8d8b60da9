package org.truce.record;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.truce.record.store.Bundle;
import org.truce.record.store.Head;
import org.truce.record.store.Item;
import org.truce.record.store.Layout;
import org.truce.record.store.StoreName;
import org.truce.record.tlog.Hash;
import org.truce.record.tlog.Leaf;
import org.truce.record.tlog.Sha256;

/** Checks what one store holds against the leaves and against its signed head, 256 entries at a time. */
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

    private void wrong(String code, String place, String sentence) {
        problems++;
        findings.add(code, place, sentence);
    }

    /** The items that this store holds of a range, by slot. */
    NavigableMap<Integer, Item> range(long range, Optional<List<byte[]>> leaves) throws IOException {
        Path file = layout.bundle(store, range, evidence.size());
        Optional<byte[]> bytes = evidence.bytes(file);
        if (bytes.isEmpty()) {
            return new TreeMap<>();
        }
        Optional<NavigableMap<Integer, Item>> items = Bundle.parse(bytes.get());
        if (items.isEmpty()) {
            wrong("damaged-contents", layout.name(file), "This is no bundle of contents; take it from another copy.");
            return new TreeMap<>();
        }
        items.get().forEach((slot, item) -> check(range, slot, item, leaves, file));
        held += items.get().size();
        all = Bundle.chain(full, range, items.get());
        full = range < evidence.size() >>> 8 ? all : full;
        return items.get();
    }

    private void check(long range, int slot, Item item, Optional<List<byte[]>> leaves, Path file) {
        long index = (range << 8) + slot;
        if (leaves.isPresent() && slot >= leaves.get().size()) {
            wrong(
                    "damaged-contents",
                    layout.name(file),
                    "This holds entry " + index + ", which the record does not have.");
            return;
        }
        if (item instanceof Item.Destroyed gone
                && !gone.signedBy(evidence.identity().key(), index)) {
            wrong(
                    "content-missing",
                    layout.name(file),
                    "The content of entry " + index + " is gone, and the record's key did not sign that.");
        }
        if (item instanceof Item.Present present) {
            byte[] leaf = Leaf.of(digest, present.nonce(), present.recorded(), ByteBuffer.wrap(present.content()));
            if (leaves.isPresent() && !Arrays.equals(leaf, leaves.get().get(slot))) {
                wrong(
                        "content-mismatch",
                        layout.name(file),
                        "The content of entry " + index + " is not the one that its leaf in tile/entries commits to.");
            }
            for (Hash attachment : present.attachments()) {
                if (attachments.add(attachment) && !Files.isRegularFile(layout.attachment(store, attachment))) {
                    String place = layout.name(layout.attachment(store, attachment));
                    wrong("missing-file", place, "This attachment of entry " + index + " is missing.");
                }
            }
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
