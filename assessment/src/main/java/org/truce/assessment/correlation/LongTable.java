package org.truce.assessment.correlation;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Values by a number, without an object for each number: open addressing, linear probing. Not thread-safe. */
final class LongTable<V> {
    private long[] keys = new long[64];
    private @Nullable Object[] values = new Object[64];
    private int size;

    @Nullable
    V get(long key) {
        @SuppressWarnings("unchecked") // only put writes there
        V value = (V) values[slot(keys, values, key)];
        return value;
    }

    void put(long key, V value) {
        int slot = slot(keys, values, key);
        if (values[slot] == null) {
            size++;
        }
        keys[slot] = key;
        values[slot] = value;
        if (size * 2 > keys.length) {
            grow();
        }
    }

    private void grow() {
        long[] more = new long[keys.length * 2];
        @Nullable Object[] held = new Object[values.length * 2];
        for (int i = 0; i < keys.length; i++) {
            if (values[i] != null) {
                int slot = slot(more, held, keys[i]);
                more[slot] = keys[i];
                held[slot] = values[i];
            }
        }
        keys = more;
        values = held;
    }

    private static int slot(long[] keys, @Nullable Object[] values, long key) {
        long mixed = key * 0x9e3779b97f4a7c15L;
        int slot = (int) (mixed >>> 32) & (keys.length - 1);
        while (values[slot] != null && keys[slot] != key) {
            slot = (slot + 1) & (keys.length - 1);
        }
        return slot;
    }

    void clear() {
        Arrays.fill(values, null);
        size = 0;
    }
}
