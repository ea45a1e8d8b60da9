package org.truce.model.kind;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.truce.model.Text;
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
     * A claim that the record may be asked about.
     *
     * @param template one of the ten templates
     * @param claimant who claims
     * @param words the claim, per language
     */
    record ClaimMade(Template template, @Nullable Named claimant, Text words) implements Statement {}

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
