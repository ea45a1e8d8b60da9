package org.truce.cli;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
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
