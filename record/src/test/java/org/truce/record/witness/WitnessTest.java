package org.truce.record.witness;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.truce.model.ProblemException;
import org.truce.record.store.Disk;
import org.truce.record.tlog.Checkpoint;
import org.truce.record.tlog.Cosignature;
import org.truce.record.tlog.SigningKey;
import org.truce.record.tlog.VerifierKey;

/**
 * The witness against requests and answers that FiloSottile/torchwood publishes for its own ({@code litewitness.txt},
 * {@code sumdb.txt}): keys, roots and signatures are facts of theirs. Where tlog-witness v1.0.0 says 404 for an unknown
 * log, torchwood still says 403.
 */
class WitnessTest {
    private static final Instant NOW = Instant.parse("2020-12-13T09:30:00.700Z");
    private static final String ORIGIN =
            "sigsum.org/v1/tree/4d6d8825a6bb689d459628312889dfbb0bcd41b5211d9e1ce768b0ff0309e562";
    private static final String LOG = "ffdc2d4d98e4124d3feaf788c0c2f9abfd796083d1f0495437f302ec79cf100f";
    private static final String ONE = checkpoint(
            ORIGIN,
            "1\nKgAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
            "UgIom7fPZTqpxWWhyjWduBvTvGVqsokMbqTArsQilegKoFBJQjUFAmQ0+YeSPM3wfUQMFSzVnnNuWRTYrajXpNUbIQY=");
    private static final String THREE = checkpoint(
            ORIGIN,
            "3\nRcCI1Nk56ZcSmIEfIn0SleqtV7uvrlXNccFx595Iwl0=",
            "UgIom2VbtIcdFbwFAy1n7s6IkAxIY6J/GQOTuZF2ORV39d75cbAj2aQYwyJre36kezNobZs4SUUdrcawfAB8WVrx6go=");
    private static final String FIVE = checkpoint(
            ORIGIN,
            "5\nQrtXrQZCCvpIgsSmOsah7HdICzMLLyDfxToMql9WTjY=",
            "UgIomw/EOJmWi0i1FQsOj+etB7F8IccFam/jgd6wzRns4QPVmyEZtdvl1U2KEmLOZ/ASRcWJi0tW90dJWAShei7sDww=");
    private static final String TWO_LEAVES = """
            KgEAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=
            KgIAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=
            """;
    private static final String THREE_TO_FIVE = """
            KgIAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=
            KgMAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=
            wgiIFdZfYNv6WU1OllBKsWnLYIS/DBMqt8Uh/S4OukE=
            KgQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=
            """;

    @TempDir
    private Path home;

    private static String checkpoint(String origin, String head, String signature) {
        return origin + "\n" + head + "\n\n\u2014 " + origin + " " + signature + "\n";
    }

    private static SigningKey key() {
        byte[] seed = new byte[32];
        seed[0] = 7;
        return SigningKey.of("example.com/witness", VerifierKey.Use.COSIGNATURE, seed);
    }

    private Witness witness() {
        VerifierKey log = VerifierKey.of(ORIGIN, HexFormat.of().parseHex(LOG)).orElseThrow();
        return new Witness(key(), List.of(log), home, Disk.real(), () -> NOW);
    }

    private static Answer ask(Witness witness, String old, String proof, String checkpoint) throws IOException {
        return witness.addCheckpoint(
                ("old " + old + "\n" + proof + "\n" + checkpoint).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void answersWhatTorchwoodsWitnessAnswers() throws IOException {
        Witness witness = witness();
        assertEquals(200, ask(witness, "0", "", ONE).status());
        String bad = THREE.replace("Vrx6go=", "Vrx6gx=");
        assertEquals(403, ask(witness, "1", TWO_LEAVES, bad).status());
        String wrong = THREE.replace("UgIom2Vb", "UgIom2Vc");
        assertEquals(403, ask(witness, "1", TWO_LEAVES, wrong).status());
        assertEquals(
                404,
                ask(witness, "1", TWO_LEAVES, THREE.replace("e562", "e563")).status());
        assertEquals(422, ask(witness, "1", "", THREE).status());
        assertEquals(
                422,
                ask(witness, "1", TWO_LEAVES.replace("AAAA=\n", "ABAA=\n"), THREE)
                        .status());
        Answer three = ask(witness, "1", TWO_LEAVES, THREE);
        assertEquals(200, three.status());
        assertTrue(three.body().startsWith("\u2014 example.com/witness "), three.body());
        Answer late = ask(witness, "1", TWO_LEAVES, FIVE);
        assertEquals(409, late.status());
        assertEquals("3\n", late.body());
        assertEquals("text/x.tlog.size", late.type());
        assertEquals(200, ask(witness, "3", THREE_TO_FIVE, FIVE).status());
        assertEquals("5\n", ask(witness, "0", "", FIVE).body());
        assertEquals(200, ask(witness, "5", "", FIVE).status(), "the same again");
        assertEquals(400, ask(witness, "6", "", FIVE).status(), "older than what the log says it had");
    }

    @Test
    void cosignsTheChecksumDatabaseOfGo() throws IOException {
        VerifierKey sum = VerifierKey.parse("sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8")
                .orElseThrow();
        String origin = "go.sum database tree";
        String head = origin + "\n35225469\nvt5T6GaLCXvyHFl9VUvvItR43XZxfLgftEcTyO3eJCQ=\n\n"
                + "\u2014 sum.golang.org Az3grpukl5AXaVfYkLiDGORx/DN2nlcS5kZHR5uYOBV2KA2HgXpD+gu9HHONebHLAyaKbbTM75QTtPydhKCExixSfwQ=\n";
        assertTrue(Checkpoint.Signed.parse(head.getBytes(StandardCharsets.UTF_8))
                .orElseThrow()
                .note()
                .signedBy(sum)
                .equals(org.truce.record.tlog.Note.Verdict.VALID));
        Witness witness = new Witness(key(), java.util.Map.of(origin, sum), home, Disk.real(), () -> NOW);
        assertEquals(200, ask(witness, "0", "", head).status());
    }

    @Test
    void aCosignatureSaysWhenAndHoldsForThatCheckpointOnly() throws IOException {
        Answer answer = ask(witness(), "0", "", ONE);
        Checkpoint.Signed one = read(ONE + answer.body());
        Cosignature given = Cosignature.of(one.note(), key().verifier()).orElseThrow();
        assertEquals(Instant.parse("2020-12-13T09:30:00Z"), given.time());
        assertTrue(one.signedBy(
                VerifierKey.of(ORIGIN, HexFormat.of().parseHex(LOG)).orElseThrow()));
        assertTrue(Cosignature.of(read(THREE + answer.body()).note(), key().verifier())
                .isEmpty());
    }

    private static Checkpoint.Signed read(String note) {
        return Checkpoint.Signed.parse(note.getBytes(StandardCharsets.UTF_8)).orElseThrow();
    }

    @Test
    void remembersAcrossRestartsWhatItCosigned() throws IOException {
        assertEquals(200, ask(witness(), "0", "", THREE).status());
        assertEquals("3\n", ask(witness(), "0", "", ONE).body(), "a shorter history after a restart");
        byte[] shown = witness().last(ORIGIN).orElseThrow();
        assertEquals(
                3, Checkpoint.Signed.parse(shown).orElseThrow().checkpoint().size());
        assertTrue(witness().last("example.com/other").isEmpty());
    }

    @Test
    void aMemoryThatIsDamagedIsNotTakenForNew() throws IOException {
        assertEquals(200, ask(witness(), "0", "", THREE).status());
        try (Stream<Path> files = Files.walk(home)) {
            Path file = files.filter(Files::isRegularFile).findFirst().orElseThrow();
            Files.write(file, new byte[] {1});
        }
        ProblemException refused = assertThrows(ProblemException.class, () -> ask(witness(), "0", "", ONE));
        assertEquals("witness-damaged", refused.problem().code());
    }

    @Test
    void refusesWhatIsNoRequest() throws IOException {
        Witness witness = witness();
        for (String body : List.of(
                "",
                "\n",
                "old",
                "old 0",
                "old 0\n",
                "old 00\n\n" + ONE,
                "old -1\n\n" + ONE,
                "old 0\nabc\n\n" + ONE,
                "new 0\n\n" + ONE,
                "old 0\n" + TWO_LEAVES.repeat(32) + "\n" + ONE,
                "old 0\n\n" + ONE.substring(5, 60))) {
            assertEquals(
                    400,
                    witness.addCheckpoint(body.getBytes(StandardCharsets.UTF_8)).status(),
                    body);
        }
        assertEquals(
                400,
                witness.addCheckpoint(new byte[AddCheckpoint.MAX_BYTES + 1]).status());
    }

    @Test
    void aRequestIsReadAsItIsWritten() {
        byte[] body = ("old 3\n" + THREE_TO_FIVE + "\n" + FIVE).getBytes(StandardCharsets.UTF_8);
        assertArrayEquals(body, AddCheckpoint.parse(body).orElseThrow().bytes());
    }
}
