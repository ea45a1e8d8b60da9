package org.truce.picture;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The moments between which nothing begins or ends that few entries state. */
final class Moments {
    private Moments() {}

    /**
     * When each entry of a kind of which there are few began, each boundary began and ended, and what incidents are made
     * of. Costs one look at each of them.
     */
    static Instant[] of(View view) {
        List<Instant> all = new ArrayList<>();
        for (int row : view.picture().rare(view.limit())) {
            all.add(view.beganOf(row));
        }
        all.addAll(List.of(Boundaries.changes(view)));
        Set<UUID> touched = Incidents.touched(view);
        touched.stream().map(view::head).forEach(head -> {
            if (head != null) {
                all.add(view.began(head));
            }
        });
        return Knowledge.ascending(all);
    }
}
