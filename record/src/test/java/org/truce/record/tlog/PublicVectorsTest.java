package org.truce.record.tlog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The published proof cases of transparency-dev/merkle, negatives included; read where they are there. */
class PublicVectorsTest {
    private static final JsonMapper JSON = new JsonMapper();

    @ParameterizedTest
    @CsvSource({"inclusion, 98", "consistency, 98", "subtreeinclusion, 204", "subtreeconsistency, 118"})
    void hold(String kind, int count) throws IOException {
        Path directory = directory().resolve(kind);
        Assumptions.assumeTrue(Files.isDirectory(directory), "the vectors are not there");
        List<String> wrong = new ArrayList<>();
        int cases = 0;
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file :
                    files.filter(it -> it.toString().endsWith(".json")).sorted().toList()) {
                JsonNode vector = JSON.readTree(Files.readAllBytes(file));
                boolean accepted = accepted(kind, vector);
                if (accepted == vector.get("wantErr").booleanValue()) {
                    wrong.add(file + ": " + vector.get("desc").stringValue());
                }
                cases++;
            }
        }
        assertEquals(List.of(), wrong);
        assertEquals(count, cases);
    }

    private static Path directory() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path vectors = at.resolve("shared/data/vectors/merkle/testdata");
            if (Files.isDirectory(vectors)) {
                return vectors;
            }
        }
        return Path.of("no-such-directory");
    }

    private static boolean accepted(String kind, JsonNode vector) {
        return switch (kind) {
            case "inclusion" ->
                isWhole(vector)
                        && Merkle.includes(
                                index(vector, "leafIdx"),
                                index(vector, "treeSize"),
                                hash(vector, "leafHash"),
                                proof(vector),
                                hash(vector, "root"));
            case "subtreeinclusion" ->
                isWhole(vector)
                        && Merkle.includes(
                                index(vector, "start"),
                                index(vector, "end"),
                                index(vector, "leafIdx"),
                                hash(vector, "leafHash"),
                                proof(vector),
                                hash(vector, "root"));
            case "consistency" ->
                Merkle.extend(
                        index(vector, "size1"),
                        hash(vector, "root1"),
                        index(vector, "size2"),
                        hash(vector, "root2"),
                        proof(vector));
            default ->
                Merkle.contains(
                        index(vector, "start"),
                        index(vector, "end"),
                        hash(vector, "root1"),
                        index(vector, "size"),
                        hash(vector, "root2"),
                        proof(vector));
        };
    }

    /** Hashes of another length never come this far: the type of a hash has 32 bytes. */
    private static boolean isWhole(JsonNode vector) {
        return bytes(vector.get("leafHash")).length == Hash.BYTES && bytes(vector.get("root")).length == Hash.BYTES;
    }

    /** Sizes beyond 2^63-1, which no log reaches, are -1 here. */
    private static long index(JsonNode vector, String field) {
        return vector.get(field).canConvertToLong() ? vector.get(field).longValue() : -1;
    }

    /** A few cases use bytes of another length where it does not matter; a stand-in of 32 keeps equal ones equal. */
    private static Hash hash(byte[] bytes) {
        return bytes.length == Hash.BYTES ? Hash.of(bytes) : Hash.sha256(bytes);
    }

    private static Hash hash(JsonNode vector, String field) {
        return hash(bytes(vector.get(field)));
    }

    private static List<Hash> proof(JsonNode vector) {
        List<Hash> proof = new ArrayList<>();
        if (vector.get("proof") != null && vector.get("proof").isArray()) {
            vector.get("proof").forEach(it -> proof.add(hash(bytes(it))));
        }
        return proof;
    }

    private static byte[] bytes(JsonNode base64) {
        return base64 == null || base64.isNull()
                ? new byte[0]
                : Base64.getDecoder().decode(base64.stringValue());
    }
}
