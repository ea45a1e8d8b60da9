package org.truce.model.kind;

import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.truce.model.Invalid;
import org.truce.model.Text;
import org.truce.model.id.ActorId;
import org.truce.model.id.InstrumentId;
import org.truce.model.id.ObligationId;
import org.truce.model.place.Where;
import org.truce.model.quantity.Amount;
import org.truce.model.quantity.Metres;
import org.truce.model.quantity.Share;
import org.truce.model.time.Deadline;
import org.truce.model.time.Edtf;

/** What was agreed, what is owed under it, and what was done about it. */
public sealed interface Agreement extends Body {

    /**
     * An agreement, statement or other instrument was adopted, at the entry's {@code occurred}.
     *
     * @param instrument its id
     * @param name per language
     * @param aliases other names, such as the date by which each side calls it
     * @param effective from when it applies; from adoption where absent
     * @param signatories who signed it, in which role
     * @param texts its texts, per language
     * @param amends instruments that it continues or changes
     */
    record InstrumentAdopted(
            InstrumentId instrument,
            Text name,
            List<String> aliases,
            @Nullable Edtf effective,
            List<Named> signatories,
            List<InstrumentText> texts,
            List<InstrumentId> amends)
            implements Agreement {}

    /**
     * One text of an instrument.
     *
     * @param language BCP 47 tag
     * @param standing whether it prevails
     * @param address where it was published
     * @param sha256 the attached text, where the mission holds it
     * @param remark what sets this text apart, in words of our own
     */
    record InstrumentText(
            String language,
            Standing standing,
            @Nullable String address,
            @Nullable String sha256,
            @Nullable Text remark) {}

    /** What a text of an instrument counts for. */
    enum Standing {
        AUTHORITATIVE,
        OFFICIAL_TRANSLATION,
        UNOFFICIAL_TRANSLATION,
        VARIANT
    }

    /**
     * One obligation of an instrument, as its mission split it. It begins at the entry's {@code occurred}.
     *
     * @param obligation its id
     * @param instrument where it stands
     * @param point point or article
     * @param part letter of a composite point's part, where the point was split
     * @param summary what is owed, in words of our own, per language
     * @param bearers who owes it
     * @param beneficiaries to whom
     * @param verifier who is to verify it, where named
     * @param form what kind of duty it is
     * @param renewable whether it ends unless renewed or renews unless ended
     * @param conditional whether it waits for its trigger
     * @param trigger what it waits for, in words
     * @param deadline by when
     * @param quantity how much, where the text says
     * @param tolerance share of the quantity that may be missing
     * @param dependsOn obligations that come first
     * @param area where it applies
     * @param until when a {@code maintain} duty ends
     * @param pam provision of the Peace Accords Matrix
     * @param pax category codes of PA-X
     * @param every how long each period of a {@code recur} duty lasts, counted from its beginning
     * @param term for how long it is renewed each time, once {@code until} is reached
     * @param notice how long before the end of its term a party may still say that it shall not be renewed; where it is
     *     given, silence renews
     */
    record ObligationSet(
            ObligationId obligation,
            InstrumentId instrument,
            String point,
            @Nullable String part,
            Text summary,
            List<ActorId> bearers,
            List<ActorId> beneficiaries,
            @Nullable ActorId verifier,
            Form form,
            boolean renewable,
            boolean conditional,
            @Nullable Text trigger,
            @Nullable Deadline deadline,
            @Nullable Amount quantity,
            @Nullable Share tolerance,
            List<ObligationId> dependsOn,
            @Nullable Where area,
            @Nullable Edtf until,
            @Nullable String pam,
            List<String> pax,
            @Since(2) @Nullable Period every,
            @Since(2) @Nullable Period term,
            @Since(2) @Nullable Period notice)
            implements Agreement {
        public ObligationSet {
            Invalid.unless(!bearers.isEmpty(), "no-bearer", "Say who owes it: bearers is empty.");
            Invalid.unless(
                    !dependsOn.contains(obligation), "depends-on-itself", "An obligation cannot depend on itself.");
            Invalid.unless(
                    !conditional || trigger != null || !dependsOn.isEmpty(),
                    "no-condition",
                    "A conditional obligation says what it waits for: give trigger or dependsOn.");
            Invalid.unless(
                    every == null || (form == Form.RECUR && lasting(every)),
                    "bad-period",
                    "Only a duty that recurs has periods, of a day to a hundred years: see form and every.");
            Invalid.unless(
                    term == null || (renewable && until != null && lasting(term)),
                    "bad-term",
                    "Only what is renewable and has an end has a term, of a day to a hundred years: see renewable, until.");
            Invalid.unless(
                    notice == null || (renewable && until != null && lasting(notice)),
                    "bad-notice",
                    "Only what is renewable and has an end has a notice, of a day to a hundred years: see renewable, until.");
        }

        private static boolean lasting(Period period) {
            boolean forward = !period.isNegative() && !period.isZero();
            return forward && period.toTotalMonths() <= 1200 && period.get(ChronoUnit.DAYS) <= 36_525;
        }

        /** Whether the text says how much. */
        public boolean quantified() {
            return quantity != null;
        }
    }

    /** What kind of duty an obligation is (Governatori's achievement and maintenance; recurring; power). */
    enum Form {
        ACHIEVE,
        MAINTAIN,
        RECUR,
        POWER
    }

    /**
     * An obligation was changed. The original stays visible beside it.
     *
     * @param obligation which one
     * @param askedBy who asked
     * @param via through whom
     * @param grantedBy who agreed
     * @param how in which form
     * @param reason why, per language
     * @param oldDeadline the deadline that it had
     * @param newDeadline the deadline that it has
     * @param oldQuantity the quantity that it had
     * @param newQuantity the quantity that it has
     * @param change what became of the whole obligation, where that changed
     * @param supersededBy the obligation that took its place
     */
    record ObligationAmended(
            ObligationId obligation,
            @Nullable ActorId askedBy,
            @Nullable ActorId via,
            @Nullable ActorId grantedBy,
            How how,
            Text reason,
            @Nullable Deadline oldDeadline,
            @Nullable Deadline newDeadline,
            @Nullable Amount oldQuantity,
            @Nullable Amount newQuantity,
            @Nullable Change change,
            @Nullable ObligationId supersededBy)
            implements Agreement {
        public ObligationAmended {
            Invalid.unless(
                    newDeadline != null || newQuantity != null || change != null,
                    "nothing-amended",
                    "Say what changed: newDeadline, newQuantity or change.");
        }
    }

    /** In which form an amendment was made. */
    enum How {
        INSTRUMENT,
        EXCHANGE_OF_LETTERS,
        BRIEFING,
        ORAL,
        PRACTICE
    }

    /** What an amendment makes of a whole obligation. */
    enum Change {
        TRIGGERED,
        SUSPENDED,
        RESUMED,
        RENEWED,
        /** A party says that it shall not be renewed when its term ends: at the entry's {@code occurred}. */
        NOT_RENEWED,
        SUPERSEDED,
        ENDED
    }

    /**
     * What a party says of an obligation. Nobody's position is overwritten by another's.
     *
     * @param obligation of which one
     * @param party who says it
     * @param stance what it comes to
     * @param words what they say, in words of our own, per language
     * @param regarding the party of whose conduct they speak
     */
    record PositionTaken(
            ObligationId obligation,
            ActorId party,
            Stance stance,
            Text words,
            @Nullable ActorId regarding) implements Agreement {}

    /** What a position comes to. */
    enum Stance {
        FULFILLED,
        NOT_FULFILLED,
        BREACHED,
        NOT_BREACHED,
        READS_OTHERWISE,
        ACCEPTS,
        REJECTS
    }

    /**
     * An act or a quantity that counts towards an obligation, at the entry's {@code occurred}.
     *
     * @param obligation towards which
     * @param by who performed it
     * @param what in words of our own, per language
     * @param done the quantity that this act adds
     * @param completes whether the obligation is thereby met in full
     */
    record PerformanceReported(
            ObligationId obligation,
            @Nullable ActorId by,
            Text what,
            @Nullable Amount done,
            boolean completes) implements Agreement {}

    /**
     * A body that may say so found an obligation breached, at the entry's {@code occurred}.
     *
     * @param obligation which one
     * @param bearer whose breach it is
     * @param finder who found it
     * @param what in words of our own, per language
     * @param incident the incident on which the finding rests
     * @param repaired from when the breach is made good
     */
    record BreachFound(
            ObligationId obligation,
            @Nullable ActorId bearer,
            ActorId finder,
            Text what,
            @Nullable UUID incident,
            @Nullable Edtf repaired)
            implements Agreement {}

    /**
     * From the entry's {@code occurred} on no such weapon may stand within a distance of a line, to either side. The line is
     * one entry, as it was signed: a version of it that is drawn later does not move the zone, a correction of that entry
     * does.
     *
     * @param obligation which one it measures
     * @param line the entry that drew the line as it was signed
     * @param distance how far from the line they are withdrawn
     * @param weapons their words as observers enter them, whatever the case of their letters; every weapon where both this
     *     is empty and no calibre is given
     * @param calibreFrom least calibre in millimetres
     */
    record WithdrawalLineSet(
            ObligationId obligation,
            UUID line,
            Metres distance,
            List<String> weapons,
            @Nullable Integer calibreFrom) implements Agreement {
        public WithdrawalLineSet {
            Invalid.unless(distance.value() > 0, "bad-distance", "The distance must be more than 0 metres.");
            Invalid.unless(
                    calibreFrom == null || (calibreFrom > 0 && calibreFrom <= 1_000),
                    "bad-calibre",
                    "A calibre is 1 to 1,000 millimetres.");
        }
    }

    /**
     * An analyst's grade of progress (Kroc Institute's four levels), shown apart and never averaged.
     *
     * @param obligation of which one
     * @param progress the grade
     * @param why in words, per language
     */
    record ProgressGraded(
            ObligationId obligation,
            Progress progress,
            @Nullable Text why) implements Agreement {}

    /** The four levels of implementation of the Peace Accords Matrix. */
    enum Progress {
        NOT_INITIATED,
        MINIMUM,
        INTERMEDIATE,
        FULL
    }
}
