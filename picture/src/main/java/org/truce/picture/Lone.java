package org.truce.picture;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.truce.model.kind.Incident.Act;
import org.truce.model.kind.Observation.Observed;

/**
 * The observed acts of force of a view of which nobody said anything more: each is an incident of its own, and confirmed,
 * because it was observed. In order of taking place and then of id; only rows are held, and no question but {@link #get}
 * reads an entry. Thread-safe.
 */
public final class Lone {
    private final View view;
    private final TimeOrder order;
    /** How many of the order come before the first. */
    private final int start;
    /** How many of the order took place before the view's instant, or the end of the time that is looked at. */
    private final int happened;
    /** Positions in the order of those that are no lone ones, ascending. */
    private final int[] left;

    private Lone(View view, TimeOrder order, int start, int happened, int[] left) {
        this.view = view;
        this.order = order;
        this.start = start;
        this.happened = happened;
        this.left = left;
    }

    /** All of a view but those at some positions of the order. */
    static Lone of(View view, int[] left) {
        TimeOrder order = view.force();
        return new Lone(view, order, 0, order.before(view.valid()), left);
    }

    /** Those of them that began in [from, to). */
    public Lone between(Instant from, Instant to) {
        int end = Math.min(happened, order.before(to));
        return new Lone(view, order, Math.min(end, Math.max(start, order.before(from))), end, left);
    }

    /** The id of one of them. */
    public UUID id(int number) {
        return view.locked(() -> view.picture().rows().id(row(number)));
    }

    /** When one of them began. */
    public Instant began(int number) {
        return view.locked(() -> view.beganOf(row(number)));
    }

    /** What kind of act one of them was. */
    public Act act(int number) {
        return view.locked(() ->
                view.picture().rows().has(row(number), Rows.EXPLOSIVE) ? Act.HEAVY_WEAPONS_FIRE : Act.SMALL_ARMS_FIRE);
    }

    /** Where those that are named stand in the order, ascending. */
    static int[] left(View view, Set<UUID> named) {
        Lone whole = of(view, new int[0]);
        return named.stream()
                .map(view::head)
                .filter(head -> head != null && head.body() instanceof Observed)
                .mapToInt(head -> whole.position(java.util.Objects.requireNonNull(head)))
                .filter(position -> position >= 0)
                .distinct()
                .sorted()
                .toArray();
    }

    /** Those that were named, and so are no lone ones. */
    List<Held<Observed>> left() {
        List<Held<Observed>> held = new ArrayList<>();
        for (int position : left) {
            held.add(view.held(order.row(position), Observed.class));
        }
        return held;
    }

    /** How many there are. */
    public int size() {
        return lone(happened) - lone(start);
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
        return after(search(from, id));
    }

    /** How many began before an instant. */
    public int before(Instant instant) {
        return after(Math.min(happened, order.before(instant)));
    }

    private int after(int position) {
        return Math.max(0, lone(position) - lone(start));
    }

    /** How many lone ones stand before a position of the order. */
    private int lone(int position) {
        int found = Arrays.binarySearch(left, position);
        return position - (found < 0 ? -found - 1 : found);
    }

    /** One of them; costs a reading of its entry. */
    public IncidentFile get(int number) {
        return file(view.held(row(number), Observed.class));
    }

    /** Those whose observation names a report or entries as its basis. Costs a look at each row. */
    public List<IncidentFile> based() {
        return view.locked(() -> {
            List<IncidentFile> based = new ArrayList<>();
            for (int position = start; position < happened; position++) {
                if (view.picture().rows().has(order.row(position), Rows.BASED)
                        && Arrays.binarySearch(left, position) < 0) {
                    based.add(file(view.held(order.row(position), Observed.class)));
                }
            }
            return based;
        });
    }

    private int row(int place) {
        int number = place + lone(start);
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
        return order.row(number + low);
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
