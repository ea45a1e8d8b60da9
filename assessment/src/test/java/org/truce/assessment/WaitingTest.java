package org.truce.assessment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.truce.model.id.ObligationId;

/** Who waits for whom, one line in, one line out. */
class WaitingTest {
    /**
     * Obligations, one a word: {@code a:A>b,c} is a, owed by A, which waits for b and c; {@code *} after it says that it is
     * fulfilled.
     */
    private static Obligations obligations(String line) {
        Script script = new Script().mandate();
        for (String word : line.split(" ", -1)) {
            String[] sides = word.replace("*", "").split(">", -1);
            String before = sides.length == 1
                    ? ""
                    : Stream.of(sides[1].split(",", -1))
                            .map(it -> "'" + it + "'")
                            .collect(Collectors.joining(","));
            script.entry(
                    "ObligationSet",
                    "2020-11-10",
                    "2020-11-10",
                    "'obligation':'%s','instrument':'i','point':'1','summary':{'en':'s'},'bearers':['%s'],'form':'achieve',"
                                    .formatted(
                                            sides[0].substring(0, 1),
                                            sides[0].substring(2).toLowerCase(java.util.Locale.ROOT))
                            + "'dependsOn':[" + before + "]");
            if (word.contains("*")) {
                script.entry(
                        "PerformanceReported",
                        "2020-11-12",
                        "2020-11-12",
                        "'obligation':'" + word.charAt(0) + "','what':{'en':'done'},'completes':true");
            }
        }
        return Obligations.of(script.on("2020-12-01"));
    }

    private static String told(List<Waiting> all) {
        return all.stream()
                .map(it -> Stream.concat(Stream.of(it.file().id()), it.chain().stream())
                                .map(ObligationId::value)
                                .collect(Collectors.joining(">"))
                        + (it.missing().isEmpty()
                                ? ""
                                : "?"
                                        + it.missing().stream()
                                                .map(ObligationId::value)
                                                .collect(Collectors.joining(",")))
                        + (it.circle() ? it.twoSided() ? "(two-sided)" : "(circle)" : ""))
                .collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a:A                    | ''",
                "a:A>b b:B              | a>b",
                "a:A>b b:B*             | ''",
                "a:A*>b b:B             | ''",
                "a:A>b b:B>c c:A        | a>b>c b>c",
                "a:A>b b:B*>c c:A       | ''",
                "a:A>b,c b:B c:A        | a>b a>c",
                "a:A>x                  | a?x",
                "a:A>x,b b:B            | a?x a>b",
                "a:A>b b:B>a            | a>b>a(two-sided) b>a>b(two-sided)",
                "a:A>b b:A>a            | a>b>a(circle) b>a>b(circle)",
                "a:A>b b:B>c c:C>b      | a>b>c>b(two-sided) b>c>b(two-sided) c>b>c(two-sided)",
                "a:A>b b:B>c c:B>b      | a>b>c>b(circle) b>c>b(circle) c>b>c(circle)",
            })
    void chains(String obligations, String told) {
        assertEquals(told, told(Waiting.of(obligations(obligations))));
    }

    /** Twelve layers of two, each waiting for both of the next: 4,096 chains from the first, of which a few are named. */
    @Test
    void manyChainsAreBounded() {
        List<String> words = new ArrayList<>();
        for (int layer = 0; layer < 12; layer++) {
            for (int i = 0; i < 2; i++) {
                char next = (char) ('a' + 2 * layer + 2);
                words.add((char) ('a' + 2 * layer + i) + ":A"
                        + (layer == 11 ? "" : ">" + next + "," + (char) (next + 1)));
            }
        }
        List<Waiting> all = Waiting.of(obligations(String.join(" ", words)));
        assertTrue(all.size() <= 24 * 32, String.valueOf(all.size()));
        assertTrue(all.stream()
                .anyMatch(it -> it.file().id().value().equals("a") && it.chain().size() == 11));
    }
}
