package org.truce.record.tlog;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * A signed note (C2SP signed-note v1.0.0): a text and the signatures under it. Parsing checks the form only;
 * {@link #signedBy} checks a signature.
 *
 * @param text what is signed, ending in a newline
 * @param signatures the lines under it, in their order; never empty
 */
public record Note(String text, List<Signed> signatures) {
    /** Most signatures that a note may carry here. */
    public static final int MAX_SIGNATURES = 100;

    private static final String DASH = "\u2014 ";

    public Note {
        signatures = List.copyOf(signatures);
    }

    /**
     * One signature line.
     *
     * @param name the key's name
     * @param id the key's id
     * @param base64 the four bytes of the id and the signature
     */
    public record Signed(String name, int id, String base64) {
        /** The signature's own bytes. */
        public byte[] signature() {
            byte[] all = Base64.getDecoder().decode(base64);
            return java.util.Arrays.copyOfRange(all, 4, all.length);
        }

        /** As it stands in a note, with its newline. */
        public String line() {
            return DASH + name + " " + base64 + "\n";
        }
    }

    /** Whose signature stands under a note. */
    public enum Verdict {
        /** The key signed it. */
        VALID,
        /** A signature in the key's name is wrong: the note is to be rejected. */
        INVALID,
        /** The key did not sign it. */
        UNSIGNED
    }

    /** Signs a text, which ends in a newline. */
    public static Note sign(String text, SigningKey key) {
        byte[] signature = key.sign(text.getBytes(StandardCharsets.UTF_8));
        byte[] both = ByteBuffer.allocate(4 + signature.length)
                .putInt(key.verifier().id())
                .put(signature)
                .array();
        VerifierKey verifier = key.verifier();
        return new Note(
                text,
                List.of(new Signed(
                        verifier.name(), verifier.id(), Base64.getEncoder().encodeToString(both))));
    }

    /** Reads a note; empty where the bytes are not the one form of any. */
    public static Optional<Note> parse(byte[] utf8) {
        return Canonical.text(utf8).flatMap(Note::parse);
    }

    private static Optional<Note> parse(String note) {
        int split = note.lastIndexOf("\n\n");
        if (split < 0 || !note.endsWith("\n") || split + 2 >= note.length()) {
            return Optional.empty();
        }
        List<Signed> signatures = new ArrayList<>();
        for (String line : note.substring(split + 2, note.length() - 1).split("\n", -1)) {
            Optional<Signed> signed = signed(line);
            if (signed.isEmpty() || signatures.size() == MAX_SIGNATURES) {
                return Optional.empty();
            }
            signatures.add(signed.get());
        }
        return Optional.of(new Note(note.substring(0, split + 1), signatures));
    }

    /** Reads signature lines that stand by themselves, each ending in a newline; empty where one is none. */
    public static Optional<List<Signed>> signatures(byte[] utf8) {
        return Canonical.text(utf8)
                .filter(it -> it.endsWith("\n") && !it.contains("\n\n"))
                .flatMap(it -> parse("\n\n" + it))
                .map(Note::signatures);
    }

    /** The same text with these signatures alone. */
    public Note with(List<Signed> others) {
        return new Note(text, others);
    }

    private static Optional<Signed> signed(String line) {
        int space = line.lastIndexOf(' ');
        if (!line.startsWith(DASH)
                || space < DASH.length()
                || !VerifierKey.validName(line.substring(DASH.length(), space))) {
            return Optional.empty();
        }
        String base64 = line.substring(space + 1);
        return Canonical.base64(base64)
                .filter(it -> it.length > 4)
                .map(it -> new Signed(
                        line.substring(DASH.length(), space),
                        ByteBuffer.wrap(it).getInt(),
                        base64));
    }

    /** Whether a key signed this note. */
    public Verdict signedBy(VerifierKey key) {
        byte[] message = text.getBytes(StandardCharsets.UTF_8);
        Verdict verdict = Verdict.UNSIGNED;
        for (Signed signed : signatures) {
            if (signed.name().equals(key.name()) && signed.id() == key.id()) {
                if (!key.verifies(message, signed.signature())) {
                    return Verdict.INVALID;
                }
                verdict = Verdict.VALID;
            }
        }
        return verdict;
    }

    /** The note as it stands in a file, UTF-8. */
    public byte[] bytes() {
        return toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        StringBuilder out = new StringBuilder(text).append('\n');
        signatures.forEach(it -> out.append(it.line()));
        return out.toString();
    }
}
