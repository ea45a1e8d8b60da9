package org.truce.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.truce.cli.input.Known;
import org.truce.model.Text;
import org.truce.model.entry.Audience;
import org.truce.model.entry.Entry;
import org.truce.model.entry.Replacement;
import org.truce.model.id.ActorId;
import org.truce.model.id.PlaceId;
import org.truce.model.json.EntryJson;
import org.truce.model.kind.Body;
import org.truce.model.kind.Ground;
import org.truce.model.kind.Statement.ReportReceived;
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
    /** By first character: an entry that holds none of these is of none of the kinds; an escape may hide one. */
    private static final byte[] @Nullable [] SIGNS = new byte[128][];

    static {
        for (String sign : List.of("MandateSet", "ActorNamed", "PlaceNamed", "ReportReceived", "\\u")) {
            SIGNS[sign.charAt(0)] = sign.getBytes(StandardCharsets.US_ASCII);
        }
    }

    private final TruceRecord record;
    private final Map<UUID, Entry> reports = new LinkedHashMap<>();
    private final Map<String, ActorId> actors = new HashMap<>();
    private final Map<String, PlaceId> places = new HashMap<>();
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
            }
        });
    }

    private static boolean signed(byte[] json) {
        for (int i = 0; i < json.length; i++) {
            byte @Nullable [] sign = json[i] < 0 ? null : SIGNS[json[i]];
            if (sign != null
                    && i + sign.length <= json.length
                    && Arrays.equals(json, i, i + sign.length, sign, 0, sign.length)) {
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
        switch (body) {
            case Ground.MandateSet mandate -> reconstructed = mandate.mode() == Ground.Mode.RECONSTRUCTED;
            case Ground.ActorNamed named -> {
                put(actors, named.name(), named.actor());
                named.aliases().forEach(alias -> actors.putIfAbsent(fold(alias), named.actor()));
            }
            case Ground.PlaceNamed named -> {
                put(places, named.name(), named.place());
                named.variants().forEach(name -> places.putIfAbsent(fold(name), named.place()));
            }
            default -> {
                // Nothing else has names that reports use.
            }
        }
    }

    private static <T> void put(Map<String, T> map, Text name, T id) {
        name.in().values().forEach(words -> map.putIfAbsent(fold(words), id));
    }

    private static String fold(String name) {
        return name.toLowerCase(Locale.ROOT).strip();
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
    public Optional<ActorId> actor(String name) {
        return Optional.ofNullable(actors.get(fold(name)));
    }

    @Override
    public Optional<PlaceId> place(String name) {
        return Optional.ofNullable(places.get(fold(name)));
    }

    @Override
    public boolean reconstructed() {
        return reconstructed;
    }
}
