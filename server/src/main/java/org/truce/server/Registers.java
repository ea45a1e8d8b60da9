package org.truce.server;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.truce.picture.OpenRecord;
import org.truce.picture.View;
import org.truce.publication.feed.Json;
import org.truce.publication.feed.RegisterFeed;
import org.truce.publication.feed.Rows;
import tools.jackson.databind.node.ObjectNode;

/** Registers as the API gives them: the rows of the feeds, and what only the record's attachments can tell of them. */
public final class Registers {
    /**
     * A register, not yet made.
     *
     * @param heading what it is of, as known when, for whom
     * @param rows made when they are asked for
     * @param closing what stands behind the rows; often nothing
     */
    public record Register(ObjectNode heading, List<ObjectNode> rows, ObjectNode closing) {
        /** All of it in one object. */
        public ObjectNode whole() {
            ObjectNode out = heading.deepCopy();
            out.putArray("items").addAll(rows);
            out.setAll(closing);
            return out;
        }
    }

    private Registers() {}

    /** The register of a name; null where there is none. */
    public static @Nullable Register of(String name, View view, OpenRecord open) throws IOException {
        return of(name, view, open, null);
    }

    /** The same with rows that were made for a narrower or wider question, where there are any. */
    public static @Nullable Register of(String name, View view, OpenRecord open, @Nullable List<ObjectNode> asked)
            throws IOException {
        RegisterFeed.Register feed = RegisterFeed.ALL.get(name);
        if (feed == null) {
            return null;
        }
        ObjectNode heading = RegisterFeed.heading(name, view);
        if (name.equals("reports")) {
            SameStories stories = SameStories.of(open, view);
            return new Register(
                    heading,
                    Rows.of(RegisterFeed.listedReports(view), held -> stories.mark(RegisterFeed.report(held))),
                    Json.object().put("sources", stories.sources()));
        }
        return new Register(heading, asked == null ? feed.rows(view) : asked, Json.object());
    }
}
