package org.truce.model.kind;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.truce.model.Invalid;
import org.truce.model.Text;
import org.truce.model.id.ActorId;
import org.truce.model.quantity.Casualties;

/**
 * An incident from allegation to closure. Monitoring, verification, investigation, finding, ruling and response are
 * different things and different entries. An incident is called by the id of the entry that opened it: an
 * {@link AllegationMade} or an {@link IncidentLinked} without {@code incident}.
 */
public sealed interface Incident extends Body {

    /**
     * A party or anyone else alleges an act, at the entry's {@code occurred} and {@code where}.
     *
     * @param by who alleges it
     * @param accused whom they accuse, where they do
     * @param act what kind of act
     * @param what in words of our own, per language
     * @param casualties killed and wounded, as alleged
     */
    record AllegationMade(
            ActorId by,
            @Nullable ActorId accused,
            Act act,
            Text what,
            @Nullable Casualties casualties) implements Incident {}

    /** Kinds of acts against a ceasefire. */
    enum Act {
        SMALL_ARMS_FIRE,
        HEAVY_WEAPONS_FIRE,
        AIR_OR_DRONE_STRIKE,
        MINE_OR_EXPLOSIVE,
        ADVANCE,
        ATTACK,
        CONSTRUCTION,
        OVERFLIGHT,
        DETENTION,
        OTHER
    }

    /**
     * Observations, reports and allegations joined into one incident by a rule or a person. Reversible: withdraw it.
     *
     * @param incident the incident that they join; absent where this entry opens one
     * @param members the entries that are joined; one event that several sources reported counts once
     * @param act what kind of act
     * @param accused whom the members accuse
     * @param what in words of our own, per language
     * @param casualties killed and wounded, as best known
     * @param terms what spoke for the link
     * @param rule the rule that proposed it, where a machine did; a person made it where absent
     */
    record IncidentLinked(
            @Nullable UUID incident,
            List<UUID> members,
            @Nullable Act act,
            List<ActorId> accused,
            @Nullable Text what,
            @Nullable Casualties casualties,
            List<LinkTerm> terms,
            @Nullable String rule)
            implements Incident {
        public IncidentLinked {
            Invalid.unless(!members.isEmpty(), "no-members", "Name at least one entry that belongs to the incident.");
            Invalid.unless(
                    members.stream().distinct().count() == members.size(), "twice", "An entry is joined to itself.");
            Invalid.unless(
                    incident == null || !members.contains(incident),
                    "links-to-itself",
                    "The entry that opened the incident belongs to it already: leave it out of the members.");
        }
    }

    /**
     * One term of a link.
     *
     * @param name what was compared
     * @param value what came out
     */
    record LinkTerm(String name, String value) {}

    /**
     * The mission checked whether an alleged or reported act took place.
     *
     * @param incident which one
     * @param result what came out
     * @param by who verified
     * @param method how, per language
     */
    record VerificationMade(
            UUID incident,
            Result result,
            ActorId by,
            @Nullable Text method) implements Incident {}

    /** What a verification found. */
    enum Result {
        CONFIRMED,
        NOT_CONFIRMED,
        REFUTED,
        NOT_POSSIBLE
    }

    /**
     * Deeper work after verification, in particular to attribute responsibility.
     *
     * @param incident which one
     * @param by the body that investigates
     * @param what what was done, per language
     */
    record InvestigationMade(UUID incident, ActorId by, Text what) implements Incident {}

    /**
     * A finding, with likelihood and confidence apart and dissent kept.
     *
     * @param incident which one
     * @param by the body that finds
     * @param attributedTo to whom the act is attributed
     * @param likelihood ICD 203 word
     * @param confidence confidence in the judgement, apart from its likelihood
     * @param what in words, per language
     * @param dissent who disagrees, and in which words
     */
    record FindingMade(
            UUID incident,
            ActorId by,
            @Nullable ActorId attributedTo,
            Likelihood likelihood,
            Confidence confidence,
            Text what,
            List<Dissent> dissent)
            implements Incident {}

    /** Likelihood in the words of ICD 203, first row; the percentages are its own. */
    enum Likelihood {
        ALMOST_NO_CHANCE,
        VERY_UNLIKELY,
        UNLIKELY,
        ROUGHLY_EVEN_CHANCE,
        LIKELY,
        VERY_LIKELY,
        ALMOST_CERTAIN
    }

    /** Confidence in a judgement. */
    enum Confidence {
        LOW,
        MODERATE,
        HIGH
    }

    /**
     * A member's dissent from a finding.
     *
     * @param by who
     * @param words in their words, per language
     */
    record Dissent(ActorId by, Text words) {}

    /**
     * A ruling of the body that the parties gave the right to rule.
     *
     * @param incident which one
     * @param by the body
     * @param violation whether it is ruled a violation
     * @param why in words, per language
     */
    record RulingMade(
            UUID incident,
            ActorId by,
            boolean violation,
            @Nullable Text why) implements Incident {}

    /**
     * What was done after an incident.
     *
     * @param incident which one
     * @param by who did it
     * @param what in words, per language
     */
    record ResponseTaken(UUID incident, ActorId by, Text what) implements Incident {}

    /**
     * An incident was closed, at the entry's {@code occurred}.
     *
     * @param incident which one
     * @param outcome how it ended
     * @param how in words, per language
     * @param acknowledgedBy the parties that accept that it is closed
     */
    record IncidentClosed(
            UUID incident, Outcome outcome, @Nullable Text how, List<ActorId> acknowledgedBy) implements Incident {}

    /** How an incident ended. */
    enum Outcome {
        RESOLVED,
        NOT_ESTABLISHED,
        ESCALATED,
        LAPSED
    }
}
