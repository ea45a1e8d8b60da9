package org.truce.picture;

import java.util.AbstractList;
import java.util.RandomAccess;
import org.truce.model.kind.Body;

/** Entries of which only the rows are in memory: each is made, and read where it must be, when it is asked for. */
final class HeldRows<B extends Body> extends AbstractList<Held<B>> implements RandomAccess {
    private final View view;
    private final int[] rows;
    private final int size;
    private final Class<B> kind;

    /** The first rows of an array, which is not changed any more. */
    HeldRows(View view, int[] rows, int size, Class<B> kind) {
        this.view = view;
        this.rows = rows;
        this.size = size;
        this.kind = kind;
    }

    @Override
    public Held<B> get(int index) {
        return view.held(rows[java.util.Objects.checkIndex(index, size)], kind);
    }

    @Override
    public int size() {
        return size;
    }
}
