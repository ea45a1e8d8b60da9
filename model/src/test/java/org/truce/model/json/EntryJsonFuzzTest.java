package org.truce.model.json;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class EntryJsonFuzzTest {
    @FuzzTest(maxDuration = "60s")
    void hostileBytesGiveAnEntryOrProblems(byte[] bytes) {
        hold(bytes);
    }

    /** The same in every build: seeded mutations of real entries of every kind. */
    @Test
    void mutatedEntriesGiveAnEntryOrProblems() {
        SplittableRandom random = new SplittableRandom(20201110);
        RandomEntries entries = new RandomEntries(random);
        for (String kind : Kinds.all().keySet()) {
            byte[] json = EntryJson.write(entries.entry(kind));
            for (int i = 0; i < 200; i++) {
                byte[] mutated = json.clone();
                for (int j = random.nextInt(1, 4); j > 0; j--) {
                    mutated[random.nextInt(mutated.length)] = (byte) random.nextInt(256);
                }
                hold(mutated);
            }
        }
    }

    private static void hold(byte[] bytes) {
        switch (EntryJson.read(bytes)) {
            case EntryJson.Result.Bad bad -> assertFalse(bad.problems().isEmpty());
            case EntryJson.Result.Read read ->
                assertInstanceOf(EntryJson.Result.Read.class, EntryJson.read(EntryJson.write(read.entry())));
        }
    }
}
