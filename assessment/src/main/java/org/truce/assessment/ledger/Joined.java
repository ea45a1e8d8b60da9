package org.truce.assessment.ledger;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/** Lists one behind the other, as one that holds nothing itself. As thread-safe as they are. */
final class Joined<T> extends AbstractList<T> implements RandomAccess {
    private final List<List<T>> lists;
    private final int size;

    private Joined(List<List<T>> lists) {
        this.lists = lists;
        this.size = lists.stream().mapToInt(List::size).sum();
    }

    static <T> List<T> of(List<List<T>> lists) {
        return new Joined<>(lists);
    }

    @Override
    public T get(int index) {
        int left = java.util.Objects.checkIndex(index, size);
        for (List<T> list : lists) {
            if (left < list.size()) {
                return list.get(left);
            }
            left -= list.size();
        }
        throw new IndexOutOfBoundsException(index);
    }

    @Override
    public int size() {
        return size;
    }
}
