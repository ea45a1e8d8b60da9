package org.truce.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.truce.cli.input.Known;
import org.truce.model.entry.Audience;
import org.truce.model.entry.Entry;
import org.truce.model.entry.Replacement;
import org.truce.model.json.EntryJson;
import org.truce.model.kind.Body;
import org.truce.model.kind.Ground;
import org.truce.model.kind.Statement.ReadingReviewed;
import org.truce.model.kind.Statement.ReportReceived;
import org.truce.publication.review.NameIndex;
import org.truce.reading.ReadingJson;
import org.truce.record.Candidate;
import org.truce.record.Kept;
import org.truce.record.TruceRecord;
import org.truce.record.tlog.Hash;

/**
 * What a record knows already, for files that are brought into it: names, reports, and whether it is reconstructed. Opening
 * it reads every entry's bytes once and parses those of the few kinds that matter here, so that a record of ten million
 * needs no more memory than its names. Not thread-safe.
 */
final class Shelf implements Known {
    private static final int STEP = 1 << 12;
    /** An entry that holds none of these is of none of the kinds; an escaped character may hide one. */
    private static final List<byte[]> SIGNS = Stream.of(
                    "MandateSet", "ActorNamed", "PlaceNamed", "ReportReceived", "ReadingReviewed", "\\u")
            .map(it -> it.getBytes(StandardCharsets.US_ASCII))
            .toList();

    /** Whether one of them begins with a character: most characters are passed over by one look. */
    private static final boolean[] FIRST = new boolean[128];

    static {
        SIGNS.forEach(sign -> FIRST[sign[0]] = true);
    }

    private final TruceRecord record;
    private final Map<UUID, Entry> reports = new LinkedHashMap<>();
    private final NameIndex names = new NameIndex();
    private final Set<String> settled = new HashSet<>();
    private boolean reconstructed;

    Shelf(TruceRecord record) throws IOException {
        this.record = record;
        Map<UUID, Entry> standing = new LinkedHashMap<>();
        long size = record.size();
        for (long from = 0; from < size; from += STEP) {
            record.forEach(from, Math.min(size, from + STEP), Audience.Group.MISSION, kept -> {
                if (kept instanceof Kept.Present present
                        && signed(present.content().bytes())) {
                    take(present.content().bytes(), standing);
                }
            });
        }
        standing.values().forEach(entry -> {
            learn(entry.body());
            if (entry.body() instanceof ReportReceived) {
                reports.put(entry.id(), entry);
            } else if (entry.body() instanceof ReadingReviewed review) {
                settled.add(review.report() + " " + review.fact());
            }
        });
    }

    private static boolean signed(byte[] json) {
        for (int i = 0; i < json.length; i++) {
            if (json[i] >= 0 && FIRST[json[i]] && signed(json, i)) {
                return true;
            }
        }
        return false;
    }

    private static boolean signed(byte[] json, int at) {
        for (byte[] sign : SIGNS) {
            int end = at + sign.length;
            if (end <= json.length && Arrays.equals(json, at, end, sign, 0, sign.length)) {
                return true;
            }
        }
        return false;
    }

    /** What is replaced stands no more; a withdrawal takes nothing's place. */
    private static void take(byte[] json, Map<UUID, Entry> standing) {
        if (EntryJson.read(json) instanceof EntryJson.Result.Read(Entry entry)) {
            Replacement replaces = entry.replaces();
            if (replaces != null) {
                standing.remove(replaces.entry());
            }
            if (replaces == null || !replaces.withdraws()) {
                standing.put(entry.id(), entry);
            }
        }
    }

    /** Takes in what an entry says that is about to be added. */
    void learn(Body body) {
        if (body instanceof Ground.MandateSet mandate) {
            reconstructed = mandate.mode() == Ground.Mode.RECONSTRUCTED;
        }
        names.learn(body);
    }

    @Override
    public boolean has(UUID id) throws IOException {
        return record.byId(id).isPresent();
    }

    @Override
    public Optional<Candidate> candidate(UUID id) throws IOException {
        OptionalLong index = record.byId(id);
        return index.isPresent()
                        && record.read(index.getAsLong(), Audience.Group.MISSION) instanceof Kept.Present present
                ? Optional.of(Candidate.of(present.content().bytes()))
                : Optional.empty();
    }

    @Override
    public Optional<Stored> report(String sha256) throws IOException {
        for (Entry entry : reports.values()) {
            ReportReceived report = (ReportReceived) entry.body();
            String reading = report.reading();
            if (report.original().equals(sha256) && reading != null) {
                return Optional.of(new Stored(
                        entry.id(),
                        entry.stated(),
                        entry.audience(),
                        new String(bytes(report.text()), StandardCharsets.UTF_8),
                        ReadingJson.read(bytes(reading))));
            }
        }
        return Optional.empty();
    }

    private byte[] bytes(String sha256) throws IOException {
        Optional<InputStream> stream = record.attachment(Hash.fromHex(sha256).orElseThrow(), Audience.Group.MISSION);
        try (InputStream in =
                stream.orElseThrow(() -> new IOException("attachment " + sha256 + " is not in this copy"))) {
            return in.readAllBytes();
        }
    }

    @Override
    public boolean settled(UUID report, String fact) {
        return settled.contains(report + " " + fact);
    }

    @Override
    public NameIndex names() {
        return names;
    }

    @Override
    public boolean reconstructed() {
        return reconstructed;
    }
}
