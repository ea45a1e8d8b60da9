package org.truce.cli.input;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.truce.model.Text;
import org.truce.model.entry.Author;
import org.truce.model.entry.Entry;
import org.truce.model.entry.Replacement;
import org.truce.model.kind.Body;
import org.truce.model.kind.Statement.ReadingReviewed;
import org.truce.model.kind.Statement.Verdict;
import org.truce.picture.Held;
import org.truce.publication.review.Proposal;

/**
 * The entries by which one person decides on facts of a stored reading. What stood before is replaced or withdrawn, as
 * the record's rules have it. Ids follow from the fact and from the decision that stood, so that the same decision twice
 * is one. Pure.
 */
public final class Decisions {
    private final Author author;
    private final Instant now;
    private final String why;
    private final @Nullable Text words;

    /**
     * Of one person at one moment.
     *
     * @param author who decides
     * @param now when, or for a reconstructed record when the report was stated
     * @param why in words, for the review; null where the person gives none
     */
    public Decisions(Author author, Instant now, @Nullable Text why) {
        this.author = author;
        this.now = now;
        this.words = why;
        this.why = why == null ? "Decided anew." : why.in("en");
    }

    /** The fact is right: the entry that it becomes, and the review. Nothing where it stands accepted. */
    public List<Entry> accept(UUID report, Entry received, Proposal proposal) {
        if (proposal.state().equals("accepted")) {
            return List.of();
        }
        List<Entry> entries = new ArrayList<>();
        Entry draft = proposal.draft();
        UUID made = null;
        if (draft != null) {
            made = id(received.stated(), "fact", report, proposal);
            entries.add(new Entry(
                    made,
                    draft.kind(),
                    draft.v(),
                    author,
                    draft.stated(),
                    draft.occurred(),
                    draft.where(),
                    draft.basis(),
                    replacing(proposal.made(), false),
                    draft.audience(),
                    draft.body()));
        }
        entries.add(review(report, received, proposal, Verdict.ACCEPTED, made));
        return entries;
    }

    /** The fact is wrong: what it became is withdrawn, and the review says so. Nothing where it stands rejected. */
    public List<Entry> reject(UUID report, Entry received, Proposal proposal) {
        if (proposal.state().equals("rejected")) {
            return List.of();
        }
        List<Entry> entries = new ArrayList<>();
        if (proposal.made() != null) {
            entries.add(withdrawal(proposal.made().entry()));
        }
        entries.add(review(report, received, proposal, Verdict.REJECTED, null));
        return entries;
    }

    /** The decision is taken back: the fact is a proposal again. Nothing where it is one. */
    public List<Entry> undo(Proposal proposal) {
        List<Entry> entries = new ArrayList<>();
        if (proposal.made() != null) {
            entries.add(withdrawal(proposal.made().entry()));
        }
        if (proposal.review() != null) {
            entries.add(withdrawal(proposal.review().entry()));
        }
        return entries;
    }

    private Entry review(UUID report, Entry received, Proposal proposal, Verdict verdict, @Nullable UUID made) {
        Body body = new ReadingReviewed(report, proposal.path(), verdict, made, null, words);
        return new Entry(
                id(now, "review " + verdict, report, proposal),
                body.kind(),
                1,
                author,
                now,
                null,
                null,
                List.of(),
                replacing(proposal.review(), false),
                received.audience(),
                body);
    }

    private Entry withdrawal(Entry entry) {
        return new Entry(
                Ids.of(now, "withdrawal", entry.id().toString()),
                entry.kind(),
                entry.v(),
                author,
                now,
                entry.occurred(),
                entry.where(),
                entry.basis(),
                new Replacement(entry.id(), why, true),
                entry.audience(),
                entry.body());
    }

    private @Nullable Replacement replacing(@Nullable Held<? extends Body> held, boolean withdraws) {
        return held == null ? null : new Replacement(held.id(), why, withdraws);
    }

    private UUID id(Instant when, String what, UUID report, Proposal proposal) {
        Held<ReadingReviewed> former = proposal.review();
        return Ids.of(
                when,
                what,
                report.toString(),
                proposal.path(),
                former == null ? now.toString() : former.id().toString());
    }
}
