package org.truce.reading.source;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.truce.model.Problem;

/**
 * The text of a report. Pure; cost is linear in the bytes.
 *
 * @param text the text, not blank, without byte order mark
 * @param mediaType of the bytes it came from
 * @param extractor name and version of what made it
 */
public record ReportText(String text, String mediaType, String extractor) {
    /** Largest report, in bytes: a long page is 200 kB. */
    public static final int MAX_BYTES = 8 << 20;

    private static final String PLAIN = "truce-text 1";

    /** What came of the bytes. */
    public sealed interface Result {
        /**
         * A text.
         *
         * @param report the text and how it was made
         */
        record Good(ReportText report) implements Result {}

        /**
         * No text.
         *
         * @param problem what is wrong, placed at {@code /}
         */
        record Bad(Problem problem) implements Result {}
    }

    /**
     * The text of a file.
     *
     * @param bytes all of it
     * @param name of the file; one that ends in {@code .html} or {@code .htm}, or bytes that begin like a page, are
     *     read as HTML
     */
    public static Result of(byte[] bytes, String name) {
        if (bytes.length > MAX_BYTES) {
            return bad("too-large", "A report has at most 8 MiB of text; give the one article that is meant.");
        }
        if (html(bytes, name)) {
            String text = Html.text(bytes);
            return text.isBlank()
                    ? bad("empty-file", "There is no text in this page.")
                    : new Result.Good(new ReportText(text, "text/html", Html.EXTRACTOR));
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            text = text.startsWith("\uFEFF") ? text.substring(1) : text;
            return plain(text);
        } catch (CharacterCodingException e) {
            return bad(
                    "not-utf8",
                    "This is not UTF-8 text. Convert it, as with iconv -f windows-1256 -t utf-8 (or whatever charset it"
                            + " has).");
        }
    }

    private static Result plain(String text) {
        if (text.isBlank()) {
            return bad("empty-file", "There is nothing in this file.");
        }
        boolean binary = text.chars().anyMatch(c -> c < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f');
        return binary
                ? bad("binary-file", "This is no text: it holds control characters. Give a .txt or .html file.")
                : new Result.Good(new ReportText(text, "text/plain", PLAIN));
    }

    private static boolean html(byte[] bytes, String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".html") || lower.endsWith(".htm")) {
            return true;
        }
        String start = new String(bytes, 0, Math.min(bytes.length, 200), StandardCharsets.ISO_8859_1)
                .replace("\u00EF\u00BB\u00BF", "")
                .stripLeading()
                .toLowerCase(Locale.ROOT);
        return start.startsWith("<!doctype html") || start.startsWith("<html");
    }

    private static Result bad(String code, String sentence) {
        return new Result.Bad(new Problem(code, "/", sentence));
    }
}
