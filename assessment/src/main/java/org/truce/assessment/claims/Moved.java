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
import org.jspecify.annotations.Nullable;
import org.truce.assessment.ObligationFile;
import org.truce.assessment.Obligations;
import org.truce.assessment.claims.Confronted.Query;
import org.truce.model.Coded;
import org.truce.model.kind.Agreement.ObligationSet;
import org.truce.model.kind.Persons.Batch;
import org.truce.model.kind.Persons.Load;
import org.truce.model.kind.Persons.TransferMade;
import org.truce.model.kind.Return.ReturnCounted;
import org.truce.model.kind.Statement.ClaimMade;
import org.truce.model.kind.Statement.Event;
import org.truce.model.quantity.Amount;
import org.truce.model.quantity.Qualifier;
import org.truce.model.quantity.Unit;
import org.truce.picture.Held;
import org.truce.picture.View;

/** Claims that so many persons returned, or were released. */
final class Moved {
    private static final double ABOUT = 0.1;

    /** PA-X: release of prisoners. */
    private static final String RELEASE = "TjPrire";

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
        return claim.event() == Event.DETAINEE_RELEASE ? moved.released(view, query) : moved.counted(view, query);
    }

    private Finding counted(View view, Query query) {
        double coverage = returned(view, query);
        return finding(
                query,
                coverage,
                coverage >= Bounds.COMPLETE,
                Coded.of("claim-persons", Map.of("low", low, "high", high, "coverage", coverage)));
    }

    private Finding finding(Query query, @Nullable Double coverage, boolean complete, Coded reason) {
        ClaimMade claim = query.claim();
        return new Finding(
                new Bounds(low, high, complete)
                        .against(
                                java.util.Objects.requireNonNull(claim.comparator()),
                                java.util.Objects.requireNonNull(claim.value())),
                List.of(reason),
                List.of(Coded.of("claim-if-count")),
                coverage,
                entries);
    }

    private static Instant start(View view, Query query) {
        return query.from() == null
                ? Instant.MIN
                : query.from().atStartOfDay(view.zone()).toInstant();
    }

    /**
     * That one transfer was entered does not say that there was no other. How much the count covers is told by how many were
     * owed: the quantity of the obligation, or what was performed of it where that is more. Where nobody says how many there
     * are, it covers nothing for certain.
     */
    private Finding released(View view, Query query) {
        Instant start = start(view, query);
        Moved ever = new Moved();
        for (Held<TransferMade> held : view.happened(TransferMade.class)) {
            List<Batch> batches = held.body().batches().stream()
                    .filter(batch -> batch.what() == Load.DETAINEES)
                    .filter(batch -> query.claim().of() == null
                            || batch.from().equals(query.claim().of()))
                    .toList();
            batches.forEach(batch -> ever.add(batch.number()));
            if (!view.began(held).isBefore(start)) {
                batches.forEach(batch -> add(batch.number()));
                entries.add(held.id());
            }
        }
        double owed = owed(view, query);
        if (!(owed > 0)) {
            return finding(query, null, false, Coded.of("claim-released-open", Map.of("low", low, "high", high)));
        }
        double coverage = StrictMath.min(1, ever.low / owed);
        return finding(
                query,
                coverage,
                coverage >= 1,
                Coded.of("claim-released", Map.of("low", low, "high", high, "total", owed, "count", ever.low)));
    }

    /** How many persons the obligations to release owe; 0 where none says, or one is of more sides than the claim. */
    private double owed(View view, Query query) {
        double owed = 0;
        for (ObligationFile file : Obligations.of(view).all()) {
            ObligationSet set = file.set().body();
            boolean whole = query.claim().of() == null
                    || set.bearers().equals(List.of(query.claim().of()));
            boolean release = set.pax().contains(RELEASE)
                    || set.obligation().equals(query.claim().obligation());
            if (whole && release && file.quantity() != null && file.quantity().unit() == Unit.PERSONS) {
                owed += StrictMath.max(file.quantity().value(), file.done());
                entries.add(file.set().id());
            }
        }
        return owed;
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
