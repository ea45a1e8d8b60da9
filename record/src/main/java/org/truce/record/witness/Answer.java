package org.truce.record.witness;

import java.nio.charset.StandardCharsets;

/**
 * What a witness answers.
 *
 * @param status of HTTP: 200, 400, 403, 404, 409 or 422
 * @param type of the body
 * @param body signature lines (200), the size that it has (409), else a sentence; ends in a newline
 */
public record Answer(int status, String type, String body) {
    /** Content type of a body that is a size. */
    public static final String SIZE = "text/x.tlog.size";

    static Answer cosigned(String lines) {
        return new Answer(200, "text/plain; charset=utf-8", lines);
    }

    static Answer conflict(long size) {
        return new Answer(409, SIZE, size + "\n");
    }

    static Answer refused(int status, String sentence) {
        return new Answer(status, "text/plain; charset=utf-8", sentence + "\n");
    }

    /** The body, UTF-8. */
    public byte[] bytes() {
        return body.getBytes(StandardCharsets.UTF_8);
    }
}
