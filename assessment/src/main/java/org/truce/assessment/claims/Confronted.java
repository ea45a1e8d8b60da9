package org.truce.assessment.claims;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.truce.model.Coded;
import org.truce.model.id.BoundaryId;
import org.truce.model.kind.Judgement.Level;
import org.truce.model.kind.Statement.ClaimMade;
import org.truce.model.place.Where;
import org.truce.picture.Held;
import org.truce.picture.View;

/**
 * A claim held against the record, as known with a view.
 *
 * @param claim the entry
 * @param query what was asked of the record
 * @param verdict what it says
 * @param reasons why, in order of weight
 * @param otherwise what would change the verdict; empty where no observation would
 * @param coverage share of the period that was watched or counted, 0 to 1; absent where that is not asked
 * @param level of words such as "calm": the record's own level for that day; absent of other claims
 * @param entries on which it rests: the claim, then what answers it
 */
public record Confronted(
        Held<ClaimMade> claim,
        Query query,
        Verdict verdict,
        List<Coded> reasons,
        List<Coded> otherwise,
        @Nullable Double coverage,
        @Nullable Level level,
        List<UUID> entries) {

    /**
     * The question as it can be asked again.
     *
     * @param claim the claim
     * @param from first day; absent where the claim names none and none was agreed
     * @param to last day
     * @param zone within which boundary; everywhere where absent
     * @param known as known with so many entries
     */
    public record Query(
            ClaimMade claim,
            @Nullable LocalDate from,
            LocalDate to,
            @Nullable BoundaryId zone,
            long known) {}

    /** Every claim of a view, in order of being made. Each looks at every day of its own period. */
    public static List<Confronted> of(View view) {
        List<Confronted> all = new ArrayList<>();
        view.happened(ClaimMade.class).forEach(claim -> all.add(Confronting.of(view, claim)));
        return List.copyOf(all);
    }

    /** The zone that a claim names, by its own field or by a place of the same name; null where it names none. */
    static @Nullable BoundaryId zone(Held<ClaimMade> claim) {
        Where where = claim.entry().where();
        return claim.body().zone() != null
                ? claim.body().zone()
                : where == null || where.place() == null
                        ? null
                        : new BoundaryId(where.place().value());
    }
}
