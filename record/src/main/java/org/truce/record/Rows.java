package org.truce.record;

import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * What the record remembers of every entry to answer at once: its id, when it was recorded and stated, what it replaces.
 * Forty bytes an entry in blocks that lie in mapped files once they are many, and seven to thirteen in a flat hash of ids
 * on the heap. Not thread-safe.
 */
final class Rows {
    /** Rows in a block. */
    static final int BLOCK = 4096;
    /** Longs in a row. */
    static final int WIDTH = 5;

    private static final int KNOWN = 1;
    private static final int WITHDRAWS = 2;
    private static final int DESTROYED = 4;
    private static final int LINK_SHIFT = 8;

    private final List<LongBuffer> blocks = new ArrayList<>();
    private final Links replacedBy = new Links();
    private final RowSpill spill;
    private int[] table = new int[1 << 12];
    private int keys;
    private long size;

    /**
     * One row.
     *
     * @param id of the entry; zero where it is withheld
     * @param recorded milliseconds since 1970; that of the entry before it where it is withheld
     * @param stated milliseconds since 1970; {@link Long#MIN_VALUE} where it is not known
     * @param replaces index of the entry that it replaces, or -1
     * @param known whether this copy knows anything but the commitment
     * @param withdraws whether it withdraws what it replaces
     * @param destroyed whether its content was destroyed
     */
    record Row(
            UUID id, long recorded, long stated, long replaces, boolean known, boolean withdraws, boolean destroyed) {
        static Row withheld(long recorded) {
            return new Row(new UUID(0, 0), recorded, Long.MIN_VALUE, -1, false, false, false);
        }
    }

    /** No rows yet; many will lie in files below a directory. */
    Rows(Path directory) {
        this.spill = new RowSpill(directory);
    }

    long size() {
        return size;
    }

    void add(Row row) {
        if (size % BLOCK == 0) {
            blocks.add(spill.block());
        }
        LongBuffer block = blocks.getLast();
        int at = (int) (size % BLOCK) * WIDTH;
        int flags = (row.known() ? KNOWN : 0) | (row.withdraws() ? WITHDRAWS : 0) | (row.destroyed() ? DESTROYED : 0);
        block.put(at, row.id().getMostSignificantBits());
        block.put(at + 1, row.id().getLeastSignificantBits());
        block.put(at + 2, row.recorded());
        block.put(at + 3, row.stated());
        block.put(at + 4, (row.replaces() + 1) << LINK_SHIFT | flags);
        size++;
        index(size - 1);
    }

    /** Adds a whole block from the cache; only after whole blocks. */
    void addBlock(LongBuffer block) {
        blocks.add(block);
        for (int i = 0; i < BLOCK; i++) {
            size++;
            index(size - 1);
        }
    }

    LongBuffer block(int number) {
        return blocks.get(number);
    }

    private void index(long row) {
        long link = get(row, 4);
        if ((link & KNOWN) == 0) {
            return;
        }
        if ((keys + 1L) * 8 > table.length * 5L) {
            grow();
        }
        put(row);
        if (link >>> LINK_SHIFT > 0) {
            replacedBy.put((link >>> LINK_SHIFT) - 1, row);
        }
    }

    private void grow() {
        int[] old = table;
        table = new int[old.length * 2];
        keys = 0;
        Arrays.stream(old).filter(it -> it != 0).forEach(it -> put(it - 1L));
    }

    private void put(long row) {
        int slot = slot(get(row, 0), get(row, 1));
        while (table[slot] != 0) {
            slot = (slot + 1) & (table.length - 1);
        }
        table[slot] = (int) (row + 1);
        keys++;
    }

    private int slot(long high, long low) {
        long mixed = (high ^ Long.rotateLeft(low, 32)) * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 33) & (table.length - 1);
    }

    /** Takes the last rows away again. */
    void truncate(long length) {
        if (length == size) {
            return;
        }
        replacedBy.truncate(length);
        size = length;
        while (blocks.size() > (length + BLOCK - 1) / BLOCK) {
            blocks.removeLast();
        }
        int[] old = table;
        table = new int[old.length];
        keys = 0;
        Arrays.stream(old).filter(it -> it != 0 && it <= length).forEach(it -> put(it - 1L));
    }

    private long get(long row, int column) {
        return blocks.get((int) (row / BLOCK)).get((int) (row % BLOCK) * WIDTH + column);
    }

    /** Index of the entry with an id. */
    OptionalLong find(UUID id) {
        int slot = slot(id.getMostSignificantBits(), id.getLeastSignificantBits());
        for (; table[slot] != 0; slot = (slot + 1) & (table.length - 1)) {
            long row = table[slot] - 1L;
            if (get(row, 0) == id.getMostSignificantBits() && get(row, 1) == id.getLeastSignificantBits()) {
                return OptionalLong.of(row);
            }
        }
        return OptionalLong.empty();
    }

    UUID id(long row) {
        return new UUID(get(row, 0), get(row, 1));
    }

    long recorded(long row) {
        return get(row, 2);
    }

    long stated(long row) {
        return get(row, 3);
    }

    boolean known(long row) {
        return (get(row, 4) & KNOWN) != 0;
    }

    boolean withdraws(long row) {
        return (get(row, 4) & WITHDRAWS) != 0;
    }

    /** The last entry of the chain to which an entry belongs. */
    long head(long row) {
        long head = row;
        for (long next = replacedBy.by(head); next >= 0; next = replacedBy.by(head)) {
            head = next;
        }
        return head;
    }

    /** How many entries were recorded at or before an instant. */
    long recordedUntil(long millis, long below) {
        long low = 0;
        long high = Math.min(size, below);
        while (low < high) {
            long middle = (low + high) >>> 1;
            if (recorded(middle) <= millis) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** How many entries come before the first that was stated after an instant. */
    long statedUntil(long millis, long below) {
        long end = Math.min(size, below);
        long row = 0;
        while (row < end && stated(row) <= millis) {
            row++;
        }
        return row;
    }
}
