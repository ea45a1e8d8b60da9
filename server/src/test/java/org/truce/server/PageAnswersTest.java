package org.truce.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What only the pages ask: observations in columns, who may write, and when violence was last confirmed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PageAnswersTest {
    private static final JsonMapper JSON = new JsonMapper();

    @SuppressWarnings("NullAway.Init")
    private Served served;

    private static String observed(int n, String audience, String more, String body) {
        return Served.entry(
                n,
                "Observed",
                audience,
                "\"occurred\":{\"edtf\":\"2021-09-" + (20 + n) + "T22:30:00Z\"}," + more,
                "\"observer\":\"mission\",\"means\":\"seen\",\"count\":{\"value\":4,\"unit\":\"acts\"}," + body);
    }

    private static String at(double longitude, double latitude) {
        return "\"where\":{\"geometry\":{\"type\":\"Point\",\"coordinates\":[" + longitude + "," + latitude + "]}},";
    }

    private static final String SHOTS = "\"seen\":[{\"type\":\"shot\",\"count\":{\"value\":3,\"unit\":\"acts\"}},"
            + "{\"type\":\"burst\",\"count\":{\"value\":1,\"unit\":\"acts\"}}]";

    @BeforeAll
    void start(@TempDir Path dir) throws IOException {
        served = new Served(
                dir,
                List.of(
                        Served.mandate(0),
                        observed(1, "public", at(46, 39), SHOTS),
                        observed(2, "public", at(47, 40), SHOTS),
                        observed(3, "mission", at(46.5, 39.5), SHOTS),
                        observed(4, "public", at(46.1, 39.1), "\"exercise\":true," + SHOTS),
                        observed(5, "public", "", SHOTS),
                        observed(
                                6,
                                "public",
                                at(46, 40) + "\"replaces\":{\"entry\":\"" + Served.id(2) + "\",\"why\":\"a slip\"},",
                                SHOTS),
                        Served.entry(7, "AllegationMade", "public", "\"occurred\":{\"edtf\":\"2021-09-10\"},", """
                                "by":"alpha","accused":"bravo","act":"attack","what":{"en":"an attack"}"""),
                        Served.entry(
                                8,
                                "VerificationMade",
                                "public",
                                "\"occurred\":{\"edtf\":\"2021-09-11\"},",
                                """
                                "incident":"%s","result":"confirmed","by":"mission\"""".formatted(Served.id(7)))));
    }

    @AfterAll
    void stop() {
        served.close();
    }

    /** The rows of the columns, read as docs/api.md says: index, day, longitude, latitude, class. */
    private List<String> sightings(String query, JsonNode[] heading) throws Exception {
        HttpResponse<byte[]> response = HttpClient.newHttpClient()
                .send(
                        served.request(Served.RECORD + "/sightings" + query)
                                .header("Authorization", "Bearer " + served.token())
                                .build(),
                        BodyHandlers.ofByteArray());
        assertEquals(200, response.statusCode());
        ByteBuffer bytes = ByteBuffer.wrap(response.body()).order(ByteOrder.LITTLE_ENDIAN);
        byte[] text = new byte[bytes.getInt()];
        bytes.get(text);
        heading[0] = JSON.readTree(new String(text, StandardCharsets.UTF_8));
        int count = heading[0].get("count").intValue();
        int index = bytes.position();
        int day = index + up(4 * count);
        int x = day + up(2 * count);
        int y = x + up(2 * count);
        int seen = y + up(2 * count);
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(bytes.getInt(index + 4 * i) + " " + (bytes.getShort(day + 2 * i) & 0xFFFF) + " "
                    + (bytes.getShort(x + 2 * i) & 0xFFFF) + " " + (bytes.getShort(y + 2 * i) & 0xFFFF) + " "
                    + heading[0].at("/classes/" + bytes.get(seen + i)).stringValue());
        }
        int replaced = seen + up(count);
        for (int i = 0; i < heading[0].get("replaced").intValue(); i++) {
            rows.add(bytes.getInt(replaced + 4 * i) + " by "
                    + bytes.getInt(replaced + up(4 * heading[0].get("replaced").intValue()) + 4 * i));
        }
        return rows;
    }

    private static int up(int bytes) {
        return (bytes + 7) / 8 * 8;
    }

    @Test
    void observationsStandInColumnsForWhoMayReadThem() throws Exception {
        JsonNode[] heading = new JsonNode[1];
        assertEquals(
                List.of("1 0 0 0 shot", "2 1 65535 65535 shot", "6 5 0 65535 shot", "1 by 6"),
                sightings("?audience=public", heading));
        // Half past ten at night of Universal Time is the next day in the mandate's zone.
        assertEquals("2021-09-22", heading[0].get("firstDay").stringValue());
        assertEquals("[46.0,39.0,47.0,40.0]", heading[0].get("bounds").toString());
        assertEquals(
                List.of("1 0 0 0 shot", "2 1 65535 65535 shot", "3 2 32768 32768 shot"),
                sightings("?known=6", heading));
    }

    @Test
    void whoMayWriteIsToldThatHeMay() {
        JsonNode reads = JSON.readTree(served.get(Served.RECORD).body());
        JsonNode writes = JSON.readTree(served.get(Served.RECORD, "Authorization", "Bearer " + served.token())
                .body());
        assertTrue(reads.get("writer").isNull());
        assertEquals(
                "{\"actor\":\"mission\",\"role\":\"analyst\"}",
                writes.get("writer").toString());
    }

    @Test
    void theAnswerToAWriterIsNotThatToAReader() {
        String path = Served.RECORD + "?audience=public";
        String tag = served.get(path).headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> other =
                served.get(path, "Authorization", "Bearer " + served.token(), "If-None-Match", tag);
        assertEquals(200, other.statusCode());
    }

    @Test
    void theSituationTellsWhenViolenceWasLastConfirmed() {
        JsonNode figures = JSON.readTree(
                        served.get(Served.RECORD + "/situation?at=2021-09-20").body())
                .get("figures");
        assertEquals(10, figures.get("daysSinceLastConfirmed").intValue());
        assertEquals("2021-09-10", figures.get("lastConfirmedDay").stringValue());
        assertEquals(Served.id(7).toString(), figures.get("lastConfirmed").stringValue());
        JsonNode before = JSON.readTree(
                        served.get(Served.RECORD + "/situation?at=2021-09-09").body())
                .get("figures");
        assertTrue(before.get("daysSinceLastConfirmed").isNull());
    }
}
