package org.truce.assessment.claims;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.truce.assessment.claims.Confronted.Query;
import org.truce.model.Coded;
import org.truce.model.kind.Persons.Load;
import org.truce.model.kind.Persons.TransferMade;
import org.truce.model.kind.Return.ReturnCounted;
import org.truce.model.kind.Statement.ClaimMade;
import org.truce.model.kind.Statement.Event;
import org.truce.model.quantity.Amount;
import org.truce.model.quantity.Qualifier;
import org.truce.picture.Held;
import org.truce.picture.View;

/** Claims that so many persons returned, or were released. */
final class Moved {
    private static final double ABOUT = 0.1;

    private double low;
    private double high;
    private final List<UUID> entries = new ArrayList<>();

    private Moved() {}

    static Finding persons(View view, Query query) {
        ClaimMade claim = query.claim();
        if (claim.value() == null || claim.comparator() == null) {
            return Finding.of(Verdict.NOT_CHECKABLE, "claim-no-number");
        }
        if (query.zone() != null
                || !(claim.event() == Event.DETAINEE_RELEASE || claim.event() == Event.REFUGEE_RETURN)) {
            return Finding.of(Verdict.SCOPE_NOT_COMPARABLE, "claim-which-persons");
        }
        Moved moved = new Moved();
        double coverage =
                claim.event() == Event.DETAINEE_RELEASE ? moved.released(view, query) : moved.returned(view, query);
        Bounds bounds = new Bounds(moved.low, moved.high, coverage >= Bounds.COMPLETE);
        return new Finding(
                bounds.against(claim.comparator(), claim.value()),
                List.of(Coded.of("claim-persons", Map.of("low", moved.low, "high", moved.high, "coverage", coverage))),
                List.of(Coded.of("claim-if-count")),
                coverage,
                moved.entries);
    }

    private static Instant start(View view, Query query) {
        return query.from() == null
                ? Instant.MIN
                : query.from().atStartOfDay(view.zone()).toInstant();
    }

    /** Every transfer is an act that both sides and the mediators see: the record has all that were entered. */
    private double released(View view, Query query) {
        Instant start = start(view, query);
        for (Held<TransferMade> held : view.happened(TransferMade.class)) {
            if (!view.began(held).isBefore(start)) {
                held.body().batches().stream()
                        .filter(batch -> batch.what() == Load.DETAINEES)
                        .filter(batch -> query.claim().of() == null
                                || batch.from().equals(query.claim().of()))
                        .forEach(batch -> add(batch.number()));
                entries.add(held.id());
            }
        }
        return entries.isEmpty() ? 0 : 1;
    }

    /** The newest total that counts from the claim's first day on, else the counts of single days. */
    private double returned(View view, Query query) {
        Held<ReturnCounted> total = null;
        Set<LocalDate> days = new HashSet<>();
        Instant start = start(view, query);
        for (Held<ReturnCounted> held : view.happened(ReturnCounted.class)) {
            LocalDate since = held.body().persons().since();
            boolean whole = query.from() == null || (since != null && since.equals(query.from()));
            if (held.body().persons().total() != null && whole) {
                total = held;
            }
            Amount day = held.body().persons().day();
            if (total == null && day != null && !view.began(held).isBefore(start)) {
                add(day);
                entries.add(held.id());
                days.add(view.began(held).atZone(view.zone()).toLocalDate());
            }
        }
        if (total != null) {
            low = 0;
            high = 0;
            entries.clear();
            add(java.util.Objects.requireNonNull(total.body().persons().total()));
            entries.add(total.id());
            return 1;
        }
        return query.from() == null
                ? 0
                : (double) days.size() / (ChronoUnit.DAYS.between(query.from(), query.to()) + 1);
    }

    private void add(Amount amount) {
        boolean about = amount.qualifier() == Qualifier.ABOUT;
        low += amount.low() != null ? amount.low() : about ? amount.value() * (1 - ABOUT) : amount.value();
        high += amount.high() != null
                ? amount.high()
                : amount.qualifier() == Qualifier.AT_LEAST
                        ? Double.POSITIVE_INFINITY
                        : about ? amount.value() * (1 + ABOUT) : amount.value();
    }
}
