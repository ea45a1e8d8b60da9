package org.truce.record;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.truce.model.Problem;
import org.truce.model.entry.Audience;
import org.truce.model.entry.Entry;
import org.truce.model.json.EntryJson;
import org.truce.model.kind.Persons;
import org.truce.model.kind.RecordKeeping;

/**
 * What the record itself reads of an entry.
 *
 * @param id the entry's id
 * @param audience who may read it
 * @param stated milliseconds since 1970, UTC, rounded down
 * @param replaces the entry that it replaces
 * @param withdraws whether it withdraws that entry
 * @param destroys the entry whose content it orders to be destroyed
 * @param closes whether it ends the record
 */
record Envelope(
        UUID id,
        Audience audience,
        long stated,
        Optional<UUID> replaces,
        boolean withdraws,
        Optional<UUID> destroys,
        boolean closes) {

    static Envelope of(Entry entry) {
        return new Envelope(
                entry.id(),
                entry.audience(),
                entry.stated().toEpochMilli(),
                Optional.ofNullable(entry.replaces()).map(it -> it.entry()),
                entry.replaces() != null && entry.replaces().withdraws(),
                Optional.ofNullable(entry.as(RecordKeeping.ContentDestroyed.class))
                        .map(it -> it.entry()),
                entry.body() instanceof RecordKeeping.RecordClosed);
    }

    /** Of an entry that is in the record; empty where its bytes are no entry, which only a foreign writer can cause. */
    static Optional<Envelope> ofRecorded(byte[] content) {
        return EntryJson.read(content) instanceof EntryJson.Result.Read(Entry entry)
                ? Optional.of(of(entry))
                : Optional.empty();
    }

    /** What an entry in the record orders to be destroyed; reads no entry whose bytes cannot name that kind. */
    static Optional<UUID> destroyedBy(byte[] content) {
        return mayBe(content, "ContentDestroyed") ? ofRecorded(content).flatMap(Envelope::destroys) : Optional.empty();
    }

    /** Whether an entry in the record ends it. */
    static boolean closes(byte[] content) {
        return mayBe(content, "RecordClosed")
                && ofRecorded(content).filter(Envelope::closes).isPresent();
    }

    private static boolean mayBe(byte[] content, String kind) {
        // Byte for byte, which is quick. JSON in UTF-16 or UTF-32, which a foreign writer may have let in, has zeros.
        String text = new String(content, StandardCharsets.ISO_8859_1);
        return text.contains(kind) || text.contains("\\u") || text.indexOf(0) >= 0;
    }

    /** Result of reading a candidate. */
    sealed interface Checked {
        record Good(Envelope envelope) implements Checked {}

        record Bad(List<Problem> problems) implements Checked {}
    }

    /** Of an entry that is to come into the record, by whomever. */
    static Checked ofCandidate(byte[] content) {
        return switch (EntryJson.readStrict(content)) {
            case EntryJson.Result.Bad(var problems) -> new Checked.Bad(problems);
            case EntryJson.Result.Read(var entry) -> ofCandidate(entry);
        };
    }

    private static Checked ofCandidate(Entry entry) {
        if (entry.body() instanceof Persons.PersonHeld) {
            return bad(
                    "no-vault",
                    "/kind",
                    "Identities of persons held go into the vault only, and this record has none."
                            + " Record the transfer or the search without identities instead.");
        }
        return entry.audience() == Audience.Group.VAULT
                ? bad("no-vault", "/audience", "This record has no vault; choose another audience.")
                : new Checked.Good(of(entry));
    }

    /** The same of what anybody may enter: not what only {@link TruceRecord#rotate} and its like do. */
    static Checked ofOffered(byte[] content) {
        return switch (EntryJson.readStrict(content)) {
            case EntryJson.Result.Bad(var problems) -> new Checked.Bad(problems);
            case EntryJson.Result.Read(var entry)
            when entry.body() instanceof RecordKeeping.RecordClosed
                    || entry.body() instanceof RecordKeeping.KeyRotated ->
                bad(
                        "record-keeping",
                        "/kind",
                        "This kind says what was done to the record itself: whoever holds its key does it with \"truce"
                                + " close\" or \"truce rotate\".");
            case EntryJson.Result.Read(var entry) -> ofCandidate(entry);
        };
    }

    private static Checked bad(String code, String place, String sentence) {
        return new Checked.Bad(List.of(new Problem(code, place, sentence)));
    }
}
