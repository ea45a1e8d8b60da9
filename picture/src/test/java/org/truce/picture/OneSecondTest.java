package org.truce.picture;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.truce.model.entry.Audience;
import org.truce.model.json.EntryJson;
import org.truce.model.kind.Observation.SeenType;

/** A storm of observations of one second: counted, ordered and found as if they were of as many days. */
class OneSecondTest {
    private static final int MANY = 100_000;
    private static final Instant SECOND = Instant.parse("2021-05-02T10:00:00Z");

    private static UUID id(int number) {
        // Their order by id is not the order in which they came.
        return new UUID(0x0179_0000_0000_7000L, 0x8000_0000_0000_0000L | (number * 7_919L) % MANY);
    }

    private static void apply(Picture picture, int number) {
        String json = """
                {"id":"%s","kind":"Observed","v":1,"author":{"actor":"m","role":"monitor"},\
                "stated":"2021-05-02T10:00:00Z","occurred":{"edtf":"2021-05-02T10:00:00Z"},\
                "where":{"geometry":{"type":"Point","coordinates":[46.5,39.5]},"radiusMetres":150},\
                "basis":[{"publisher":"m","source":"A","information":2}],"audience":"public",\
                "body":{"observer":"m","means":"heard","count":{"value":1,"unit":"acts"},\
                "seen":[{"type":"shot","count":{"value":1,"unit":"acts"}}]}}""".formatted(id(number));
        if (EntryJson.read(json.getBytes(UTF_8)) instanceof EntryJson.Result.Read(var entry)) {
            picture.apply(number, SECOND, entry);
        } else {
            throw new AssertionError(json);
        }
    }

    @Test
    void aStormOfOneSecondIsCountedAndOrdered() {
        Picture picture = new Picture();
        assertTimeout(Duration.ofMinutes(2), () -> {
            for (int number = 0; number < MANY; number++) {
                apply(picture, number);
            }
            View view = picture.at(SECOND.plusSeconds(60), picture.size(), Audience.Group.PUBLIC);
            assertEquals(Map.of(SeenType.SHOT, (double) MANY), view.observed(SECOND, SECOND.plusSeconds(1), null, 0));
            List<IncidentFile> incidents = Incidents.of(view).all();
            assertEquals(MANY, incidents.size());
            List<UUID> ids = new ArrayList<>();
            for (int number = 0; number < 1_000; number++) {
                ids.add(incidents.get(number * 100).id());
            }
            List<UUID> sorted = new ArrayList<>(ids);
            Collections.sort(sorted);
            assertEquals(sorted, ids);
            IncidentFile found = Incidents.of(view).find(id(77));
            assertEquals(id(77), found == null ? null : found.id());
        });
        View before = picture.at(SECOND, picture.size(), Audience.Group.PUBLIC);
        assertEquals(0, Incidents.of(before).all().size());
    }
}
