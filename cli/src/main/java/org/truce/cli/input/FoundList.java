package org.truce.cli.input;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Good entries in files of entries, to be read again when their turn comes: 28 bytes each, so that ten million fit
 * in memory beside everything else. Not thread-safe.
 */
public final class FoundList {
    private static final int BITS = 16;
    private static final int BLOCK = 1 << BITS;

    private final List<Path> files = new ArrayList<>();
    private final List<Block> blocks = new ArrayList<>();
    private int size;
    private boolean inOrder = true;
    private long newest = Long.MIN_VALUE;
    /** Numbers in the order of their turns; empty where that is the order in which they were added. */
    private int[] turns = new int[0];

    private static final class Block {
        final int[] file = new int[BLOCK];
        final int[] line = new int[BLOCK];
        final int[] length = new int[BLOCK];
        final long[] offset = new long[BLOCK];
        final long[] stated = new long[BLOCK];
    }

    /** Adds one at the end; of the instant milliseconds are kept. */
    public void add(Found found) {
        if (files.isEmpty() || !files.getLast().equals(found.file())) {
            files.add(found.file());
        }
        int at = size & (BLOCK - 1);
        if (at == 0) {
            blocks.add(new Block());
        }
        Block block = blocks.getLast();
        long stated = found.stated().toEpochMilli();
        block.file[at] = files.size() - 1;
        block.line[at] = Math.toIntExact(found.line());
        block.length[at] = found.length();
        block.offset[at] = found.offset();
        block.stated[at] = stated;
        inOrder &= stated >= newest;
        newest = Math.max(newest, stated);
        size++;
    }

    /** How many there are. */
    public int size() {
        return size;
    }

    /** The one whose turn comes after so many others. */
    public Found get(int turn) {
        int number = turns.length == 0 ? turn : turns[turn];
        Block block = blocks.get(number >>> BITS);
        int at = number & (BLOCK - 1);
        return new Found(
                files.get(block.file[at]),
                block.line[at],
                block.offset[at],
                block.length[at],
                Instant.ofEpochMilli(block.stated[at]));
    }

    private long stated(int number) {
        return blocks.get(number >>> BITS).stated[number & (BLOCK - 1)];
    }

    /** Puts them in order of {@code stated}; those of one millisecond stay as they were added. */
    public void sortByStated() {
        if (inOrder) {
            return;
        }
        int[] from = new int[size];
        for (int i = 0; i < size; i++) {
            from[i] = i;
        }
        int[] to = new int[size];
        for (long width = 1; width < size; width *= 2) {
            for (long start = 0; start < size; start += 2 * width) {
                merge(from, to, (int) start, (int) Math.min(start + width, size), (int)
                        Math.min(start + 2 * width, size));
            }
            int[] swapped = from;
            from = to;
            to = swapped;
        }
        turns = from;
    }

    private void merge(int[] from, int[] to, int start, int middle, int end) {
        int left = start;
        int right = middle;
        for (int i = start; i < end; i++) {
            boolean takeLeft = left < middle && (right >= end || stated(from[left]) <= stated(from[right]));
            to[i] = takeLeft ? from[left++] : from[right++];
        }
    }
}
