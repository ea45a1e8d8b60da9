package org.truce.picture;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;
import org.truce.model.entry.Audience;
import org.truce.model.entry.Entry;
import org.truce.model.kind.Corridor.PassageCounted;
import org.truce.model.kind.Observation.Observed;
import org.truce.model.kind.Return.ReturnCounted;

/**
 * What a picture remembers of every entry, by row, in record order: columns in chunks, 54 bytes a row, and a flat hash of
 * ids, seven to thirteen. Entries of the kinds of which there is much are not kept but read from the record when they are
 * asked for; a few thousand of those that were asked for last stay at hand. A row's successor is the entry that replaces
 * it: chains are linear because a record accepts a replacement of a head only. One writer; readers hold the picture's
 * lock.
 */
final class Rows {
    /** Rows of a chunk. */
    static final int CHUNK = 1 << 12;

    private static final int NONE = -1;
    private static final int SHIFT = Integer.numberOfTrailingZeros(CHUNK);
    private static final int MASK = CHUNK - 1;
    private static final int AT_HAND = 1 << 14;

    /** It withdraws what it replaces. */
    static final int WITHDRAWS = 1;
    /** Its content was destroyed: nobody reads it any more. */
    static final int GONE = 2;
    /** {@code from} is an instant; else a local time, as if it were Universal Time. */
    static final int ZONED = 4;
    /** {@code from} is cut to the millisecond. */
    static final int CUT = 8;
    /** The entry is of a kind of which there is much, and not kept. */
    static final int MANY = 16;

    /** It observed an act of force, and one of explosives. */
    static final int EXPLOSIVE = 32;
    /** It observed something of which it names a weapon or a calibre. */
    static final int WEAPON = 64;

    /** Its basis names a report or entries. */
    static final int BASED = 128;

    /** The kinds of which there is much; the place of one is what a row's {@code kind} says, where it is of one. */
    static final List<Class<? extends org.truce.model.kind.Body>> KINDS =
            List.of(Observed.class, PassageCounted.class, ReturnCounted.class);

    /** Some thousand rows. */
    static final class Chunk {
        final long[] high = new long[CHUNK];
        final long[] low = new long[CHUNK];
        final int[] index = new int[CHUNK];
        final long[] recorded = new long[CHUNK];
        final long[] stated = new long[CHUNK];
        final long[] from = new long[CHUNK];
        final int[] next = new int[CHUNK];
        final int[] first = new int[CHUNK];
        final short[] audience = new short[CHUNK];
        final byte[] flags = new byte[CHUNK];
        final byte[] kind = new byte[CHUNK];
    }

    private record AtHand(int row, Entry entry) {}

    private final @Nullable Contents contents;
    private Chunk[] chunks = new Chunk[4];
    private int[] table = new int[1 << 10];
    private int size;
    private final Codes<Audience> audiences = new Codes<>();
    private final Map<Integer, Entry> kept = new ConcurrentHashMap<>();
    private final AtomicReferenceArray<@Nullable AtHand> atHand;

    /** @param contents where entries of which there is much are read again; null where all are kept */
    Rows(@Nullable Contents contents) {
        this.contents = contents;
        this.atHand = new AtomicReferenceArray<>(contents == null ? 0 : AT_HAND);
    }

    int size() {
        return size;
    }

    /** Appends an entry and returns its row. */
    int add(long index, long recordedMillis, Entry entry, Began began) {
        int row = size;
        Chunk chunk = room(row);
        int at = row & MASK;
        chunk.high[at] = entry.id().getMostSignificantBits();
        chunk.low[at] = entry.id().getLeastSignificantBits();
        chunk.index[at] = Math.toIntExact(index);
        chunk.recorded[at] = recordedMillis;
        chunk.from[at] = began.millis();
        chunk.next[at] = NONE;
        chunk.first[at] = row;
        chunk.audience[at] = (short) audiences.of(entry.audience());
        long stated = entry.stated().toEpochMilli();
        chunk.stated[at] = row == 0 ? stated : Math.max(stated, statedSoFar(row - 1));
        int kind = contents == null ? NONE : KINDS.indexOf(entry.body().getClass());
        boolean withdraws = entry.replaces() != null && entry.replaces().withdraws();
        chunk.flags[at] = (byte) ((withdraws ? WITHDRAWS : 0)
                | (began.zoned() ? ZONED : 0)
                | (began.cut() ? CUT : 0)
                | (kind >= 0 ? MANY : 0)
                | (entry.basis().stream()
                                .anyMatch(one ->
                                        one.report() != null || !one.entries().isEmpty())
                        ? BASED
                        : 0)
                | (entry.body() instanceof Observed observed ? Incidents.marks(observed) : 0));
        chunk.kind[at] = (byte) kind;
        int replaced = entry.replaces() == null ? NONE : find(entry.replaces().entry());
        if (replaced >= 0 && next(replaced) == NONE) {
            chunk(replaced).next[replaced & MASK] = row;
            chunk.first[at] = first(replaced);
        }
        size++;
        if (kind >= 0) {
            atHand.set(row & (AT_HAND - 1), new AtHand(row, entry));
        } else {
            kept.put(row, entry);
        }
        enter(row);
        return row;
    }

    private Chunk room(int row) {
        int number = row >>> SHIFT;
        if (number == chunks.length) {
            chunks = Arrays.copyOf(chunks, number * 2);
        }
        if ((row & MASK) == 0) {
            chunks[number] = new Chunk();
        }
        return chunks[number];
    }

    /** Takes over columns that were stored; entries that are to be kept come later, by {@link #keep}. */
    void restore(Chunk[] stored, int rows, int[] ids, List<Audience> wires) {
        chunks = stored;
        size = rows;
        table = ids;
        wires.forEach(audiences::of);
    }

    /** Gives a restored row its entry; tells whether it is the one that was there. */
    boolean keep(int row, Entry entry) {
        kept.put(row, entry);
        return entry.id().equals(id(row))
                && entry.audience().equals(audience(row))
                && !KINDS.contains(entry.body().getClass());
    }

    private void enter(int row) {
        if (size * 8L > table.length * 5L) {
            table = new int[table.length * 2];
            for (int each = 0; each < row; each++) {
                put(each);
            }
        }
        put(row);
    }

    /** A later row of the same id takes the place of the earlier. */
    private void put(int row) {
        long high = high(row);
        long low = low(row);
        int slot = slot(high, low);
        while (table[slot] != 0 && !(high(table[slot] - 1) == high && low(table[slot] - 1) == low)) {
            slot = (slot + 1) & (table.length - 1);
        }
        table[slot] = row + 1;
    }

    private int slot(long high, long low) {
        long mixed = (high ^ Long.rotateLeft(low, 32)) * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 33) & (table.length - 1);
    }

    /** The row of an id, or -1. */
    int find(UUID id) {
        long high = id.getMostSignificantBits();
        long low = id.getLeastSignificantBits();
        for (int slot = slot(high, low); table[slot] != 0; slot = (slot + 1) & (table.length - 1)) {
            int row = table[slot] - 1;
            if (high(row) == high && low(row) == low) {
                return row;
            }
        }
        return NONE;
    }

    /** The entry of a row; costs a read of the record where it is neither kept nor at hand. */
    Entry entry(int row) {
        if (!has(row, MANY)) {
            return java.util.Objects.requireNonNull(kept.get(row));
        }
        AtHand last = atHand.get(row & (AT_HAND - 1));
        if (last != null && last.row() == row) {
            return last.entry();
        }
        Entry entry = java.util.Objects.requireNonNull(contents).entry(index(row));
        if (!entry.id().equals(id(row)) || !entry.audience().equals(audience(row))) {
            throw new IllegalStateException(
                    "entry " + index(row) + " is another than the one in the cache; delete cache/");
        }
        atHand.set(row & (AT_HAND - 1), new AtHand(row, entry));
        return entry;
    }

    /** Lets go of the entries that are at hand. */
    void letGo() {
        for (int i = 0; i < atHand.length(); i++) {
            atHand.set(i, null);
        }
    }

    /** Hides a row whose content was destroyed. */
    void forget(int row) {
        chunk(row).flags[row & MASK] = (byte) (chunk(row).flags[row & MASK] | GONE);
        if (has(row, MANY)) {
            atHand.set(row & (AT_HAND - 1), null);
        }
    }

    Chunk chunk(int row) {
        return chunks[row >>> SHIFT];
    }

    Chunk[] chunks() {
        return Arrays.copyOf(chunks, (size + MASK) >>> SHIFT);
    }

    int[] table() {
        return table;
    }

    Codes<Audience> audiences() {
        return audiences;
    }

    private long high(int row) {
        return chunk(row).high[row & MASK];
    }

    private long low(int row) {
        return chunk(row).low[row & MASK];
    }

    UUID id(int row) {
        return new UUID(high(row), low(row));
    }

    long index(int row) {
        return chunk(row).index[row & MASK];
    }

    long recorded(int row) {
        return chunk(row).recorded[row & MASK];
    }

    /** Since when what it states may have been so: an instant where it is {@link #ZONED}, else a local time. */
    long from(int row) {
        return chunk(row).from[row & MASK];
    }

    boolean has(int row, int flag) {
        return (chunk(row).flags[row & MASK] & flag) != 0;
    }

    /** Which of {@link #KINDS} a row is of, that is not kept; else -1. */
    int kind(int row) {
        return chunk(row).kind[row & MASK];
    }

    /** The code of a row's audience. */
    int audienceCode(int row) {
        return chunk(row).audience[row & MASK];
    }

    Audience audience(int row) {
        return audiences.get(audienceCode(row));
    }

    /** The row that replaces this one, or -1. */
    int next(int row) {
        return chunk(row).next[row & MASK];
    }

    /** The row with which this one's chain begins. */
    int first(int row) {
        return chunk(row).first[row & MASK];
    }

    /** Running maximum of {@code stated} up to this row, in epoch milliseconds. */
    long statedSoFar(int row) {
        return chunk(row).stated[row & MASK];
    }
}
