package org.truce.record.store;

import java.util.List;
import java.util.Optional;
import org.truce.record.tlog.Hash;
import org.truce.record.tlog.Note;
import org.truce.record.tlog.SigningKey;
import org.truce.record.tlog.VerifierKey;

/**
 * What a store holds at a size of the record, signed by the log's key: so a copy that lacks a whole store is withheld,
 * and a store that lacks a file is damaged.
 *
 * @param store which store
 * @param size of the record
 * @param count entries that the store holds, destroyed ones included
 * @param full chain over the ranges of 256 that are complete at this size, see {@link Bundle#chain}
 * @param all chain over all
 */
public record Head(StoreName store, long size, long count, Hash full, Hash all) {
    private static final String FIRST_LINE = "truce-contents/v1";

    /** Of an empty record. */
    public static Head empty(StoreName store) {
        Hash zero = Hash.of(new byte[Hash.BYTES]);
        return new Head(store, 0, 0, zero, zero);
    }

    /** The signed file. */
    public byte[] sign(SigningKey key) {
        return Note.sign(text(key.verifier().name()), key).bytes();
    }

    private String text(String origin) {
        return String.join(
                "\n",
                FIRST_LINE,
                origin,
                "store " + store,
                "size " + size,
                "count " + count,
                "full " + full.base64(),
                "all " + all.base64(),
                "");
    }

    /** Reads a file that the key signed; empty where it is no such file. */
    public static Optional<Head> parse(byte[] file, VerifierKey key) {
        return Note.parse(file)
                .filter(it -> it.signatures().size() == 1 && it.signedBy(key) == Note.Verdict.VALID)
                .flatMap(it -> read(it.text(), key.name()));
    }

    private static Optional<Head> read(String text, String origin) {
        List<String> lines = text.lines().toList();
        if (lines.size() != 7) {
            return Optional.empty();
        }
        try {
            Head head = new Head(
                    new StoreName(value(lines.get(2))),
                    Long.parseLong(value(lines.get(3))),
                    Long.parseLong(value(lines.get(4))),
                    Hash.fromBase64(value(lines.get(5))).orElseThrow(),
                    Hash.fromBase64(value(lines.get(6))).orElseThrow());
            return head.text(origin).equals(text) ? Optional.of(head) : Optional.empty();
        } catch (IllegalArgumentException | java.util.NoSuchElementException e) {
            return Optional.empty();
        }
    }

    private static String value(String line) {
        return line.substring(line.indexOf(' ') + 1);
    }
}
