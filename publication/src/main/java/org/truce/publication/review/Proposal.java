package org.truce.publication.review;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.truce.model.entry.Entry;
import org.truce.model.entry.Span;
import org.truce.model.kind.Body;
import org.truce.model.kind.Statement.ReadingReviewed;
import org.truce.picture.Held;

/**
 * One fact of a stored reading, and what persons made of it. An immutable value.
 *
 * @param path its list and place in the reading, such as {@code events/3}
 * @param type {@code statement event claim date place actor agreement}
 * @param label its words where it is a mention or a statement, else the word for what it is
 * @param spans where it stands in the text, at least one
 * @param draft the entry that it becomes when it is accepted as it is, with an id and an author still to be given; null
 *     for mentions, which become none, and where {@code problem} says why it cannot
 * @param problem why it cannot stand as an entry as it is; null where it can
 * @param review the decision that stands; null while it is proposed
 * @param made the entry that it became, as that stands now; null where there is none or it was withdrawn
 */
public record Proposal(
        String path,
        String type,
        String label,
        List<Span> spans,
        @Nullable Entry draft,
        @Nullable String problem,
        @Nullable Held<ReadingReviewed> review,
        @Nullable Held<Body> made) {
    /** Copies the spans. */
    public Proposal {
        spans = List.copyOf(spans);
    }

    /** {@code proposed} until a person settled it, then the word of the verdict. */
    public String state() {
        return review == null ? "proposed" : Body.wire(review.body().verdict());
    }

    /** Whether it becomes an entry of its own; a mention does not. */
    public boolean becomesEntry() {
        return switch (type) {
            case "statement", "event", "claim" -> true;
            default -> false;
        };
    }
}
