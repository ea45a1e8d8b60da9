package org.truce.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.truce.cli.input.Known;
import org.truce.model.Text;
import org.truce.model.entry.Audience;
import org.truce.model.id.ActorId;
import org.truce.model.id.PlaceId;
import org.truce.model.kind.Body;
import org.truce.model.kind.Ground;
import org.truce.model.kind.Statement.ReportReceived;
import org.truce.picture.Held;
import org.truce.picture.OpenRecord;
import org.truce.picture.Picture;
import org.truce.picture.View;
import org.truce.reading.ReadingJson;
import org.truce.record.Candidate;
import org.truce.record.Kept;

/** What an opened record knows already, for files that are brought into it. Not thread-safe. */
final class Shelf implements Known {
    private final OpenRecord opened;
    private final View view;
    private final Map<String, ActorId> actors = new HashMap<>();
    private final Map<String, PlaceId> places = new HashMap<>();
    private boolean reconstructed;

    Shelf(OpenRecord opened) {
        this.opened = opened;
        Picture picture = opened.picture();
        this.view = picture.at(java.time.Instant.MAX, picture.size(), Audience.Group.MISSION);
        reconstructed = picture.reconstructed();
        view.heads(Ground.ActorNamed.class).forEach(named -> learn(named.body()));
        view.heads(Ground.PlaceNamed.class).forEach(named -> learn(named.body()));
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
        return opened.record().byId(id).isPresent();
    }

    @Override
    public Optional<Candidate> candidate(UUID id) throws IOException {
        OptionalLong index = opened.record().byId(id);
        return index.isPresent()
                        && opened.record().read(index.getAsLong(), Audience.Group.MISSION)
                                instanceof Kept.Present present
                ? Optional.of(Candidate.of(present.content().bytes()))
                : Optional.empty();
    }

    @Override
    public Optional<Stored> report(String sha256) throws IOException {
        for (Held<ReportReceived> held : view.heads(ReportReceived.class)) {
            ReportReceived report = held.body();
            String reading = report.reading();
            if (report.original().equals(sha256) && reading != null) {
                return Optional.of(new Stored(
                        held.id(),
                        held.entry().stated(),
                        held.entry().audience(),
                        new String(bytes(report.text()), StandardCharsets.UTF_8),
                        ReadingJson.read(bytes(reading))));
            }
        }
        return Optional.empty();
    }

    private byte[] bytes(String sha256) throws IOException {
        return opened.attachment(sha256, Audience.Group.MISSION)
                .orElseThrow(() ->
                        new UncheckedIOException(new IOException("attachment " + sha256 + " is not in this copy")));
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
