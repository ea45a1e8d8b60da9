package org.truce.model.kind;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.truce.model.Invalid;
import org.truce.model.Slug;
import org.truce.model.Text;
import org.truce.model.id.ActorId;
import org.truce.model.quantity.Hours;
import org.truce.model.quantity.Metres;
import org.truce.model.quantity.PerDay;
import org.truce.model.quantity.Share;
import org.truce.model.time.Edtf;

/** What was agreed on how to judge, and what was judged and released. */
public sealed interface Judgement extends Body {

    /**
     * Every threshold by which this ceasefire is assessed, and who signed them. They hold for assessments known from
     * this entry on.
     *
     * @param tolerated rate that still counts as calm
     * @param breach rate above which the ceasefire counts as breached
     * @param windowDays days that an assessment looks back on, 1 to 366
     * @param seriousDays days for which a serious act weighs, 1 to 366
     * @param seriousActs acts that decide alone once they are confirmed
     * @param confidence probability asked of a rate before it decides
     * @param power probability with which the tolerated rate would have been noticed
     * @param leastCoverage mean coverage below which observation is insufficient
     * @param unobservedStretch longest stretch that may be unobserved for {@code unobservedTime}
     * @param unobservedTime for how long
     * @param resolutionLimit time within which a small incident is to be resolved
     * @param resolvedShare share that is to be resolved within that time
     * @param dwellDays days in a row on which the conditions of "stable" must hold, 1 to 60
     * @param countingRule how acts are counted, per language; printed beside every figure
     * @param machineLinksCount whether links that a rule proposed count before a person confirms them
     * @param signedBy the parties and the mission that signed
     * @param coverageError standard deviation of the mean coverage of a window: how well it is known; taken as exact
     *     where absent
     */
    record ParametersAgreed(
            PerDay tolerated,
            PerDay breach,
            int windowDays,
            int seriousDays,
            List<Incident.Act> seriousActs,
            Share confidence,
            Share power,
            Share leastCoverage,
            Metres unobservedStretch,
            Hours unobservedTime,
            Hours resolutionLimit,
            Share resolvedShare,
            int dwellDays,
            Text countingRule,
            boolean machineLinksCount,
            List<ActorId> signedBy,
            @Since(2) @Nullable Share coverageError)
            implements Judgement {
        public ParametersAgreed {
            Invalid.unless(
                    coverageError == null || coverageError.value() <= 0.5,
                    "bad-coverage-error",
                    "The error of a coverage is at most a half.");
            Invalid.unless(
                    windowDays >= 1 && windowDays <= 366 && seriousDays >= 1 && seriousDays <= 366,
                    "bad-window",
                    "A window has 1 to 366 days.");
            Invalid.unless(dwellDays >= 1 && dwellDays <= 60, "bad-dwell", "The dwell is 1 to 60 days.");
            Invalid.unless(
                    tolerated.value() < breach.value(),
                    "bad-rates",
                    "The tolerated rate must lie below the breach rate.");
        }

        /** Without an error of the coverage, as version 1 has it. */
        public ParametersAgreed(
                PerDay tolerated,
                PerDay breach,
                int windowDays,
                int seriousDays,
                List<Incident.Act> seriousActs,
                Share confidence,
                Share power,
                Share leastCoverage,
                Metres unobservedStretch,
                Hours unobservedTime,
                Hours resolutionLimit,
                Share resolvedShare,
                int dwellDays,
                Text countingRule,
                boolean machineLinksCount,
                List<ActorId> signedBy) {
            this(
                    tolerated,
                    breach,
                    windowDays,
                    seriousDays,
                    seriousActs,
                    confidence,
                    power,
                    leastCoverage,
                    unobservedStretch,
                    unobservedTime,
                    resolutionLimit,
                    resolvedShare,
                    dwellDays,
                    countingRule,
                    machineLinksCount,
                    signedBy,
                    null);
        }
    }

    /**
     * How a ledger counts. It holds for figures known from this entry on; of a rule's entries the newest counts.
     *
     * @param rule its id, printed beside every figure that it makes
     * @param name what one is, in words, per language
     * @param by the party whose ledger is counted so; the mission where absent
     * @param unit what counts as one
     * @param gap of a series: the longest silence within one
     * @param within of a series: the greatest distance from one member to the next; any where absent
     * @param classes the classes of observations that count; all where empty
     * @param since the anchor from which totals run; the first observation where absent
     */
    record CountingRuleAgreed(
            String rule,
            Text name,
            @Nullable ActorId by,
            CountingUnit unit,
            @Nullable Hours gap,
            @Nullable Metres within,
            List<Observation.SeenType> classes,
            @Nullable Edtf since)
            implements Judgement {
        public CountingRuleAgreed {
            Slug.check(rule);
            Invalid.unless(
                    (unit == CountingUnit.SERIES) == (gap != null),
                    "no-gap",
                    "A series, and nothing else, has a gap: give its longest silence in hours.");
            Invalid.unless(
                    within == null || unit == CountingUnit.SERIES,
                    "not-a-series",
                    "Only a series has a greatest distance between its members.");
        }
    }

    /** What counts as one. */
    enum CountingUnit {
        /** Each round, as an observation counts them. */
        ROUND,
        /** One for each uninterrupted series. */
        SERIES,
        /** Each incident once, however many observed it. */
        INCIDENT
    }

    /** The five levels, in the order in which they are decided. */
    enum Level {
        BREACHED,
        DETERIORATING,
        INSUFFICIENT_OBSERVATION,
        STABLE,
        FRAGILE
    }

    /**
     * The mission issued its assessment to the entry's audience.
     *
     * @param level the level that it issued
     * @param at the instant of which it speaks
     * @param known the record size on which it rests
     * @param words in its words, per language
     */
    record AssessmentIssued(
            Level level, Instant at, long known, @Nullable Text words) implements Judgement {
        public AssessmentIssued {
            Invalid.unless(known >= 0, "negative-count", "A record size is at least 0.");
        }
    }

    /**
     * A publication was released.
     *
     * @param sha256 of the exact bytes
     * @param cutOff the last instant that it covers
     * @param languages its languages
     */
    record PublicationReleased(String sha256, Instant cutOff, List<String> languages) implements Judgement {}
}
