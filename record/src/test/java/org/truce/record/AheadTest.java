package org.truce.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is done ahead comes in order, whoever is quicker. */
class AheadTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 7, 8, 500})
    void inOrderWhoeverIsQuicker(int count) throws IOException {
        List<Long> taken = new ArrayList<>();
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        Ahead.inOrder(
                3,
                3 + count,
                step -> {
                    threads.add(Thread.currentThread());
                    LockSupport.parkNanos(step % 5 * 20_000);
                    return step * step;
                },
                (step, square) -> {
                    assertEquals(step * step, square);
                    taken.add(step);
                });
        assertEquals(LongStream.range(3, 3 + count).boxed().toList(), taken);
        boolean several = Runtime.getRuntime().availableProcessors() > 1 && count >= 8;
        assertEquals(several, !threads.contains(Thread.currentThread()));
    }

    @Test
    void whatAStepThrowsIsThrownInItsTurn() {
        List<Long> taken = new ArrayList<>();
        IOException thrown = assertThrows(
                IOException.class,
                () -> Ahead.inOrder(
                        0,
                        100,
                        step -> {
                            if (step == 40) {
                                throw new IOException("step 40");
                            }
                            return step;
                        },
                        (step, _) -> taken.add(step)));
        assertEquals("step 40", thrown.getMessage());
        assertEquals(40, taken.size());
        assertTrue(taken.contains(39L));
    }
}
