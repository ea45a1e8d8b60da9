package org.truce.record;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.truce.model.Problem;
import org.truce.model.entry.Audience;
import org.truce.record.store.Item;
import org.truce.record.store.Journal;

/** Decides what becomes of a candidate, by itself and against what is in the record. */
final class Judge {
    private static final int MOST_ATTACHMENTS = 1000;
    /** Candidates from which on it pays to look at them on several processors. */
    private static final int LONG_LIST = 64;

    private final Shelf shelf;
    private final Register register;

    Judge(Shelf shelf, Register register) {
        this.shelf = shelf;
        this.register = register;
    }

    /** A candidate that was looked at by itself. */
    record Looked(Candidate candidate, Envelope.Checked checked) {}

    /** Each by itself; long lists on all processors. */
    static List<Looked> look(List<Candidate> candidates) {
        return candidates.size() < LONG_LIST
                ? candidates.stream().map(Judge::look).toList()
                : candidates.parallelStream().map(Judge::look).toList();
    }

    /** By itself; thread-safe and without any lock. */
    static Looked look(Candidate candidate) {
        return look(candidate, Envelope.ofOffered(candidate.content().bytes()));
    }

    /** What the record itself enters about itself. */
    static Looked own(Candidate candidate) {
        return look(candidate, Envelope.ofCandidate(candidate.content().bytes()));
    }

    private static Looked look(Candidate candidate, Envelope.Checked checked) {
        List<Problem> problems = checked instanceof Envelope.Checked.Good ? attachments(candidate) : List.of();
        return new Looked(candidate, problems.isEmpty() ? checked : new Envelope.Checked.Bad(problems));
    }

    private static List<Problem> attachments(Candidate candidate) {
        List<Problem> problems = new ArrayList<>();
        String text =
                candidate.attachments().isEmpty() ? "" : candidate.content().toString();
        for (Attachment attachment : candidate.attachments()) {
            String place = "attachment " + attachment.sha256();
            if (attachment.length() > Attachment.MAX_BYTES) {
                problems.add(
                        new Problem("attachment-too-large", place, "An attachment has at most 256 MiB; split it."));
            }
            if (!text.contains(attachment.sha256().hex())) {
                problems.add(new Problem(
                        "attachment-not-named",
                        place,
                        "The entry does not name this attachment by its SHA-256; name it in its basis or body."));
            }
        }
        if (candidate.attachments().size() > MOST_ATTACHMENTS) {
            problems.add(new Problem("too-many-attachments", "/", "An entry has at most 1,000 attachments."));
        }
        return problems;
    }

    /**
     * Against the record; empty where it is to be appended. Called by the writer alone, entry after entry.
     *
     * @param ahead what is about to be appended before it; its rows are there already
     */
    Optional<Outcome> judge(Content content, Envelope envelope, long recorded, List<Journal.Addition> ahead)
            throws IOException {
        return register.with(rows -> {
            OptionalLong same = rows.find(envelope.id());
            if (same.isPresent()) {
                return Optional.of(again(content, same.getAsLong(), rows, ahead));
            }
            if (envelope.stated() > recorded) {
                return Optional.of(Outcome.Refused.of(
                        "stated-after-recorded",
                        "/stated",
                        "Nobody can have stated this at " + Instant.ofEpochMilli(envelope.stated()) + ": it is "
                                + Instant.ofEpochMilli(recorded) + " now. Correct the instant or the clock."));
            }
            Optional<Outcome> replaced = envelope.replaces().flatMap(it -> replaces(it, rows));
            return replaced.isPresent() ? replaced : envelope.destroys().flatMap(it -> destroys(it, rows));
        });
    }

    private Outcome again(Content content, long index, Rows rows, List<Journal.Addition> ahead) throws IOException {
        long size = shelf.size();
        Optional<Item> kept = index < size
                ? shelf.item(index, Audience.Group.VAULT)
                : Optional.of(ahead.get((int) (index - size)).item());
        boolean same = kept.orElse(null) instanceof Item.Present it && Arrays.equals(it.content(), content.bytes());
        return same
                ? new Outcome.Known(index, Instant.ofEpochMilli(rows.recorded(index)))
                : Outcome.Refused.of(
                        "id-taken",
                        "/id",
                        "Entry " + index
                                + " has this id and other bytes. An entry is never altered: give the new one an"
                                + " id of its own, and let it replace the other.");
    }

    private static Optional<Outcome> replaces(UUID replaced, Rows rows) {
        OptionalLong index = rows.find(replaced);
        if (index.isEmpty()) {
            return refused("replaces-unknown", "There is no entry " + replaced + " in this record.");
        }
        long head = rows.head(index.getAsLong());
        if (head != index.getAsLong()) {
            return refused(
                    "replaces-no-head",
                    "That entry was replaced before; the one that stands now is " + rows.id(head)
                            + ": replace that one.");
        }
        return rows.withdraws(head)
                ? refused("withdrawn", "That entry is a withdrawal, which is not withdrawn: enter the matter again.")
                : Optional.empty();
    }

    private static Optional<Outcome> refused(String code, String sentence) {
        return Optional.of(Outcome.Refused.of(code, "/replaces/entry", sentence));
    }

    private static Optional<Outcome> destroys(UUID target, Rows rows) {
        return rows.find(target).isPresent()
                ? Optional.empty()
                : Optional.of(Outcome.Refused.of(
                        "destroys-unknown", "/body/entry", "There is no entry " + target + " in this record."));
    }
}
