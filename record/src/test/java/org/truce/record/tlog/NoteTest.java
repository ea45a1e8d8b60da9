package org.truce.record.tlog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoteTest {
    /** The example of C2SP signed-note. */
    private static final String KEY = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";

    private static final String SIGNATURE =
            "Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=";
    private static final String NOTE = "This is an example message.\n\n\u2014 example.com/foo " + SIGNATURE + "\n";
    /** Go's note package, its documentation's key. */
    private static final String GO_SECRET =
            "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";

    private static final String GO_KEY = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

    private static VerifierKey key() {
        return VerifierKey.parse(KEY).orElseThrow();
    }

    @Test
    void thePublishedExampleVerifies() {
        Note note = Note.parse(NOTE.getBytes(UTF_8)).orElseThrow();
        assertEquals("This is an example message.\n", note.text());
        assertEquals(Note.Verdict.VALID, note.signedBy(key()));
        assertEquals(NOTE, note.toString());
        assertEquals(KEY, key().text());
    }

    @Test
    void goKeysAreReadAndSignTheSame() {
        SigningKey key = SigningKey.parse(GO_SECRET).orElseThrow();
        assertEquals(GO_KEY, key.verifier().text());
        assertEquals(GO_SECRET, key.secretText());
        Note note = Note.sign("If you think cryptography is the answer to your problem,\n", key);
        assertEquals(Note.Verdict.VALID, note.signedBy(VerifierKey.parse(GO_KEY).orElseThrow()));
    }

    @Test
    void unknownSignaturesAreIgnoredAndKnownWrongOnesReject() {
        Note note = Note.parse(NOTE.getBytes(UTF_8)).orElseThrow();
        SigningKey other = SigningKey.of("example.com/other", new byte[32]);
        assertEquals(Note.Verdict.UNSIGNED, note.signedBy(other.verifier()));
        Note both = new Note(
                note.text(),
                List.of(
                        Note.sign(note.text(), other).signatures().getFirst(),
                        note.signatures().getFirst()));
        assertEquals(Note.Verdict.VALID, both.signedBy(key()));
        Note changed = new Note("This is another message.\n", note.signatures());
        assertEquals(Note.Verdict.INVALID, changed.signedBy(key()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "text",
                "text\n",
                "text\n\n",
                "text\n\n\u2014 a AAAAAAE=",
                "text\n\n- a AAAAAAE=\n",
                "text\n\n\u2014 a AAAAAA==\n",
                "text\n\n\u2014 a AAAAAAF=\n",
                "text\n\n\u2014  AAAAAAE=\n",
                "text\n\n\u2014 a+b AAAAAAE=\n",
                "text\n\n\u2014 a\u00a0b AAAAAAE=\n",
                "te\txt\n\n\u2014 a AAAAAAE=\n",
                "te\rxt\n\n\u2014 a AAAAAAE=\n",
                "text\n\n\u2014 a AAAAAAE=\nmore\n",
                "text\n\n\u2014 a AAAAAAE= \n",
            })
    void malformedNotesAreNone(String text) {
        assertEquals(Optional.empty(), Note.parse(text.getBytes(UTF_8)));
    }

    @Test
    void aTextMayHoldEmptyLines() {
        Note note = Note.parse("a\n\nb\n\n\u2014 a AAAAAAE=\n".getBytes(UTF_8)).orElseThrow();
        assertEquals("a\n\nb\n", note.text());
    }

    @Test
    void sixteenLongSignaturesAreAccepted() {
        String line = "\u2014 pq.example " + java.util.Base64.getEncoder().encodeToString(new byte[5004]) + "\n";
        assertEquals(
                16,
                Note.parse(("t\n\n" + line.repeat(16)).getBytes(UTF_8))
                        .orElseThrow()
                        .signatures()
                        .size());
        assertTrue(Note.parse(("t\n\n" + line.repeat(101)).getBytes(UTF_8)).isEmpty());
    }

    @Test
    void noByteOfASignedNoteChangesUnseen() {
        byte[] bytes = NOTE.getBytes(UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            for (int bit = 0; bit < 8; bit++) {
                byte[] changed = bytes.clone();
                changed[i] ^= (byte) (1 << bit);
                assertTrue(
                        Note.parse(changed)
                                .filter(it -> it.signedBy(key()) == Note.Verdict.VALID)
                                .isEmpty(),
                        "byte " + i);
            }
        }
    }
}
