package org.truce.cli.input;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.truce.model.Problem;
import org.truce.model.entry.Entry;
import org.truce.model.json.EntryJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One entry as its author wrote it, with what they left out filled in. Pure. */
final class EntryText {
    private static final Set<String> FILLED = Set.of("id", "v", "author", "stated", "audience");

    private EntryText() {}

    /** What came of a text. */
    sealed interface Result {
        /**
         * An entry.
         *
         * @param entry as it was read
         * @param content the bytes for the record: the author's own where nothing was left out
         * @param ownId whether the author chose the id
         */
        @SuppressWarnings("ArrayRecordComponent") // handed on at once, never compared
        record Good(Entry entry, byte[] content, boolean ownId) implements Result {}

        /**
         * No entry.
         *
         * @param problems everything that is wrong with it
         */
        record Bad(List<Problem> problems) implements Result {}
    }

    static Result read(byte[] text, Defaults defaults) {
        Problem encoding = encoding(text);
        if (encoding != null) {
            return new Result.Bad(List.of(encoding));
        }
        EntryJson.Result read = EntryJson.readStrict(text);
        if (read instanceof EntryJson.Result.Bad && EntryJson.tree(text) instanceof ObjectNode given) {
            boolean lacks = FILLED.stream().anyMatch(field -> !given.has(field));
            if (lacks) {
                boolean ownId = given.has("id");
                byte[] filled = fill(given, text, defaults).toString().getBytes(StandardCharsets.UTF_8);
                return result(EntryJson.readStrict(filled), filled, ownId);
            }
        }
        return result(read, text, true);
    }

    private static Result result(EntryJson.Result read, byte[] content, boolean ownId) {
        return switch (read) {
            case EntryJson.Result.Bad(List<Problem> problems) -> new Result.Bad(problems);
            case EntryJson.Result.Read(Entry entry) -> new Result.Good(entry, content, ownId);
        };
    }

    private static ObjectNode fill(ObjectNode given, byte[] text, Defaults defaults) {
        ObjectNode out = given.objectNode();
        out.set("id", given.has("id") ? given.get("id") : given.stringNode(id(given, text)));
        out.setAll(given);
        if (!given.has("v")) {
            out.put("v", 1);
        }
        if (!given.has("author")) {
            ObjectNode author = out.putObject("author");
            author.put("actor", defaults.author().actor().value());
            if (defaults.author().role() != null) {
                author.put("role", defaults.author().role());
            }
        }
        if (!given.has("stated")) {
            out.put("stated", defaults.now().toString());
        }
        if (!given.has("audience")) {
            out.put("audience", defaults.audience().wire());
        }
        return out;
    }

    private static String id(ObjectNode given, byte[] text) {
        return Ids.of(stated(given.get("stated")), "entry", new String(text, StandardCharsets.UTF_8).strip())
                .toString();
    }

    private static @Nullable Instant stated(@Nullable JsonNode stated) {
        try {
            return stated == null || !stated.isString()
                    ? null
                    : java.time.OffsetDateTime.parse(stated.stringValue()).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** What is wrong with bytes that are to be UTF-8; null where nothing is. */
    static @Nullable Problem encoding(byte[] text) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(text));
            return null;
        } catch (CharacterCodingException e) {
            return new Problem(
                    "not-utf8",
                    "/",
                    "This is not UTF-8 text. Save it as UTF-8 (iconv -f windows-1256 -t utf-8, or the charset it has).");
        }
    }
}
