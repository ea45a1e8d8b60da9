package org.truce.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.truce.record.tlog.SigningKey;

/** Hostile bytes are no receipt, no chain of keys and no key, whatever they look like. */
class RecordFuzzTest {
    private static final SigningKey KEY = key(0);

    private static SigningKey key(int n) {
        byte[] seed = new byte[32];
        seed[0] = (byte) n;
        return SigningKey.of("example.org/log", seed);
    }

    /** Nobody who lacks the key makes one up. */
    @FuzzTest(maxDuration = "60s")
    void receipts(byte[] bytes) {
        assertInstanceOf(
                Receipt.Verdict.Wrong.class, TruceRecord.verifyReceipt(bytes, KeyChain.of(key(77).verifier())));
    }

    @FuzzTest(maxDuration = "60s")
    void chainsOfKeys(byte[] bytes) {
        KeyChain.parse(bytes, KEY.verifier()).ifPresent(it -> {
            assertArrayEquals(bytes, it.file());
            assertEquals(KEY.verifier(), it.all().getFirst());
        });
    }

    /** The same in every build, on seeded mutations of good files. */
    @Test
    void mutationsOfGoodFiles(@TempDir Path home) throws IOException {
        Field field = new Field(home);
        byte[] receipt;
        byte[] chain;
        KeyChain keys;
        try (TruceRecord record = field.create()) {
            record.append(field.many(3));
            field.rotate(record, 1);
            record.append(field.many(3));
            field.rotate(record, 2);
            receipt = record.receipt(1, Field.MISSION).toString().getBytes(UTF_8);
            keys = record.identity().keys();
            chain = Files.readAllBytes(field.dir.resolve("rotations"));
        }
        receipts(receipt);
        assertInstanceOf(Receipt.Verdict.Proved.class, TruceRecord.verifyReceipt(receipt, keys));
        mutate(
                receipt,
                it -> assertInstanceOf(
                        Receipt.Verdict.Wrong.class, TruceRecord.verifyReceipt(it, keys), () -> new String(it, UTF_8)));
        chainsOfKeys(chain);
        assertEquals(keys, KeyChain.parse(chain, keys.first()).orElseThrow());
        mutate(chain, it -> assertTrue(KeyChain.parse(it, keys.first()).isEmpty(), () -> new String(it, UTF_8)));
    }

    private static void mutate(byte[] good, Consumer<byte[]> parser) {
        SplittableRandom random = new SplittableRandom(10);
        for (int i = 0; i < 3_000; i++) {
            byte[] bytes = Arrays.copyOf(good, good.length + random.nextInt(-3, 3));
            for (int j = random.nextInt(1, 4); j > 0; j--) {
                bytes[random.nextInt(bytes.length)] ^= (byte) random.nextInt(1, 256);
            }
            if (!Arrays.equals(bytes, good)) {
                parser.accept(bytes);
            }
        }
    }
}
