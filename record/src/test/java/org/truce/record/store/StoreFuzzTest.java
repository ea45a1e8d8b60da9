package org.truce.record.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.truce.record.tlog.Hash;
import org.truce.record.tlog.SigningKey;

/** Hostile bytes are no bundle, head or journal, or they are one and written again as they were. */
class StoreFuzzTest {
    private static final SigningKey KEY = SigningKey.of("example.org/log", new byte[32]);

    @FuzzTest(maxDuration = "60s")
    void bundles(byte[] bytes) {
        Bundle.parse(bytes).ifPresent(it -> assertArrayEquals(bytes, Bundle.of(it)));
    }

    @FuzzTest(maxDuration = "60s")
    void headsAndPartials(byte[] bytes) {
        Head.parse(bytes, KEY.verifier()).ifPresent(it -> assertArrayEquals(bytes, it.sign(KEY)));
        Partials.parse(bytes, KEY.verifier()).ifPresent(it -> assertArrayEquals(bytes, it.sign(KEY)));
    }

    @FuzzTest(maxDuration = "60s")
    void journals(byte[] bytes) throws IOException {
        Path directory = Files.createTempDirectory("journal");
        Path segment = directory.resolve(Journal.segment(0));
        Files.write(segment, bytes);
        try {
            JournalReader.Contents contents = JournalReader.read(directory, 0);
            for (int i = 0; i < contents.entries().size(); i++) {
                assertEquals(i, contents.entries().get(i).index());
            }
        } finally {
            Files.delete(segment);
            Files.delete(directory);
        }
    }

    private static Item.Present present(int seed, int attachments) {
        List<Hash> hashes = java.util.Collections.nCopies(attachments, Hash.sha256(new byte[] {(byte) seed}));
        return new Item.Present(seed, new byte[32], hashes, new byte[seed]);
    }

    /** The same in every build, on seeded mutations of good files. */
    @Test
    void mutationsOfGoodFiles(@TempDir Path home) throws IOException {
        TreeMap<Integer, Item> items = new TreeMap<>();
        items.put(0, present(5, 0));
        items.put(7, present(0, 2));
        items.put(
                255,
                Item.Destroyed.sign(
                        new UUID(1, 2), Optional.of(new UUID(3, 4)), true, 9, Item.NO_ATTACHMENTS, 255, KEY));
        SplittableRandom random = new SplittableRandom(11);
        Hash zero = Item.NO_ATTACHMENTS;
        byte[] head = new Head(StoreName.PUBLIC, 3, 2, zero, zero).sign(KEY);
        byte[] partials = Partials.empty().grownTo(3).grownTo(300).sign(KEY);
        byte[] journal = journal(home.resolve("journal"));
        bundles(Bundle.of(items));
        headsAndPartials(head);
        headsAndPartials(partials);
        assertTrue(Head.parse(head, KEY.verifier()).isPresent());
        assertTrue(Partials.parse(partials, KEY.verifier()).isPresent());
        for (int i = 0; i < 2000; i++) {
            bundles(mutated(Bundle.of(items), random));
            assertTrue(Head.parse(mutated(head, random), KEY.verifier()).isEmpty());
            assertTrue(Partials.parse(mutated(partials, random), KEY.verifier()).isEmpty());
            if (i % 4 == 0) {
                journals(mutated(journal, random));
            }
        }
    }

    private static byte[] mutated(byte[] good, SplittableRandom random) {
        byte[] bytes = good.clone();
        for (int j = random.nextInt(1, 4); j > 0; j--) {
            bytes[random.nextInt(bytes.length)] ^= (byte) random.nextInt(1, 256);
        }
        return java.util.Arrays.equals(bytes, good) ? java.util.Arrays.copyOf(good, good.length - 1) : bytes;
    }

    private static byte[] journal(Path directory) throws IOException {
        Journal journal = new Journal(directory, Disk.real());
        byte[] file = {1, 2, 3};
        Journal.Attached attached = new Journal.Attached(Hash.sha256(file), 3, () -> new ByteArrayInputStream(file));
        Item.Present item = new Item.Present(1, new byte[32], List.of(Hash.sha256(file)), new byte[10]);
        journal.append(0, List.of(new Journal.Addition(StoreName.PUBLIC, item, List.of(attached))));
        journal.append(1, List.of(new Journal.Addition(StoreName.MISSION, present(4, 1), List.of())));
        JournalReader.Contents contents = JournalReader.read(directory, 0);
        assertEquals(2, contents.entries().size());
        assertEquals(3, contents.entries().getFirst().attachments().getFirst().length());
        return Files.readAllBytes(directory.resolve(Journal.segment(0)));
    }
}
