package org.truce.model.kind;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.truce.model.Invalid;
import org.truce.model.Text;
import org.truce.model.id.ActorId;
import org.truce.model.id.BoundaryId;
import org.truce.model.id.ObligationId;
import org.truce.model.quantity.Amount;

/** Reports, and what they say that somebody said, that happened, or that is claimed. */
public sealed interface Statement extends Body {

    /**
     * A report came in: its original bytes, the extracted text and the machine's reading are attachments. Every span
     * in the record is [start, end) code points of that text.
     *
     * @param title its title
     * @param language BCP 47 tag
     * @param publisher the outlet whose page it is
     * @param agencies agencies that it credits
     * @param published day of publication
     * @param original SHA-256 of the original bytes, lower-case hexadecimal
     * @param text SHA-256 of the extracted text in UTF-8
     * @param reading SHA-256 of the machine's reading
     * @param mediaType of the original bytes
     * @param extractor name and version of what made the text
     * @param reader name and version of what made the reading
     */
    record ReportReceived(
            @Nullable String title,
            @Nullable String language,
            @Nullable String publisher,
            List<String> agencies,
            @Nullable LocalDate published,
            String original,
            String text,
            @Nullable String reading,
            String mediaType,
            String extractor,
            @Nullable String reader)
            implements Statement {}

    /**
     * Somebody said something, on the entry's {@code occurred}.
     *
     * @param speaker who, in which role; an unnamed private person has neither
     * @param mode whether these are the words or their sense
     * @param words what was said
     * @param language BCP 47 tag of {@code words}
     * @param verb the verb of saying
     */
    record StatementMade(
            @Nullable Named speaker,
            SpeechMode mode,
            Text words,
            @Nullable String language,
            @Nullable String verb) implements Statement {}

    /** Whether words are quoted, rendered, or told by the mission in words of its own. */
    enum SpeechMode {
        DIRECT,
        INDIRECT,
        SUMMARY
    }

    /**
     * What a report says happened, denies or plans, at the entry's {@code occurred} and {@code where}. Never an
     * observation and never an incident by itself.
     *
     * @param event what kind of event
     * @param status whether it is asserted, denied or planned
     * @param what in words, per language
     * @param actors who takes part
     * @param accused whom the report accuses
     * @param accuser who accuses
     * @param quantities the numbers of the sentence
     */
    record EventReported(
            Event event,
            Status status,
            @Nullable Text what,
            List<Named> actors,
            @Nullable Named accused,
            @Nullable Named accuser,
            List<Quantity> quantities)
            implements Statement {}

    /** Types of reported events. */
    enum Event {
        CEASEFIRE_VIOLATION,
        CASUALTY,
        DEPLOYMENT,
        WITHDRAWAL,
        TERRITORY_TRANSFER,
        DEMINING,
        DETAINEE_RELEASE,
        DETAINEE_HELD,
        REFUGEE_RETURN,
        CORRIDOR_TRAFFIC,
        CORRIDOR_OBSTRUCTION,
        MEETING,
        VISIT,
        STATEMENT,
        AGREEMENT_SIGNED,
        INFRASTRUCTURE,
        AID
    }

    /** What a report says of an event. */
    enum Status {
        ASSERTED,
        DENIED,
        PLANNED
    }

    /**
     * A named number of a report.
     *
     * @param name what it counts, as the report has it
     * @param amount the number
     */
    record Quantity(String name, Amount amount) {}

    /**
     * A claim that the record may be asked about. What it says beyond its template is its scope: what is left out is not
     * said, and is never guessed.
     *
     * @param template one of the ten templates
     * @param claimant who claims
     * @param words the claim, per language
     * @param comparator how the value is meant; of a change {@code less} is a decrease and {@code more} an increase
     * @param value number, at least 0
     * @param measure what the number measures; a plain count where absent
     * @param event which events it counts; acts of violence where absent
     * @param of whose acts or duty it speaks; anybody's where absent
     * @param from first day of its period
     * @param until last day of its period; the day of the claim where absent
     * @param zone the boundary within which it is meant; everywhere where absent
     * @param obligation of which obligation it speaks
     */
    record ClaimMade(
            Template template,
            @Nullable Named claimant,
            Text words,
            @Since(2) @Nullable Comparator comparator,
            @Since(2) @Nullable Double value,
            @Since(2) @Nullable Measure measure,
            @Since(2) @Nullable Event event,
            @Since(2) @Nullable ActorId of,
            @Since(2) @Nullable LocalDate from,
            @Since(2) @Nullable LocalDate until,
            @Since(2) @Nullable BoundaryId zone,
            @Since(2) @Nullable ObligationId obligation)
            implements Statement {
        public ClaimMade {
            Invalid.unless(
                    value == null || (Double.isFinite(value) && value >= 0),
                    "bad-value",
                    "The number of a claim is at least 0.");
            Invalid.unless(
                    from == null || until == null || !until.isBefore(from),
                    "bad-period",
                    "The period of a claim ends before it begins.");
        }
    }

    /** How the number of a claim is meant. */
    enum Comparator {
        EQUAL,
        ABOUT,
        LESS,
        AT_MOST,
        MORE,
        AT_LEAST
    }

    /** What the number of a claim measures. */
    enum Measure {
        COUNT,
        PERCENT,
        HOURS,
        KILOMETRES
    }

    /** Templates of claims. */
    enum Template {
        NONE_SINCE,
        COUNT,
        CHANGED_BY,
        RESOLVED_WITHIN,
        OBLIGATION_DONE,
        OBLIGATION_BREACHED,
        PERSONS_MOVED,
        WITHDRAWN_BEYOND,
        CALM,
        ACCESS_GRANTED
    }

    /**
     * A person settled one fact of a stored reading.
     *
     * @param report the report's entry
     * @param fact which fact: its list and place in the reading, e.g. {@code events/3}
     * @param verdict what became of it
     * @param makes the entry that an accepted or corrected fact became
     * @param instead what a corrected date, place, actor or agreement is, where the fact becomes no entry of its own
     * @param why in words
     */
    record ReadingReviewed(
            UUID report,
            String fact,
            Verdict verdict,
            @Nullable UUID makes,
            @Nullable String instead,
            @Nullable Text why)
            implements Statement {}

    /** What a review made of a proposed fact. */
    enum Verdict {
        ACCEPTED,
        CORRECTED,
        REJECTED
    }
}
