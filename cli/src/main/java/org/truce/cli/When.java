package org.truce.cli;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.truce.model.entry.Audience;
import org.truce.picture.Picture;
import org.truce.picture.View;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A moment as a user writes it: an instant, a date that means its end in the mandate's zone, or a record's size. */
sealed interface When {
    /**
     * An instant, with its offset.
     *
     * @param at the instant
     */
    record At(Instant at) implements When {}

    /**
     * A date: what held at its end.
     *
     * @param day the date
     */
    record End(LocalDate day) implements When {
        /** The first instant after it. */
        Instant until(ZoneId zone) {
            return day.plusDays(1).atStartOfDay(zone).toInstant();
        }
    }

    /**
     * The first so many entries.
     *
     * @param entries how many
     */
    record Size(long entries) implements When {}

    /** The instant before which a picture is taken. */
    static Instant until(When when, ZoneId zone) {
        return switch (when) {
            case At(Instant at) -> at;
            case End end -> end.until(zone);
            case Size _ -> throw new WrongUse("wrong-use", "--at", "--at takes an instant or a date, not a size.");
        };
    }

    /**
     * The view that {@code --at} and {@code --known} name.
     *
     * @param at of which instant; now where null
     * @param known as known when; all that is known where null
     */
    static View view(Picture picture, @Nullable When at, @Nullable When known, Audience reader, Instant now) {
        // Days are the mandate's, and so the mandate is looked up with all that is known today.
        ZoneId zone = picture.at(now, picture.size(), reader).zone();
        long size = known == null ? picture.size() : size(picture, zone, known);
        return picture.at(at == null ? now : until(at, zone), size, reader);
    }

    /** The record size that a moment means. */
    static long size(Picture picture, ZoneId zone, When known) {
        return switch (known) {
            case Size(long entries) -> Math.min(entries, picture.size());
            case At(Instant instant) -> picture.sizeAt(instant);
            case End end -> picture.sizeAt(end.until(zone).minusMillis(1));
        };
    }

    /** Reads what {@code --at} and {@code --known} take. */
    final class Converter implements ITypeConverter<When> {
        @Override
        public When convert(String text) {
            try {
                if (text.matches("\\d{1,18}")) {
                    return new Size(Long.parseLong(text));
                }
                return text.length() <= 10
                        ? new End(LocalDate.parse(text))
                        : new At(OffsetDateTime.parse(text).toInstant());
            } catch (DateTimeException e) {
                throw new TypeConversionException("\"" + text
                        + "\" is no date like 2021-09-28, no instant like 2021-09-28T12:00:00+04:00" + " and no size.");
            }
        }
    }
}
