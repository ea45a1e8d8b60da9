package org.truce.server;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.truce.model.Invalid;
import org.truce.model.entry.Audience;
import org.truce.model.entry.Author;
import org.truce.model.kind.Ground.MandateSet;
import org.truce.picture.OpenRecord;
import org.truce.picture.View;
import org.truce.publication.feed.Days;

/**
 * What every question names: the record, {@code at}, {@code known} and {@code audience}. The page of a list that follows
 * another is of the same instant and the same knowledge as the first: its cursor says which.
 */
final class Question {
    private final HttpServletRequest request;
    private final String name;
    private final OpenRecord open;
    private final Caller caller;
    private final Optional<Cursor> after;
    private final @Nullable MandateSet mandate;
    private final ZoneId zone;
    private final Instant now = Instant.now();

    Question(HttpServletRequest request, String name, OpenRecord open) {
        this.request = request;
        this.name = name;
        this.open = open;
        this.caller = Doorkeeper.caller(request);
        this.after = Optional.ofNullable(Cursor.ofRequest(request));
        this.mandate = open.mandate();
        this.zone = mandate == null ? ZoneId.of("UTC") : mandate.zone();
    }

    /** The record's name. */
    String name() {
        return name;
    }

    /** The record that is asked. */
    OpenRecord open() {
        return open;
    }

    /** Who asks. */
    Caller caller() {
        return caller;
    }

    /** In whose name the caller may write into the record; nobody's where nobody can, or it is closed. */
    Optional<Author> writer() {
        try {
            return open.record().isWritable() && !open.record().isClosed() ? caller.author() : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The cursor of the page that is asked for; empty for the first. */
    Optional<Cursor> after() {
        return after;
    }

    /** The view for which a request asks, as far as its caller may see it. */
    View view() {
        return open.picture().at(at(), known(), audience());
    }

    /** The same at the end of time. */
    View whole() {
        return open.picture().at(Instant.MAX, known(), audience());
    }

    /**
     * What a page shows first: where no instant is asked for, the mandate's opening day as it was known then. The
     * opening day does not hold where the address says {@code day=now}.
     */
    View opening(boolean now) {
        LocalDate opening = mandate == null || now ? null : mandate.openingDay();
        if (opening == null || one("at") != null) {
            return view();
        }
        Instant end = Days.end(opening, zone);
        long then = one("known") == null ? open.picture().sizeAt(end.minusMillis(1)) : known();
        return open.picture().at(end, then, audience());
    }

    /** The zone of days. */
    ZoneId zone() {
        return zone;
    }

    /** Whether the question says of which instant it is, so that the same question has the same answer tomorrow. */
    boolean saysWhen() {
        return one("at") != null || after.isPresent();
    }

    /** The instant asked for; now where none is. */
    Instant at() {
        String text = one("at");
        if (text == null) {
            return after.map(Cursor::at).orElse(now);
        }
        Instant asked = instant("at", text);
        after.ifPresent(cursor -> same("at", asked.equals(cursor.at())));
        return asked;
    }

    /** The record size asked for; the whole record where none is. */
    long known() {
        if (one("known") == null) {
            return after.map(cursor -> within("after", cursor.known()))
                    .orElse(open.picture().size());
        }
        long asked = known("known");
        after.ifPresent(cursor -> same("known", asked == cursor.known()));
        return asked;
    }

    private static void same(String parameter, boolean same) {
        if (!same) {
            throw bad("bad-cursor", "after", "This cursor belongs to a list with another " + parameter + ".");
        }
    }

    /** A record size that another parameter names; the whole record where it is absent. */
    long known(String parameter) {
        String text = one(parameter);
        if (text == null) {
            return open.picture().size();
        }
        if (text.matches("[0-9]{1,18}")) {
            return within(parameter, Long.parseLong(text));
        }
        // A day is known to its end: the last moment before the next day begins.
        return open.picture().sizeAt(instant(parameter, text).minusMillis(text.length() == 10 ? 1 : 0));
    }

    private long within(String parameter, long asked) {
        long size = open.picture().size();
        if (asked > size) {
            throw bad("beyond-record", parameter, "The record has " + size + " entries, not " + asked + ".");
        }
        return asked;
    }

    private Instant instant(String parameter, String text) {
        try {
            return text.length() == 10
                    ? Days.end(LocalDate.parse(text), zone)
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw bad(
                    "bad-time",
                    parameter,
                    "Give a date such as 2021-09-28, an instant such as 2021-09-28T12:00:00Z"
                            + (parameter.equals("at") ? "." : ", or a record size."));
        }
    }

    /** For whom; what the caller may read where nothing is said. */
    Audience audience() {
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

    private @Nullable String one(String parameter) {
        String value = request.getParameter(parameter);
        return value == null || value.isEmpty() ? null : value;
    }

    static HttpProblem bad(String code, String place, String sentence) {
        return new HttpProblem(HttpStatus.BAD_REQUEST, code, place, sentence);
    }
}
