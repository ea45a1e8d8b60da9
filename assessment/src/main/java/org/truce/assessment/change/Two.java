package org.truce.assessment.change;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.truce.model.kind.Body;
import org.truce.picture.Held;
import org.truce.picture.View;

/**
 * The same instant as it was known and as it is known.
 *
 * @param before with fewer entries
 * @param after with more
 */
record Two(View before, View after) {

    /** The entry that began the chain of an entry: it stays the same however often it is corrected. */
    UUID root(UUID id) {
        List<UUID> chain = after.chain(id);
        return chain.isEmpty() ? id : chain.getFirst();
    }

    /** The beginnings of the chains of entries. */
    Set<UUID> roots(Collection<UUID> ids) {
        Set<UUID> roots = new LinkedHashSet<>();
        ids.forEach(id -> roots.add(root(id)));
        return roots;
    }

    /** Whether an entry became known in between. */
    boolean fresh(UUID id) {
        Held<?> held = after.find(id);
        return held != null && held.index() >= before.known();
    }

    /** All entries that became known in between, in record order. */
    List<Held<Body>> fresh() {
        return after.all(before.known(), null);
    }

    /** Of all entries of the chains of some: those that became known in between, in record order. */
    List<UUID> fresh(Collection<UUID> roots) {
        List<UUID> fresh = new ArrayList<>();
        roots.forEach(root -> after.chain(root).stream().filter(this::fresh).forEach(fresh::add));
        fresh.sort(java.util.Comparator.comparingLong(this::index));
        return fresh;
    }

    private long index(UUID id) {
        Held<?> held = after.find(id);
        return held == null ? Long.MAX_VALUE : held.index();
    }
}
