package org.truce.assessment.claims;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.truce.assessment.Assessment;
import org.truce.assessment.Assessor;
import org.truce.assessment.Parameters;
import org.truce.assessment.claims.Confronted.Query;
import org.truce.model.Coded;
import org.truce.model.id.BoundaryId;
import org.truce.model.kind.Judgement.Level;
import org.truce.model.kind.Statement.ClaimMade;
import org.truce.model.kind.Statement.Template;
import org.truce.picture.Boundaries;
import org.truce.picture.Held;
import org.truce.picture.View;

/** Holds one claim against the record: its scope first, then the rule of its template. */
final class Confronting {
    private final View view;
    private final Held<ClaimMade> claim;

    private Confronting(View view, Held<ClaimMade> claim) {
        this.view = view;
        this.claim = claim;
    }

    static Confronted of(View view, Held<ClaimMade> claim) {
        return new Confronting(view, claim).confront();
    }

    private Confronted confront() {
        LocalDate made = view.began(claim).atZone(view.zone()).toLocalDate();
        ClaimMade body = claim.body();
        // What is promised for later days is no claim about the record of this one.
        LocalDate to = body.until() == null || body.until().isAfter(made) ? made : body.until();
        boolean agreed = body.from() == null && window(body.template());
        LocalDate from = agreed ? to.minusDays(Parameters.of(view).agreed().windowDays() - 1L) : body.from();
        BoundaryId zone = Confronted.zone(claim);
        Query query = new Query(body, from, to, zone, view.known());
        View then = view.on(end(to));
        Finding finding;
        Level level = null;
        if (from != null && from.isAfter(to)) {
            finding = Finding.of(Verdict.NOT_CHECKABLE, "claim-about-later");
        } else if (body.template() == Template.CALM) {
            Assessment own = Assessor.assess(then);
            level = own.level();
            finding = Finding.of(Verdict.NOT_CHECKABLE, "claim-vague");
        } else if (zone != null && Boundaries.of(then).find(zone) == null) {
            finding = Finding.of(Verdict.SCOPE_NOT_COMPARABLE, "claim-no-zone", Map.of("zone", zone.value()));
        } else {
            finding = rule(then, query);
            finding = agreed ? finding.because(window(from, to)) : finding;
        }
        List<UUID> entries = new ArrayList<>(List.of(claim.id()));
        finding.entries().stream().filter(id -> !entries.contains(id)).forEach(entries::add);
        return new Confronted(
                claim,
                query,
                finding.verdict(),
                finding.reasons(),
                finding.otherwise(),
                finding.coverage(),
                level,
                List.copyOf(entries));
    }

    /** Claims about "now" are read over the window that the parties agreed on, and the verdict says so. */
    private static boolean window(Template template) {
        return switch (template) {
            case NONE_SINCE, ACCESS_GRANTED, WITHDRAWN_BEYOND -> true;
            case COUNT, CHANGED_BY, RESOLVED_WITHIN, OBLIGATION_DONE, OBLIGATION_BREACHED, PERSONS_MOVED, CALM -> false;
        };
    }

    private static Coded window(@Nullable LocalDate from, LocalDate to) {
        return Coded.of("claim-window", Map.of("from", String.valueOf(from), "to", to.toString()));
    }

    private Instant end(LocalDate day) {
        Instant end = day.plusDays(1).atStartOfDay(view.zone()).toInstant();
        return end.isBefore(view.valid()) ? end : view.valid();
    }

    private static Finding rule(View then, Query query) {
        return switch (query.claim().template()) {
            case NONE_SINCE -> Harm.speaks(query) ? Harm.of(then, query, true) : Violence.noneSince(then, query);
            case COUNT -> Harm.speaks(query) ? Harm.of(then, query, false) : Violence.count(then, query);
            case CHANGED_BY -> Violence.changedBy(then, query);
            case RESOLVED_WITHIN -> Violence.resolvedWithin(then, query);
            case OBLIGATION_DONE -> Conduct.done(then, query);
            case OBLIGATION_BREACHED -> Conduct.breached(then, query);
            case WITHDRAWN_BEYOND -> Conduct.withdrawn(then, query);
            case ACCESS_GRANTED -> Conduct.access(then, query);
            case PERSONS_MOVED -> Moved.persons(then, query);
            case CALM -> throw new IllegalArgumentException("a vague word has no rule");
        };
    }
}
