package org.truce.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.truce.cli.input.Known;
import org.truce.model.entry.Audience;
import org.truce.model.kind.Body;
import org.truce.model.kind.Ground;
import org.truce.model.kind.Statement.ReadingReviewed;
import org.truce.model.kind.Statement.ReportReceived;
import org.truce.picture.Held;
import org.truce.picture.OpenRecord;
import org.truce.picture.Picture;
import org.truce.picture.View;
import org.truce.publication.review.NameIndex;
import org.truce.reading.ReadingJson;
import org.truce.record.Candidate;
import org.truce.record.Kept;

/** What an opened record knows already, for files that are brought into it. Not thread-safe. */
final class Shelf implements Known {
    private final OpenRecord opened;
    private final View view;
    private final NameIndex names;
    private final Set<String> settled = new HashSet<>();
    private boolean reconstructed;

    Shelf(OpenRecord opened) {
        this.opened = opened;
        Picture picture = opened.picture();
        this.view = picture.at(java.time.Instant.MAX, picture.size(), Audience.Group.MISSION);
        reconstructed = picture.reconstructed();
        names = NameIndex.of(view);
        view.heads(ReadingReviewed.class)
                .forEach(review ->
                        settled.add(review.body().report() + " " + review.body().fact()));
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
