package org.truce.record;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.truce.record.store.Layout;
import org.truce.record.tlog.Checkpoint;
import org.truce.record.tlog.Note;
import org.truce.record.tlog.SigningKey;
import org.truce.record.tlog.VerifierKey;

/**
 * The keys that a record has been signed with: the first, which never changes and whose name is the origin, and those
 * that followed it. Each rotation is a signed note by the former key and by the new one, so whoever knows any key of the
 * chain can go on to the last. Immutable.
 *
 * @param first the record's file {@code vkey}
 * @param rotations what followed, in order
 */
public record KeyChain(VerifierKey first, List<Rotation> rotations) {
    private static final String FIRST_LINE = "truce-rotation/v1";
    /** Four lines of text, an empty one, two signatures. */
    private static final int LINES = 7;

    public KeyChain {
        rotations = List.copyOf(rotations);
    }

    /**
     * One change of keys.
     *
     * @param size entries that the former keys signed; a checkpoint of this very size may bear either key
     * @param key that signs from there on
     * @param note the former key's word for it, and the new one's
     */
    public record Rotation(long size, VerifierKey key, Note note) {}

    /** A key that none has followed. */
    public static KeyChain of(VerifierKey first) {
        return new KeyChain(first, List.of());
    }

    /**
     * The keys of a record in a directory.
     *
     * @throws org.truce.model.ProblemException {@code no-record}, {@code damaged-record}
     */
    public static KeyChain of(Path dir) throws IOException {
        return Identity.read(new Layout(dir)).keys();
    }

    static KeyChain read(Layout layout, VerifierKey first) throws IOException {
        Optional<byte[]> file = Identity.small(layout.rotations());
        return file.isEmpty()
                ? of(first)
                : parse(file.get(), first)
                        .orElseThrow(() -> Identity.damaged("rotations", "is not what the record's keys signed"));
    }

    /** The chain in a file {@code rotations}; empty where the keys did not sign it so. */
    static Optional<KeyChain> parse(byte[] file, VerifierKey first) {
        List<String> lines = new String(file, StandardCharsets.UTF_8).lines().toList();
        if (lines.isEmpty() || lines.size() % LINES != 0) {
            return Optional.empty();
        }
        KeyChain chain = of(first);
        for (int at = 0; at < lines.size(); at += LINES) {
            String note = String.join("\n", lines.subList(at, at + LINES)) + "\n";
            Optional<Rotation> next = chain.rotation(note.getBytes(StandardCharsets.UTF_8));
            if (next.isEmpty()) {
                return Optional.empty();
            }
            chain = chain.with(next.get());
        }
        return Arrays.equals(chain.file(), file) ? Optional.of(chain) : Optional.empty();
    }

    private Optional<Rotation> rotation(byte[] bytes) {
        Optional<Note> note = Note.parse(bytes);
        List<String> lines = note.map(it -> it.text().lines().toList()).orElse(List.of());
        if (lines.size() != 4 || !lines.get(2).matches("size [0-9]{1,18}")) {
            return Optional.empty();
        }
        long size = Long.parseLong(lines.get(2).substring("size ".length()));
        return VerifierKey.parse(lines.get(3))
                .filter(key -> key.name().equals(first.name()) && !all().contains(key) && size > since())
                .filter(key -> text(size, key).equals(note.get().text()))
                .filter(key -> note.get().signedBy(last()) == Note.Verdict.VALID
                        && note.get().signedBy(key) == Note.Verdict.VALID)
                .map(key -> new Rotation(size, key, note.get()));
    }

    private String text(long size, VerifierKey key) {
        return String.join("\n", FIRST_LINE, first.name(), "size " + size, key.text(), "");
    }

    private KeyChain with(Rotation next) {
        List<Rotation> more = new ArrayList<>(rotations);
        more.add(next);
        return new KeyChain(first, more);
    }

    /** The chain with one key more. */
    KeyChain rotated(long size, SigningKey former, SigningKey next) {
        String text = text(size, next.verifier());
        List<Note.Signed> both = new ArrayList<>(Note.sign(text, former).signatures());
        both.addAll(Note.sign(text, next).signatures());
        return with(new Rotation(size, next.verifier(), new Note(text, both)));
    }

    /** The file {@code rotations}; there is none where it is empty. */
    byte[] file() {
        StringBuilder file = new StringBuilder();
        rotations.forEach(it -> file.append(it.note()));
        return file.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The key in force. */
    public VerifierKey last() {
        return rotations.isEmpty() ? first : rotations.getLast().key();
    }

    /** From which size on it is; 0 for the first. */
    public long since() {
        return rotations.isEmpty() ? 0 : rotations.getLast().size();
    }

    /** All keys, the first one first. */
    public List<VerifierKey> all() {
        List<VerifierKey> all = new ArrayList<>(List.of(first));
        rotations.forEach(it -> all.add(it.key()));
        return all;
    }

    /** Whether this is the other chain, or goes on from it. */
    boolean extend(KeyChain other) {
        return first.equals(other.first)
                && rotations.size() >= other.rotations.size()
                && rotations.subList(0, other.rotations.size()).equals(other.rotations);
    }

    /** What may sign at a size: one key, or two where the size is that of a rotation. */
    private List<VerifierKey> at(long size) {
        List<VerifierKey> keys = new ArrayList<>(List.of(first));
        for (Rotation rotation : rotations) {
            if (rotation.size() < size) {
                keys.clear();
            }
            if (rotation.size() <= size) {
                keys.add(rotation.key());
            }
        }
        return keys;
    }

    /** What a file holds that was signed at a size: the first reading that some key of that size allows. */
    <T> Optional<T> signedAt(long size, Function<VerifierKey, Optional<T>> reading) {
        return at(size).reversed().stream()
                .map(reading)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Whether a checkpoint is signed by the key of its size. */
    public boolean signed(Checkpoint.Signed head) {
        return at(head.checkpoint().size()).stream().anyMatch(head::signedBy);
    }
}
