package org.truce.publication.review;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.truce.model.entry.Audience;
import org.truce.model.kind.Statement.ReportReceived;
import org.truce.picture.Held;
import org.truce.picture.OpenRecord;
import org.truce.reading.Reading;
import org.truce.reading.ReadingJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A report with its stored text and what the machine read in it. An immutable value.
 *
 * @param report its entry
 * @param text the stored text, in which all spans count
 * @param reading the facts
 * @param json the same as the record holds it, with what a later reader wrote besides
 */
public record StoredReading(Held<ReportReceived> report, String text, Reading reading, JsonNode json) {

    /**
     * The reading of a report, as far as a reader may read its text and its reading; empty where one of them is not for
     * them, or was never made.
     */
    public static Optional<StoredReading> of(OpenRecord open, Held<ReportReceived> report, Audience reader)
            throws IOException {
        String hash = report.body().reading();
        Optional<byte[]> text = open.attachment(report.body().text(), reader);
        Optional<byte[]> read = hash == null ? Optional.empty() : open.attachment(hash, reader);
        return text.isEmpty() || read.isEmpty()
                ? Optional.empty()
                : Optional.of(new StoredReading(
                        report,
                        new String(text.get(), StandardCharsets.UTF_8),
                        ReadingJson.read(read.get()),
                        JsonMapper.shared().readTree(read.get())));
    }

    /** A fact as the machine wrote it down; an empty object where the reading has none at this path. */
    JsonNode fact(String path) {
        int slash = path.indexOf('/');
        JsonNode found = slash < 0 || !path.substring(slash + 1).matches("\\d{1,9}")
                ? null
                : json.path(path.substring(0, slash)).get(Integer.parseInt(path.substring(slash + 1)));
        return found == null ? JsonNodeFactory.instance.objectNode() : found;
    }
}
