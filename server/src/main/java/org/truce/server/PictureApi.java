package org.truce.server;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.truce.assessment.Assessor;
import org.truce.model.kind.Body;
import org.truce.model.kind.Ground.MandateSet;
import org.truce.picture.Held;
import org.truce.picture.OpenRecord;
import org.truce.picture.View;
import org.truce.publication.feed.AssessmentFeed;
import org.truce.publication.feed.EntryFeed;
import org.truce.publication.feed.Json;
import org.truce.publication.feed.MapFeed;
import org.truce.publication.feed.RegisterFeed;
import org.truce.publication.feed.SituationFeed;
import org.truce.publication.feed.TimelineFeed;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What can be seen of records: the situation, the map, the strip of time, registers, single entries. */
@RestController
@RequestMapping("/api/v1/records")
final class PictureApi {
    private static final int PAGE = 200;
    private static final int LARGEST_PAGE = 1000;

    private final Records records;

    PictureApi(Records records) {
        this.records = records;
    }

    @Serves(Serves.To.READERS)
    @GetMapping
    ArrayNode list() {
        ArrayNode out = Json.array();
        records.all().forEach((name, open) -> out.add(heading(name, records.find(name))));
        return out;
    }

    /** All that a page needs to begin with, in one answer: the records, and the situation of the one it opens. */
    @Serves(Serves.To.READERS)
    @GetMapping(params = "open")
    ObjectNode opening(@RequestParam String open, HttpServletRequest request) {
        ObjectNode out = Json.object();
        out.set("records", list());
        String name = open.isEmpty() || !records.all().containsKey(open)
                ? records.all().keySet().iterator().next()
                : open;
        View view = new Question(request, records.find(name)).opening(Doorkeeper.caller(request));
        out.set("situation", SituationFeed.of(name, view));
        return out;
    }

    @Serves(Serves.To.READERS)
    @GetMapping("/{record}")
    ObjectNode one(@PathVariable String record) {
        return heading(record, records.find(record));
    }

    private static ObjectNode heading(String name, OpenRecord open) {
        MandateSet mandate = open.mandate();
        ObjectNode out = Json.object().put("name", name);
        out.set("title", Json.textOrNull(mandate == null ? null : mandate.name()));
        out.put("size", open.picture().size())
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

    @Serves(Serves.To.READERS)
    @GetMapping("/{record}/situation")
    ObjectNode situation(@PathVariable String record, HttpServletRequest request) {
        return SituationFeed.of(record, view(record, request));
    }

    @Serves(Serves.To.READERS)
    @GetMapping("/{record}/assessment")
    ObjectNode assessment(@PathVariable String record, HttpServletRequest request) {
        return AssessmentFeed.of(Assessor.assess(view(record, request)));
    }

    @Serves(Serves.To.READERS)
    @GetMapping("/{record}/map")
    ObjectNode map(@PathVariable String record, HttpServletRequest request) {
        return MapFeed.of(view(record, request));
    }

    @Serves(Serves.To.READERS)
    @GetMapping("/{record}/timeline")
    ObjectNode timeline(@PathVariable String record, HttpServletRequest request) {
        OpenRecord open = records.find(record);
        return TimelineFeed.of(new Question(request, open).whole(Doorkeeper.caller(request)));
    }

    @Serves(Serves.To.READERS)
    @GetMapping(
            "/{record}/{register:incidents|obligations|due|boundaries|actors|meetings|transfers|returns|hazards|reports|flags"
                    + "|posts|patrols|sensors|effort|unwatched|restrictions|access}")
    ObjectNode register(@PathVariable String record, @PathVariable String register, HttpServletRequest request)
            throws IOException {
        OpenRecord open = records.find(record);
        View view = new Question(request, open).view(Doorkeeper.caller(request));
        ObjectNode out = RegisterFeed.of(register, view);
        if (out == null) {
            throw new HttpProblem(HttpStatus.NOT_FOUND, "no-such-register", register, "There is no such register.");
        }
        if (register.equals("reports")) {
            SameStories.mark(out, open, view);
        }
        return out;
    }

    @Serves(Serves.To.READERS)
    @GetMapping("/{record}/entries")
    ObjectNode entries(
            @PathVariable String record,
            @RequestParam(required = false) String kind,
            @RequestParam(defaultValue = "0") long from,
            @RequestParam(defaultValue = "" + PAGE) int limit,
            HttpServletRequest request) {
        if (limit < 1 || limit > LARGEST_PAGE || from < 0) {
            throw Question.bad("bad-page", "limit", "limit is 1 to " + LARGEST_PAGE + " and from at least 0.");
        }
        View view = view(record, request);
        EntryFeed feed = new EntryFeed(view);
        List<Held<Body>> page = view.all().stream()
                .filter(held -> held.index() >= from
                        && (kind == null || kind.equals(held.entry().kind())))
                .limit(limit + 1L)
                .toList();
        ObjectNode out = Json.object();
        ArrayNode items = out.putArray("items");
        page.stream().limit(limit).forEach(held -> items.add(feed.line(held)));
        out.put("next", page.size() > limit ? page.getLast().index() : null);
        return out;
    }

    @Serves(Serves.To.READERS)
    @GetMapping("/{record}/entries/{id}")
    ObjectNode entry(@PathVariable String record, @PathVariable UUID id, HttpServletRequest request) {
        View view = view(record, request);
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

    @Serves(Serves.To.READERS)
    @GetMapping("/{record}/changes")
    ObjectNode changes(@PathVariable String record, HttpServletRequest request) {
        OpenRecord open = records.find(record);
        Question question = new Question(request, open);
        View view = question.view(Doorkeeper.caller(request));
        long since = request.getParameter("since") == null ? 0 : question.known("since");
        ObjectNode out = Json.object().put("since", since).put("known", view.known());
        out.set("changes", Json.coded(SituationFeed.changes(view, since)));
        return out;
    }

    private View view(String record, HttpServletRequest request) {
        return new Question(request, records.find(record)).view(Doorkeeper.caller(request));
    }
}
