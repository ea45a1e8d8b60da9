package org.truce.assessment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sunrise and sunset as almanacs print them (Universal Time), to two minutes. */
class DaylightTest {
    @ParameterizedTest
    @CsvSource({
        // London, solstices of 2024; Quito and Reykjavik; Sydney, whose day begins on the date before in Universal
        // Time.
        "2024-06-20, -0.1278, 51.5074, 03:43, 20:21",
        "2024-12-21, -0.1278, 51.5074, 08:04, 15:53",
        "2024-12-21, -21.9426, 64.1466, 11:22, 15:30",
        "2024-06-21, 151.2093, -33.8688, 21:00, 06:54",
    })
    void riseAndSetAreTheAlmanacs(String date, double longitude, double latitude, String rise, String set) {
        for (String edge : new String[] {rise, set}) {
            Instant at = Instant.parse(date + "T" + edge + ":00Z");
            if (rise.compareTo(set) > 0 && edge.equals(rise)) {
                at = at.minus(Duration.ofDays(1));
            }
            boolean begins = edge.equals(rise);
            Duration two = Duration.ofMinutes(2);
            Duration hour = Duration.ofHours(1);
            assertEquals(begins ? 0 : 1, Daylight.share(at.minus(hour), at.minus(two), longitude, latitude), 1e-9);
            assertEquals(begins ? 1 : 0, Daylight.share(at.plus(two), at.plus(hour), longitude, latitude), 1e-9);
        }
    }

    @ParameterizedTest
    @CsvSource({"2024-06-20, 1", "2024-12-21, 0"})
    void beyondThePolarCircleTheDayIsAllLightOrNone(String date, double share) {
        Instant noon = Instant.parse(date + "T00:00:00Z");
        assertEquals(share, Daylight.share(noon, noon.plus(Duration.ofHours(24)), 25.78, 71.17), 1e-9);
    }
}
