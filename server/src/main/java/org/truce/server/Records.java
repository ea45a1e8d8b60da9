package org.truce.server;

import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.truce.picture.OpenRecord;

/** The records that this server holds, by name, in the order in which they were given. Thread-safe. */
public final class Records {
    private final Map<String, OpenRecord> byName;

    /** Of open records by name. */
    public Records(Map<String, OpenRecord> byName) {
        this.byName = Collections.unmodifiableMap(new LinkedHashMap<>(byName));
    }

    Map<String, OpenRecord> all() {
        return byName;
    }

    /** A record with all that was written into it by now. */
    OpenRecord find(String name) {
        OpenRecord open = byName.get(name);
        if (open == null) {
            throw new HttpProblem(
                    HttpStatus.NOT_FOUND,
                    "no-such-record",
                    name,
                    "There is no such record here; GET /api/v1/records lists them.");
        }
        try {
            open.refresh();
        } catch (IOException e) {
            throw new HttpProblem(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "disk",
                    name,
                    "The record cannot be read now: " + e.getMessage() + ".");
        }
        return open;
    }
}
