package org.truce.record;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.truce.model.Text;
import org.truce.model.entry.Audience;
import org.truce.model.entry.Author;
import org.truce.model.entry.Basis;
import org.truce.model.entry.Entry;
import org.truce.model.entry.Replacement;
import org.truce.model.id.ActorId;
import org.truce.model.json.EntryJson;
import org.truce.model.kind.Body;
import org.truce.model.kind.Community;
import org.truce.model.kind.RecordKeeping;
import org.truce.record.store.Disk;
import org.truce.record.tlog.SigningKey;

/** Where tests work: a directory, a clock that ticks once a second, seeded randomness, and entries. */
final class Field {
    static final Audience PUBLIC = Audience.Group.PUBLIC;
    static final Audience MISSION = Audience.Group.MISSION;
    static final Instant START = Instant.parse("2020-11-10T00:00:00Z");

    final Path home;
    final Path dir;
    private final RandomGenerator random = new Random(20201110);
    private long seconds;
    private long ids;

    Field(Path home) {
        this.home = home;
        this.dir = home.resolve("record");
    }

    Keys keys() {
        return new Keys.Directory(home.resolve("keys"));
    }

    Surroundings surroundings() {
        return surroundings(Disk.real());
    }

    Surroundings surroundings(Disk disk) {
        return new Surroundings(() -> START.plusSeconds(seconds++), random, disk);
    }

    TruceRecord create() throws IOException {
        return TruceRecord.create(dir, RecordOptions.named("Lachin"), keys(), surroundings());
    }

    TruceRecord write() throws IOException {
        return TruceRecord.openForWriting(dir, keys(), surroundings());
    }

    TruceRecord read() throws IOException {
        return TruceRecord.open(dir);
    }

    /** Goes on where another field stopped, of which this one is a copy. */
    void skip(Field other) {
        seconds = other.seconds;
        ids = other.ids;
    }

    UUID id() {
        return new UUID(0x0175_b1e0_0000_7000L, 0x8000_0000_0000_0000L | ids++);
    }

    byte[] entry(UUID id, Audience audience, Body body, List<Basis> basis, @Nullable Replacement replaces) {
        Author author = new Author(new ActorId("mission"), null);
        return EntryJson.write(new Entry(
                id, body.kind(), 1, author, START.minusSeconds(60), null, null, basis, replaces, audience, body));
    }

    byte[] concern(UUID id, Audience audience, String words) {
        return entry(
                id,
                audience,
                new Community.ConcernRaised(new ActorId("lachin"), Text.of("en", words)),
                List.of(),
                null);
    }

    Candidate concern(Audience audience, String words) {
        return Candidate.of(concern(id(), audience, words));
    }

    Candidate replacing(UUID id, UUID replaced, boolean withdraws) {
        Body body = new Community.ConcernRaised(new ActorId("lachin"), Text.of("en", "corrected"));
        return Candidate.of(entry(id, PUBLIC, body, List.of(), new Replacement(replaced, "a slip", withdraws)));
    }

    Candidate destroying(UUID target) {
        Body body = new RecordKeeping.ContentDestroyed(target, Text.of("en", "order 7"));
        return Candidate.of(entry(id(), PUBLIC, body, List.of(), null));
    }

    Candidate attached(UUID id, Audience audience, byte[]... files) {
        List<Attachment> attachments = new ArrayList<>();
        for (byte[] file : files) {
            attachments.add(Attachment.of(file));
        }
        List<String> names = attachments.stream().map(it -> it.sha256().hex()).toList();
        Basis basis = new Basis(null, null, List.of(), names, null, null, null, null);
        Body body = new Community.ConcernRaised(new ActorId("lachin"), Text.of("en", "see attached"));
        return Candidate.of(entry(id, audience, body, List.of(basis), null), attachments);
    }

    /** Entries of every audience in turn. */
    List<Candidate> many(int count) {
        List<Audience> audiences =
                List.of(PUBLIC, MISSION, Audience.Group.PARTIES, new Audience.Party(new ActorId("Ա")), PUBLIC);
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            candidates.add(concern(audiences.get(i % audiences.size()), "number " + i));
        }
        return candidates;
    }

    /** A key that could follow, kept where the record's keys are. */
    SigningKey next(TruceRecord record, int n) throws IOException {
        byte[] seed = new byte[32];
        seed[7] = (byte) n;
        SigningKey next = SigningKey.of(record.identity().key().name(), seed);
        if (!java.nio.file.Files.exists(keys().place(next.verifier()))) {
            keys().keep(next);
        }
        return next;
    }

    Candidate rotated(SigningKey next) {
        Body body = new RecordKeeping.KeyRotated(next.verifier().text());
        return Candidate.of(entry(id(), PUBLIC, body, List.of(), null));
    }

    /** Another key signs from here on. */
    void rotate(TruceRecord record, int n) throws IOException {
        SigningKey next = next(record, n);
        record.rotate(rotated(next), next);
    }

    Candidate closing() {
        Body body = new RecordKeeping.RecordClosed(Text.of("en", "The mandate has ended."));
        return Candidate.of(entry(id(), PUBLIC, body, List.of(), null));
    }

    Verification verify() throws IOException {
        return TruceRecord.verify(dir, java.util.Optional.empty());
    }
}
