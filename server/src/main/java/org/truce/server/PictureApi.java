package org.truce.server;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.truce.model.entry.Audience;
import org.truce.model.entry.Author;
import org.truce.model.kind.Body;
import org.truce.model.kind.Ground.MandateSet;
import org.truce.picture.Held;
import org.truce.picture.OpenRecord;
import org.truce.picture.View;
import org.truce.publication.feed.AssessmentFeed;
import org.truce.publication.feed.EntryFeed;
import org.truce.publication.feed.Json;
import org.truce.publication.feed.MapFeed;
import org.truce.publication.feed.SightingFeed;
import org.truce.publication.feed.SituationFeed;
import org.truce.publication.feed.TimelineFeed;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What can be seen of records: the situation, the map, the strip of time, single entries. */
@RestController
@RequestMapping("/api/v1/records")
final class PictureApi {
    private final Records records;

    PictureApi(Records records) {
        this.records = records;
    }

    @Serves(value = Serves.To.READERS, what = "The records that are served.", shape = "Records")
    @GetMapping
    ArrayNode list() {
        ArrayNode out = Json.array();
        records.all().keySet().forEach(name -> {
            OpenRecord open = records.find(name);
            out.add(heading(
                    name, open, open.picture().at(Instant.now(), open.picture().size(), Audience.Group.PUBLIC)));
        });
        return out;
    }

    /** All that a page needs to begin with, in one answer: the records, and the situation of the one it opens. */
    @Serves(value = Serves.To.READERS, what = "The records, and with open the situation of one.")
    @GetMapping(params = "open")
    ObjectNode opening(
            @RequestParam String open, @RequestParam(required = false) @Nullable String day, Question question) {
        if (day != null && !day.equals("now")) {
            throw Question.bad("bad-value", "day", "day is now, or is left out.");
        }
        ObjectNode out = Json.object();
        out.set("records", list());
        out.set("situation", SituationFeed.of(question.name(), question.opening(day != null)));
        return out;
    }

    @Serves(value = Serves.To.READERS, what = "One record in short.", timeless = true)
    @GetMapping("/{record}")
    ObjectNode one(Question question) {
        ObjectNode out = heading(question.name(), question.open(), question.view());
        Author writer = question.writer().orElse(null);
        if (writer == null) {
            return out.putNull("writer");
        }
        out.putObject("writer").put("actor", writer.actor().value()).put("role", writer.role());
        return out;
    }

    private static ObjectNode heading(String name, OpenRecord open, View view) {
        MandateSet mandate = view.mandate();
        ObjectNode out = Json.object().put("name", name);
        out.set("title", Json.textOrNull(mandate == null ? null : mandate.name()));
        out.put("size", view.known())
                .put("reconstructed", open.picture().reconstructed())
                .put("exercise", mandate != null && mandate.exercise())
                .put(
                        "openingDay",
                        mandate == null || mandate.openingDay() == null
                                ? null
                                : mandate.openingDay().toString())
                .put("zone", mandate == null ? "UTC" : mandate.zone().getId())
                .put("unreadable", open.unreadable().size());
        ArrayNode languages = out.putArray("languages");
        (mandate == null ? List.of("ar", "ru", "en") : mandate.languages()).forEach(languages::add);
        return out;
    }

    @Serves(value = Serves.To.READERS, what = "The front page in one answer.")
    @GetMapping("/{record}/situation")
    ObjectNode situation(Question question) {
        return SituationFeed.of(question.name(), question.view());
    }

    @Serves(value = Serves.To.READERS, what = "The level of stability with its reasons.")
    @GetMapping("/{record}/assessment")
    ObjectNode assessment(Question question) {
        return AssessmentFeed.of(question.view());
    }

    @Serves(value = Serves.To.READERS, what = "What a map shows.", shape = "FeatureCollection")
    @GetMapping("/{record}/map")
    ObjectNode map(Question question) {
        return MapFeed.of(question.view());
    }

    @Serves(value = Serves.To.READERS, what = "Every day with something in it.", timeless = true)
    @GetMapping("/{record}/timeline")
    ObjectNode timeline(Question question) {
        return TimelineFeed.of(question.whole());
    }

    @Serves(
            value = Serves.To.READERS,
            what = "Where and when things were observed, in columns of numbers.",
            types = "application/octet-stream",
            timeless = true)
    @GetMapping(path = "/{record}/sightings", produces = "application/octet-stream")
    byte[] sightings(Question question) {
        return SightingFeed.of(question.whole());
    }

    @Serves(value = Serves.To.READERS, what = "One entry and what became of it.")
    @GetMapping("/{record}/entries/{id}")
    ObjectNode entry(Question question, @PathVariable UUID id) {
        View view = question.view();
        Held<Body> held = view.find(id);
        if (held == null) {
            throw new HttpProblem(
                    HttpStatus.NOT_FOUND,
                    "no-such-entry",
                    id.toString(),
                    "There is no such entry, or it is not for you.");
        }
        return new EntryFeed(view).whole(held);
    }
}
