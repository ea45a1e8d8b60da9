package org.truce.server;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.truce.model.Invalid;
import org.truce.model.entry.Audience;
import org.truce.model.kind.Ground.MandateSet;
import org.truce.picture.OpenRecord;
import org.truce.picture.View;
import org.truce.publication.feed.Days;

/** The three things that every question names: {@code at}, {@code known} and {@code audience}. */
final class Question {
    private final HttpServletRequest request;
    private final OpenRecord open;
    private final @Nullable MandateSet mandate;
    private final ZoneId zone;

    Question(HttpServletRequest request, OpenRecord open) {
        this.request = request;
        this.open = open;
        this.mandate = open.mandate();
        this.zone = mandate == null ? ZoneId.of("UTC") : mandate.zone();
    }

    /** The view for which a request asks, as far as its caller may see it. */
    View view(Caller caller) {
        return open.picture().at(at(), known("known"), audience(caller));
    }

    /** The same at the end of time. */
    View whole(Caller caller) {
        return open.picture().at(Instant.MAX, known("known"), audience(caller));
    }

    /**
     * What a page shows first: where no instant is asked for, the mandate's opening day as it was known then. The
     * opening day does not hold where the address says {@code day=now}.
     */
    View opening(Caller caller) {
        LocalDate opening = mandate == null || "now".equals(one("day")) ? null : mandate.openingDay();
        if (opening == null || one("at") != null) {
            return view(caller);
        }
        Instant end = Days.end(opening, zone);
        long then = one("known") == null ? open.picture().sizeAt(end.minusMillis(1)) : known("known");
        return open.picture().at(end, then, audience(caller));
    }

    private Instant at() {
        String text = one("at");
        return text == null ? Instant.now() : instant("at", text);
    }

    long known(String name) {
        String text = one(name);
        long size = open.picture().size();
        if (text == null) {
            return size;
        }
        if (text.matches("\\d{1,18}")) {
            long asked = Long.parseLong(text);
            if (asked > size) {
                throw bad("beyond-record", name, "The record has " + size + " entries, not " + asked + ".");
            }
            return asked;
        }
        // A day is known to its end: the last moment before the next day begins.
        return open.picture().sizeAt(instant(name, text).minusMillis(text.length() == 10 ? 1 : 0));
    }

    private Instant instant(String name, String text) {
        try {
            return text.length() == 10
                    ? Days.end(LocalDate.parse(text), zone)
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw bad(
                    "bad-time",
                    name,
                    "Give a date such as 2021-09-28, an instant such as 2021-09-28T12:00:00Z"
                            + (name.startsWith("known") ? ", or a record size." : "."));
        }
    }

    Audience audience(Caller caller) {
        Audience own = caller.reads(mandate);
        String text = one("audience");
        if (text == null) {
            return own;
        }
        try {
            Audience asked = Audience.parse(text);
            if (!Caller.mayAsk(own, asked)) {
                throw new HttpProblem(
                        HttpStatus.FORBIDDEN, "not-for-you", "audience", "You may read what is " + own.wire() + ".");
            }
            return asked;
        } catch (Invalid e) {
            throw bad(e.code(), "audience", String.valueOf(e.getMessage()));
        }
    }

    private @Nullable String one(String name) {
        String[] values = request.getParameterValues(name);
        if (values != null && values.length > 1) {
            throw bad("repeated-parameter", name, "Give " + name + " once.");
        }
        return values == null || values[0].isEmpty() ? null : values[0];
    }

    static HttpProblem bad(String code, String place, String sentence) {
        return new HttpProblem(HttpStatus.BAD_REQUEST, code, place, sentence);
    }
}
