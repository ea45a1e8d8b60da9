package org.truce.model.time;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When it is too late: the first instant that no longer counts as on time. */
class DeadlineTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            # One date, three translations (Moscow is UTC+3): "by" and "until" count the day, "before" does not.
            2020-11-20 | -     | Europe/Moscow    | true  | 2020-11-20T21:00:00Z
            2020-11-20 | -     | Europe/Moscow    | false | 2020-11-19T21:00:00Z
            # The same day ends an hour earlier in Yerevan and Baku (UTC+4).
            2020-11-20 | -     | Asia/Baku        | true  | 2020-11-20T20:00:00Z
            # Midnight is the beginning of its day. A minute that counts ends with the next one.
            2020-11-10 | 00:00 | Europe/Moscow    | false | 2020-11-09T21:00:00Z
            2020-11-10 | 00:00 | Europe/Moscow    | true  | 2020-11-09T21:01:00Z
            2023-09-20 | 13:00 | Asia/Yerevan     | false | 2023-09-20T09:00:00Z
            # Days of 23 and of 25 hours: Berlin goes from UTC+1 to UTC+2 on 28 March 2021 and back on 31 October.
            2021-03-28 | -     | Europe/Berlin    | false | 2021-03-27T23:00:00Z
            2021-03-28 | -     | Europe/Berlin    | true  | 2021-03-28T22:00:00Z
            2021-10-31 | -     | Europe/Berlin    | false | 2021-10-30T22:00:00Z
            2021-10-31 | -     | Europe/Berlin    | true  | 2021-10-31T23:00:00Z
            # 02:30 is left out on the one day (03:30 summer time is UTC+2), and comes twice on the other (the second is UTC+1).
            2021-03-28 | 02:30 | Europe/Berlin    | false | 2021-03-28T01:30:00Z
            2021-10-31 | 02:30 | Europe/Berlin    | false | 2021-10-31T01:30:00Z
            # Beirut put its clocks on at midnight of 28 March 2021: that day begins at 01:00 (UTC+3).
            2021-03-28 | -     | Asia/Beirut      | false | 2021-03-27T22:00:00Z
            # Samoa had no 30 December 2011: the 29th, at UTC-10, is followed by the 31st.
            2011-12-29 | -     | Pacific/Apia     | true  | 2011-12-30T10:00:00Z
            2024-02-28 | -     | UTC              | true  | 2024-02-29T00:00:00Z
            """)
    void tooLate(LocalDate day, LocalTime time, ZoneId zone, boolean inclusive, String instant) {
        assertEquals(
                instant,
                new Deadline(day, time, zone, inclusive, "by").instant().toString());
    }
}
