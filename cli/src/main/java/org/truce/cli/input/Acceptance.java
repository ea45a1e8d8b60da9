package org.truce.cli.input;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.truce.model.entry.Author;
import org.truce.model.entry.Basis;
import org.truce.model.entry.Entry;
import org.truce.model.json.EntryJson;
import org.truce.model.json.Kinds;
import org.truce.model.kind.Body;
import org.truce.model.kind.Statement.ReadingReviewed;
import org.truce.model.kind.Statement.Verdict;
import org.truce.model.place.Where;
import org.truce.model.time.Occurred;
import org.truce.publication.review.Facts;
import org.truce.record.Candidate;

/**
 * Every fact of a stored reading, accepted in one person's name: the entry that it becomes, and the review that says
 * so. Ids follow from the report and the fact, so that a fact that somebody settled before is not settled again.
 */
final class Acceptance {
    private final Author author;
    private final Instant now;
    private final Known known;
    private final Known.Stored report;

    Acceptance(Defaults defaults, Known known, Known.Stored report) {
        this.author = defaults.author();
        this.now = defaults.now();
        this.known = known;
        this.report = report;
    }

    List<Made> of(Path file) throws IOException {
        List<Made> made = new ArrayList<>();
        for (Facts.Fact fact : Facts.of(report.reading(), report.text(), known.names())) {
            String key = fact.body().kind() + " " + fact.span().start() + " "
                    + fact.span().end();
            UUID id = Ids.of(report.stated(), "fact", report.id().toString(), fact.path(), key);
            UUID review = Ids.of(report.stated(), "review", report.id().toString(), fact.path());
            String place = file + "#" + fact.path();
            if (known.settled(report.id(), fact.path()) && !known.has(review)) {
                continue; // somebody decided on it by hand
            }
            add(made, place, id, report.stated(), fact.body(), fact.occurred(), fact.where(), basis(fact));
            Body reviewed = new ReadingReviewed(report.id(), fact.path(), Verdict.ACCEPTED, id, null, null);
            Instant when = known.reconstructed() ? report.stated() : now;
            add(made, place, review, when, reviewed, null, null, List.of());
        }
        return made;
    }

    private List<Basis> basis(Facts.Fact fact) {
        return List.of(Basis.of(report.id(), fact.span()));
    }

    private void add(
            List<Made> made,
            String place,
            UUID id,
            Instant stated,
            Body body,
            @Nullable Occurred occurred,
            @Nullable Where where,
            List<Basis> basis)
            throws IOException {
        if (known.has(id)) {
            known.candidate(id).ifPresent(same -> made.add(new Made(place, stated, same)));
            return;
        }
        int version = Kinds.version(body.kind());
        Entry entry = new Entry(
                id, body.kind(), version, author, stated, occurred, where, basis, null, report.audience(), body);
        made.add(new Made(place, stated, Candidate.of(EntryJson.write(entry))));
    }
}
