package org.truce.model.kind;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.truce.model.Text;
import org.truce.model.id.ObligationId;

/** The diary of mediation: visits planned and agreed, meetings held, closings of formats. */
public sealed interface Mediation extends Body {

    /**
     * A visit is planned for the entry's {@code occurred}.
     *
     * @param visitors who is to visit
     * @param purpose in words, per language
     */
    record VisitPlanned(List<Named> visitors, Text purpose) implements Mediation {}

    /**
     * A visit was agreed to.
     *
     * @param visit the entry that planned it, where there is one
     * @param visitors who is to visit
     * @param agreedBy who agreed
     * @param purpose in words, per language
     */
    record VisitAgreed(
            @Nullable UUID visit,
            List<Named> visitors,
            List<Named> agreedBy,
            @Nullable Text purpose) implements Mediation {}

    /**
     * A meeting was held, a visit made or a joint statement given, at the entry's {@code occurred} and {@code where}.
     *
     * @param format in which form
     * @param level at which level
     * @param participants who took part, in which role at the time
     * @param host who hosted it
     * @param outcome in words, per language
     * @param obligations the obligations on which it bears
     */
    record MeetingHeld(
            Format format,
            Level level,
            List<Named> participants,
            @Nullable Named host,
            Text outcome,
            List<ObligationId> obligations)
            implements Mediation {}

    /** In which form people met. */
    enum Format {
        JOINT,
        SEPARATE,
        SEPARATE_AND_JOINT,
        VISIT,
        TELEPHONE,
        STATEMENT,
        WORKING_GROUP
    }

    /** At which level people met. */
    enum Level {
        LEADERS,
        MINISTERS,
        DEPUTY_MINISTERS,
        ENVOYS,
        COMMANDERS,
        EXPERTS,
        COMMUNITIES
    }
}
