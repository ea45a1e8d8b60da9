package org.truce.cli;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.truce.cli.input.Ids;
import org.truce.model.entry.Audience;
import org.truce.model.entry.Author;
import org.truce.model.entry.Entry;
import org.truce.model.json.EntryJson;
import org.truce.model.kind.Body;
import org.truce.record.Candidate;

/** Entries that commands make themselves, about the record: public, and stated now. */
final class OwnEntry {
    private OwnEntry() {}

    static Candidate of(Author author, Body body, Instant now) throws IOException {
        UUID id = Ids.of(now, body.kind(), author.toString(), body.toString());
        return Candidate.of(EntryJson.write(
                new Entry(id, body.kind(), 1, author, now, null, null, List.of(), null, Audience.Group.PUBLIC, body)));
    }
}
