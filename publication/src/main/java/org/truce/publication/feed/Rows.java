package org.truce.publication.feed;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;

/**
 * Rows that are made when they are asked for and not kept: a register of a hundred thousand things is listed without ever
 * being in memory. Asking for a row twice makes it twice, alike. As thread-safe as what makes the rows.
 */
public final class Rows extends AbstractList<ObjectNode> implements RandomAccess {
    private final int size;
    private final java.util.function.IntFunction<ObjectNode> row;

    private Rows(int size, java.util.function.IntFunction<ObjectNode> row) {
        this.size = size;
        this.row = row;
    }

    /** A row of each thing of a list that answers {@code get} at once and does not change. */
    public static <T> List<ObjectNode> of(List<T> things, Function<? super T, ObjectNode> row) {
        return new Rows(things.size(), i -> row.apply(things.get(i)));
    }

    @Override
    public ObjectNode get(int index) {
        return row.apply(java.util.Objects.checkIndex(index, size));
    }

    @Override
    public int size() {
        return size;
    }
}
