package org.truce.record;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.truce.model.ProblemException;
import org.truce.record.store.Head;
import org.truce.record.store.Item;
import org.truce.record.store.Layout;
import org.truce.record.store.Partials;
import org.truce.record.tlog.Checkpoint;
import org.truce.record.tlog.Hash;
import org.truce.record.tlog.Note;
import org.truce.record.tlog.SigningKey;
import org.truce.record.tlog.VerifierKey;

/**
 * What a record is.
 *
 * @param keys that verify its checkpoints
 * @param name what people call it, in any script
 * @param created when it was made
 */
public record Identity(KeyChain keys, String name, Instant created) {
    private static final String FIRST_LINE = "truce-record/v1";
    private static final int LONGEST_SMALL_FILE = 1 << 20;

    /** The record's first key, which never changes; its name is the log's origin. */
    public VerifierKey key() {
        return keys.first();
    }

    /** Whether a text may be a record's name: not blank, at most 200 characters, on one line. */
    public static boolean validName(String name) {
        return !name.isBlank()
                && name.length() <= 200
                && name.equals(name.strip())
                && name.codePoints().noneMatch(Identity::forbidden);
    }

    private static boolean forbidden(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> true;
            default -> false;
        };
    }

    /**
     * The origin of a record that was given none: {@code truce.invalid/SLUG-8HEX}. The id of a key depends on its name,
     * which is the origin; so the eight digits are of the SHA-256 of the public key's 32 bytes, which do not.
     */
    static String defaultOrigin(String name, byte[] publicKey) {
        String slug = Normalizer.normalize(name, Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{M}\\p{N}]+", "-")
                .replaceAll("^-+|-+$", "");
        int end = slug.offsetByCodePoints(0, Math.min(40, slug.codePointCount(0, slug.length())));
        String shown = slug.isEmpty() ? "record" : slug.substring(0, end);
        return "truce.invalid/" + shown + "-" + Hash.sha256(publicKey).hex().substring(0, 8);
    }

    byte[] vkeyFile() {
        return (key().text() + "\n").getBytes(StandardCharsets.UTF_8);
    }

    byte[] aboutFile(SigningKey signer) {
        return Note.sign(text(), signer).bytes();
    }

    private String text() {
        return String.join("\n", FIRST_LINE, key().name(), "name " + name, "created " + created, "");
    }

    /**
     * Reads a record's identity.
     *
     * @throws ProblemException {@code no-record} or {@code damaged-record}
     */
    static Identity read(Layout layout) throws IOException {
        Path root = layout.root();
        byte[] vkey = small(layout.vkey()).orElseThrow(() -> noRecord(root));
        VerifierKey key = Optional.of(new String(vkey, StandardCharsets.UTF_8))
                .filter(it -> it.endsWith("\n"))
                .flatMap(it -> VerifierKey.parse(it.substring(0, it.length() - 1)))
                .filter(it -> java.util.Arrays.equals(vkey, (it.text() + "\n").getBytes(StandardCharsets.UTF_8)))
                .orElseThrow(() -> damaged("vkey", "holds no verifier key"));
        KeyChain keys = KeyChain.read(layout, key);
        byte[] about = small(layout.about()).orElseThrow(() -> damaged("record", "is missing"));
        return Note.parse(about)
                .filter(it -> it.signatures().size() == 1 && it.signedBy(key) == Note.Verdict.VALID)
                .flatMap(it -> parse(it.text(), keys))
                .orElseThrow(() -> damaged("record", "is not what the record's key signed"));
    }

    private static Optional<Identity> parse(String text, KeyChain keys) {
        List<String> lines = text.lines().toList();
        try {
            Identity identity = new Identity(
                    keys,
                    lines.get(2).substring("name ".length()),
                    Instant.parse(lines.get(3).substring("created ".length())));
            return identity.text().equals(text) ? Optional.of(identity) : Optional.empty();
        } catch (IndexOutOfBoundsException | DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The checkpoint of a record, with the log's valid signature: by these keys, or by one that has just followed. */
    Checkpoint.Signed checkpoint(Layout layout) throws IOException {
        byte[] file = small(layout.checkpoint()).orElseThrow(() -> damaged("checkpoint", "is missing"));
        return Checkpoint.Signed.parse(file)
                .filter(it -> signed(it) || isSignedByNow(it, layout))
                .orElseThrow(() -> damaged(
                        "checkpoint",
                        "is not what the record's key, or one that its file \"rotations\" names, signed"));
    }

    private boolean isSignedByNow(Checkpoint.Signed head, Layout layout) {
        try {
            return new Identity(KeyChain.read(layout, key()), name, created).signed(head);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether this record's key signed a checkpoint, of the one form that it signs. */
    boolean signed(Checkpoint.Signed head) {
        return keys.signed(head) && head.checkpoint().text().equals(head.note().text());
    }

    /** The head of a store in a file; empty where it is not what the record's key signed at that size. */
    Optional<Head> head(byte[] file, long size) {
        return keys.signedAt(size, key -> Head.parse(file, key)).filter(it -> it.size() == size);
    }

    /** What partial tiles a file names; empty where it is not what the record's key signed at that size. */
    Optional<Partials> partials(byte[] file, long size) {
        return keys.signedAt(size, key -> Partials.parse(file, key)).filter(it -> it.size() == size);
    }

    /** Whether a destruction was signed by a key of this record. */
    boolean signed(Item.Destroyed gone, long index) {
        return keys.all().stream().anyMatch(it -> gone.signedBy(it, index));
    }

    static Optional<byte[]> small(Path file) throws IOException {
        try {
            return Files.size(file) > LONGEST_SMALL_FILE
                    ? Optional.of(new byte[0])
                    : Optional.of(Files.readAllBytes(file));
        } catch (NoSuchFileException | NotDirectoryException e) {
            return Optional.empty();
        }
    }

    private static ProblemException noRecord(Path root) {
        return new ProblemException(
                "no-record",
                root.toString(),
                Files.isDirectory(root)
                        ? "This directory is no record: it has no file \"vkey\". Name a record's directory, or make one"
                                + " with \"truce new\"."
                        : "There is no such directory. Name a record's directory, or make one with \"truce new\".");
    }

    static ProblemException damaged(String place, String what) {
        return new ProblemException(
                "damaged-record",
                place,
                "The file \"" + place + "\" " + what + ". Take it from a backup or from another copy of the record.");
    }
}
