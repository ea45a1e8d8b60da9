package org.truce.picture;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.truce.model.kind.Observation.Observed;

/**
 * The observed acts of force of a view of which nobody said anything more: each is an incident of its own. In order of
 * taking place and then of id; only rows are held. Thread-safe.
 */
final class Lone {
    private final View view;
    private final TimeOrder order;
    /** How many of the order took place before the view's instant. */
    private final int happened;
    /** Positions in the order of those that are no lone ones, ascending. */
    private final int[] left;

    private Lone(View view, TimeOrder order, int[] left) {
        this.view = view;
        this.order = order;
        this.happened = order.before(view.valid());
        this.left = left;
    }

    /** All of a view but those that are named. */
    static Lone of(View view, Set<UUID> named) {
        TimeOrder order = view.picture().force(view);
        Lone whole = new Lone(view, order, new int[0]);
        int[] left = named.stream()
                .map(view::head)
                .filter(head -> head != null && head.body() instanceof Observed)
                .mapToInt(head -> whole.position(java.util.Objects.requireNonNull(head)))
                .filter(position -> position >= 0)
                .distinct()
                .sorted()
                .toArray();
        return new Lone(view, order, left);
    }

    /** Those that were named, and so are no lone ones. */
    List<Held<Observed>> left() {
        List<Held<Observed>> held = new ArrayList<>();
        for (int position : left) {
            held.add(view.held(order.row(position), Observed.class));
        }
        return held;
    }

    int size() {
        return happened - left.length;
    }

    /** Where an entry stands in the order; -1 where it is not in it. */
    private int position(Held<?> held) {
        int at = search(view.began(held), held.id());
        return at < happened && view.picture().rows().id(order.row(at)).equals(held.id()) ? at : -1;
    }

    /** How many of the order come before an instant and an id. */
    private int search(Instant from, UUID id) {
        int low = 0;
        int high = happened;
        while (low < high) {
            int middle = (low + high) >>> 1;
            int row = order.row(middle);
            int compared = view.beganOf(row).compareTo(from);
            compared = compared != 0 ? compared : view.picture().rows().id(row).compareTo(id);
            if (compared < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** How many come before an instant and an id. */
    int before(Instant from, UUID id) {
        return lone(search(from, id));
    }

    /** How many began before an instant. */
    int before(Instant instant) {
        return lone(Math.min(happened, order.before(instant)));
    }

    /** How many lone ones stand before a position of the order. */
    private int lone(int position) {
        int found = Arrays.binarySearch(left, position);
        return position - (found < 0 ? -found - 1 : found);
    }

    /** One of them. */
    IncidentFile get(int number) {
        int low = 0;
        int high = left.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (left[middle] - middle <= number) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return file(view.held(order.row(number + low), Observed.class));
    }

    /** The one of an entry; null where it is none. */
    @Nullable
    IncidentFile find(UUID id) {
        return view.locked(() -> {
            Held<?> held = view.head(id);
            int position =
                    held == null || !held.id().equals(id) || !(held.body() instanceof Observed) ? -1 : position(held);
            return position < 0 || Arrays.binarySearch(left, position) >= 0
                    ? null
                    : file(view.held(order.row(position), Observed.class));
        });
    }

    private IncidentFile file(Held<Observed> observed) {
        return IncidentFile.of(view, List.of(observed), List.of());
    }
}
