package org.truce.record.witness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.truce.model.ProblemException;
import org.truce.record.tlog.SigningKey;
import org.truce.record.tlog.VerifierKey;

/** Policies as tlog-policy describes them. */
class PolicyTest {
    private static String vkey(int n) {
        return key(n, VerifierKey.Use.COSIGNATURE);
    }

    private static String key(int n, VerifierKey.Use use) {
        byte[] seed = new byte[32];
        seed[0] = (byte) n;
        return SigningKey.of("w" + n, use, seed).verifier().text();
    }

    private static Policy read(String text) {
        return Policy.parse(
                text.replace("K1", vkey(1))
                        .replace("K2", vkey(2))
                        .replace("K3", vkey(3))
                        .replace("L1", key(9, VerifierKey.Use.NOTE))
                        .getBytes(StandardCharsets.UTF_8),
                "policy");
    }

    @Test
    void groupsOfGroupsAreCounted() {
        Policy policy = read("""
                # the parties' witnesses, and the mission's
                log L1 https://record.example/
                witness one K1 https://one.example/
                \twitness  two\tK2
                witness mission K3
                group parties all one two
                group enough 1 parties mission
                quorum enough
                """);
        assertTrue(policy.enough(Set.of("mission")));
        assertTrue(policy.enough(Set.of("one", "two")));
        assertFalse(policy.enough(Set.of("one")));
        assertFalse(policy.enough(Set.of()));
        assertTrue(policy.witnesses().toString().contains("https://one.example/"));
        assertEquals(1, policy.logs().size());
        assertTrue(read("quorum none").enough(Set.of()));
        assertFalse(read("witness one K1\nquorum one\n").enough(Set.of("two")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "witness one K1",
                "quorum one",
                "quorum none\nquorum none",
                "witness one K1\nwitness one K2\nquorum one",
                "witness one K1\nwitness two K1\nquorum one",
                "witness none K1\nquorum none",
                "witness one L1\nquorum one",
                "log K1\nquorum none",
                "log L1\nlog L1\nquorum none",
                "witness one K1\ngroup g 2 one\nquorum g",
                "witness one K1\ngroup g 0 one\nquorum g",
                "witness one K1\ngroup g some one\nquorum g",
                "witness one K1\ngroup g all\nquorum g",
                "group g all one\nwitness one K1\nquorum g",
                "witness one K1\ngroup g all one one\nquorum g",
                "witness one K1\ngroup g all one\ngroup h all one\nquorum g",
                "witness one K1 ftp://x\nquorum one",
                "witness one K1 https://x y\nquorum one",
                "vote one",
                "quorum none\u0000",
            })
    void whatIsNotClearIsRefusedWithItsLine(String text) {
        ProblemException refused = assertThrows(ProblemException.class, () -> read(text));
        assertEquals("bad-policy", refused.problem().code());
    }
}
