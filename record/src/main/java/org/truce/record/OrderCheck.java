package org.truce.record;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.truce.record.store.Bundle;
import org.truce.record.store.Item;
import org.truce.record.store.Layout;
import org.truce.record.store.StoreName;

/** Checks that each destroyed content has its order, and that no order stands for two of them. */
final class OrderCheck {
    private final Layout layout;
    private final Evidence evidence;
    private final Findings findings;
    private final Set<UUID> destroyed = new HashSet<>();
    private final List<Claim> claims = new ArrayList<>();

    private record Claim(long index, UUID id, long order) {}

    OrderCheck(Layout layout, Evidence evidence, Findings findings) {
        this.layout = layout;
        this.evidence = evidence;
        this.findings = findings;
    }

    void add(long index, Item.Destroyed item) {
        if (!destroyed.add(item.id())) {
            findings.add("destroyed-twice", "entry " + index, "Another entry claims the same order of destruction.");
        }
        claims.add(new Claim(index, item.id(), item.order()));
    }

    void finish() throws IOException {
        for (Claim claim : claims) {
            // While a publication is under way, the order may still be in the journal alone.
            if (claim.order() >= evidence.size() ? !evidence.live() : !ordered(claim)) {
                findings.add(
                        "destroyed-without-order",
                        "entry " + claim.index(),
                        "Its content is gone, and entry " + claim.order() + " does not order that.");
            }
        }
    }

    /** Whether the order says so; an order that this copy does not hold cannot be asked. */
    private boolean ordered(Claim claim) throws IOException {
        for (StoreName store : evidence.stores()) {
            Optional<Item> order = evidence.bytes(layout.bundle(store, claim.order() >>> 8, evidence.size()))
                    .flatMap(Bundle::parse)
                    .map(it -> it.get((int) (claim.order() & 0xff)));
            if (order.isPresent()) {
                return order.get() instanceof Item.Present it
                        && Envelope.destroyedBy(it.content()).equals(Optional.of(claim.id()));
            }
        }
        return claim.order() > claim.index();
    }
}
