package org.truce.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.truce.model.entry.Author;
import org.truce.model.kind.Body;
import org.truce.model.kind.Statement.ReportReceived;
import org.truce.picture.Held;
import org.truce.picture.OpenRecord;
import org.truce.picture.View;
import org.truce.publication.feed.Json;
import org.truce.publication.feed.RegisterFeed;
import org.truce.publication.review.Choices;
import org.truce.publication.review.ProposalFeed;
import org.truce.publication.review.StoredReading;
import tools.jackson.databind.node.ObjectNode;

/** One report: its text, and every fact that was read in it with its words and what a person made of it. */
@RestController
@RequestMapping("/api/v1/records/{record}/reports/{id}")
final class ReportApi {
    @Serves(value = Serves.To.READERS, what = "One report with every fact that was read in it.")
    @GetMapping
    ObjectNode report(Question question, @PathVariable UUID id) throws IOException {
        OpenRecord open = question.open();
        View view = question.view();
        Held<Body> held = view.find(id);
        if (held == null || !(held.body() instanceof ReportReceived report)) {
            throw new HttpProblem(
                    HttpStatus.NOT_FOUND,
                    "no-such-report",
                    id.toString(),
                    "There is no such report, or it is not for you.");
        }
        ObjectNode out = RegisterFeed.report(new Held<>(held.index(), held.recorded(), held.entry(), report));
        Optional<byte[]> text = open.attachment(report.text(), view.audience());
        out.put(
                "text",
                text.map(bytes -> new String(bytes, StandardCharsets.UTF_8)).orElse(null));
        boolean rightToLeft = report.language() != null && report.language().matches("(ar|fa|he|ur)(-.*)?");
        out.put("dir", rightToLeft ? "rtl" : "ltr").put("reader", report.reader());
        out.put("audience", held.entry().audience().wire())
                .put("reconstructed", view.picture().reconstructed());
        out.set(
                "facts",
                StoredReading.of(open, new Held<>(held.index(), held.recorded(), held.entry(), report), view.audience())
                        .map(stored -> ProposalFeed.of(stored, view))
                        .orElseGet(out::arrayNode));
        Optional<Author> writer = question.writer();
        out.set("writer", writer.isEmpty() ? out.nullNode() : writer(writer.get(), view));
        return out;
    }

    /** In whose name decisions are entered, the server's clock, and what may stand in a correction. */
    private static ObjectNode writer(Author author, View view) {
        ObjectNode out = Json.object()
                .put("actor", author.actor().value())
                .put("role", author.role())
                .put("now", Instant.now().toString());
        out.set("choices", Choices.of(view));
        return out;
    }
}
