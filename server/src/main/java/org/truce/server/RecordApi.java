package org.truce.server;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.truce.model.Problem;
import org.truce.model.entry.Audience;
import org.truce.model.entry.Author;
import org.truce.model.entry.Entry;
import org.truce.model.json.EntryJson;
import org.truce.picture.OpenRecord;
import org.truce.publication.feed.Json;
import org.truce.record.Candidate;
import org.truce.record.Outcome;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The record itself: writing into it, its checkpoint, receipts. */
@RestController
@RequestMapping("/api/v1/records/{record}")
final class RecordApi {
    /** What a caller cannot mend without knowing more than it sent. */
    private static final java.util.Set<String> CONFLICTS = java.util.Set.of("id-taken", "replaces-no-head");

    private final Records records;

    RecordApi(Records records) {
        this.records = records;
    }

    @Serves(value = Serves.To.WRITER, what = "Appends one entry; the same twice is appended once.", shape = "Place")
    @PostMapping(path = "/entries", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<ObjectNode> append(@PathVariable String record, HttpServletRequest request) throws IOException {
        OpenRecord open = records.find(record);
        byte[] body = request.getInputStream().readNBytes((int) Guard.MAX_BODY + 1);
        if (body.length > Guard.MAX_BODY) {
            throw new HttpProblem(HttpStatus.CONTENT_TOO_LARGE, "too-large", "request", Guard.TOO_LARGE);
        }
        return switch (EntryJson.readStrict(body)) {
            case EntryJson.Result.Bad(List<Problem> problems) -> refused(problems);
            case EntryJson.Result.Read(Entry entry) -> append(open, entry, body, Doorkeeper.caller(request));
        };
    }

    private static ResponseEntity<ObjectNode> append(OpenRecord open, Entry entry, byte[] body, Caller caller)
            throws IOException {
        Author author = caller.author().orElseThrow();
        if (!entry.author().actor().equals(author.actor())) {
            throw new HttpProblem(
                    HttpStatus.FORBIDDEN,
                    "not-the-author",
                    "/author/actor",
                    "This link writes as " + author.actor().value() + "; the entry says "
                            + entry.author().actor().value() + ".");
        }
        // Who may not read an audience may not write for it; a party always may write for itself and the mission.
        Audience reads = caller.reads(open.mandate());
        if (!reads.reads(entry.audience()) && entry.audience() != Audience.Group.MISSION) {
            throw new HttpProblem(
                    HttpStatus.FORBIDDEN,
                    "not-for-you",
                    "/audience",
                    "You may not write for " + entry.audience().wire() + ".");
        }
        return switch (open.append(List.of(Candidate.of(body))).getFirst()) {
            case Outcome.Appended done ->
                ResponseEntity.status(HttpStatus.CREATED).body(place(entry.id(), done.index(), done.recorded()));
            case Outcome.Known known -> ResponseEntity.ok(place(entry.id(), known.index(), known.recorded()));
            case Outcome.Refused refused ->
                Problems.answer(
                        CONFLICTS.contains(refused.problem().code())
                                ? HttpStatus.CONFLICT
                                : HttpStatus.UNPROCESSABLE_CONTENT,
                        refused.problem());
        };
    }

    private static ObjectNode place(UUID id, long index, java.time.Instant recorded) {
        return Json.object().put("id", id.toString()).put("index", index).put("recorded", recorded.toString());
    }

    private static ResponseEntity<ObjectNode> refused(List<Problem> problems) {
        ResponseEntity<ObjectNode> answer = Problems.answer(HttpStatus.BAD_REQUEST, problems.getFirst());
        ObjectNode body = answer.getBody();
        if (body != null) {
            ArrayNode all = body.putArray("problems");
            problems.forEach(problem -> all.addObject()
                    .put("code", problem.code())
                    .put("place", problem.place())
                    .put("detail", problem.sentence()));
        }
        return answer;
    }

    @Serves(value = Serves.To.READERS, what = "The signed head of the log.", types = "text/plain")
    @GetMapping(path = "/checkpoint", produces = "text/plain;charset=utf-8")
    String checkpoint(@PathVariable String record) {
        return records.find(record).record().checkpoint().note().toString();
    }

    @Serves(value = Serves.To.READERS, what = "Proof that an entry is in the record.", types = "text/plain")
    @GetMapping(path = "/receipt/{id}", produces = "text/plain;charset=utf-8")
    String receipt(@PathVariable String record, @PathVariable UUID id, HttpServletRequest request) throws IOException {
        OpenRecord open = records.find(record);
        Audience reader = Doorkeeper.caller(request).reads(open.mandate());
        // Who may not read an entry is not told whether there is one.
        OptionalLong index = open.picture()
                                .at(java.time.Instant.MAX, open.picture().size(), reader)
                                .find(id)
                        == null
                ? OptionalLong.empty()
                : open.record().byId(id);
        if (index.isEmpty()) {
            throw new HttpProblem(
                    HttpStatus.NOT_FOUND,
                    "no-such-entry",
                    id.toString(),
                    "There is no such entry, or it is not for you.");
        }
        return open.record().receipt(index.getAsLong(), reader).toString();
    }
}
