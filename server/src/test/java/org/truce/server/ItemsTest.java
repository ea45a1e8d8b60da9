package org.truce.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.truce.server.Served.RECORD;
import static org.truce.server.Served.json;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Entries as features of a map, as other programs open them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ItemsTest {
    private static final String ITEMS = RECORD + "/items";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path dir;

    @SuppressWarnings("NullAway.Init")
    private Served served;

    /** 1 has a day and a point, 2 an open interval and a point, 3 neither; 5 replaces 4, 6 is the mission's. */
    @BeforeAll
    void start() throws IOException {
        served = new Served(
                dir,
                List.of(
                        Served.mandate(0),
                        worry(1, "public", at("2020-12-11", 46.77, 39.55), "a"),
                        worry(2, "public", at("2021-01-10/..", 179.5, -10), "b"),
                        worry(3, "public", "", "c"),
                        worry(4, "public", at("2021-02", -179.5, -10), "d"),
                        worry(
                                5,
                                "public",
                                at("2021-02-03T04:05Z", -179.5, -10) + "\"replaces\":{\"entry\":\"" + Served.id(4)
                                        + "\",\"why\":\"nearer\"},",
                                "e"),
                        worry(6, "mission", at("2021-03-01", 46, 39), "f")));
    }

    @AfterAll
    void stop() {
        served.close();
    }

    private static String worry(int n, String audience, String more, String words) {
        return Served.entry(
                n, "ConcernRaised", audience, more, "\"community\":\"alpha\",\"concern\":{\"en\":\"" + words + "\"}");
    }

    private static String at(String date, double lon, double lat) {
        return "\"occurred\":{\"edtf\":\"" + date + "\"},\"where\":{\"geometry\":{\"type\":\"Point\",\"coordinates\":["
                + lon + "," + lat + "]},\"radiusMetres\":500},";
    }

    private String features(String query) {
        HttpResponse<String> response = served.get(ITEMS + query);
        assertEquals(200, response.statusCode(), response.body());
        StringBuilder out = new StringBuilder();
        json(response).get("features").forEach(feature -> {
            for (int n = 0; n < 10; n++) {
                if (feature.get("id").stringValue().equals(Served.id(n).toString())) {
                    out.append(n);
                }
            }
        });
        return out.toString();
    }

    @Test
    void aFeatureSaysWhenItSurelyWasAndWhere() {
        HttpResponse<String> response = served.get(ITEMS);
        assertEquals(
                "application/geo+json",
                response.headers().firstValue("Content-Type").orElse(""));
        JsonNode all = json(response);
        assertEquals("FeatureCollection", all.get("type").stringValue());
        assertEquals(
                "http://www.opengis.net/spec/json-fg-1/1.0/conf/core",
                all.at("/conformsTo/0").stringValue());
        JsonNode day = all.at("/features/1");
        // Yerevan is four hours ahead of UTC: its day of 11 December 2020 begins on the 10th at 20:00.
        assertEquals(
                "{\"interval\":[\"2020-12-10T20:00:00Z\",\"2020-12-11T20:00:00Z\"]}",
                day.get("time").toString());
        assertEquals(
                "{\"type\":\"Point\",\"coordinates\":[46.77,39.55]}",
                day.get("geometry").toString());
        assertEquals("ConcernRaised", day.get("featureType").stringValue());
        assertEquals(500, day.at("/properties/radius").intValue());
        assertEquals(
                "{\"interval\":[\"2021-01-09T20:00:00Z\",\"..\"]}",
                all.at("/features/2/time").toString());
        assertTrue(all.at("/features/3/time").isNull()
                && all.at("/features/3/geometry").isNull());
        // To the minute: EDTF's minute surely contains what happened in it.
        assertEquals(
                "{\"interval\":[\"2021-02-03T04:05:00Z\",\"2021-02-03T04:06:00Z\"]}",
                all.at("/features/4/time").toString());
        assertEquals(5, all.get("numberMatched").intValue());
    }

    /** What was replaced, what is not for the reader and what had not begun are left out; filters as OGC asks. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                                        | 01235
            ?at=2020-12-31                            | 1
            ?known=5                                  | 01234
            ?kind=ConcernRaised                       | 1235
            ?kind=Observed                            | ''
            ?kind=ConcernRaised&bbox=46,39,47,40      | 13
            ?kind=ConcernRaised&bbox=46,39,0,47,40,9  | 13
            ?kind=ConcernRaised&bbox=179,-11,-179,-9  | 235
            ?kind=ConcernRaised&bbox=46.77,39.55,46.77,39.55 | 13
            ?kind=ConcernRaised&datetime=2020-12-11   | 13
            ?kind=ConcernRaised&datetime=2020-12-10T19:59:59Z | 3
            ?kind=ConcernRaised&datetime=2020-12-10T20:00:00Z | 13
            ?kind=ConcernRaised&datetime=../2021-01-09 | 13
            ?kind=ConcernRaised&datetime=2021-02-03T04:05:59Z/.. | 235
            ?kind=ConcernRaised&datetime=2021-02-03T04:06:00Z/ | 23
            """)
    void filtersKeepWhatTheyShould(String query, String expected) {
        assertEquals(expected, features(query), query);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ?bbox=1,2,3          | bad-box
            ?bbox=1,2,3,NaN      | bad-box
            ?bbox=1,3,2,2        | bad-box
            ?bbox=1,2,3,91       | bad-box
            ?bbox=181,2,182,3    | bad-box
            ?bbox=               | bad-box
            ?datetime=../..      | bad-time
            ?datetime=2021       | bad-time
            ?datetime=2021-02-30 | bad-time
            ?datetime=2021-02-02/2021-02-01 | bad-time
            ?datetime=a/b/c      | bad-time
            """)
    void wrongFiltersAreRefused(String query, String code) {
        HttpResponse<String> response = served.get(ITEMS + query);
        assertEquals(400, response.statusCode());
        assertEquals(code, json(response).get("code").stringValue());
    }

    @Test
    void pagesAreLinked() {
        JsonNode page = json(served.get(ITEMS + "?limit=3"));
        assertEquals(3, page.get("numberReturned").intValue());
        String next = page.get("links")
                .valueStream()
                .filter(link -> link.get("rel").stringValue().equals("next"))
                .findFirst()
                .orElseThrow()
                .get("href")
                .stringValue();
        assertEquals("35", features(next.substring(ITEMS.length())));
    }

    /** The other end of the wire: GDAL opens what is served, with every feature, geometry and property. */
    @Test
    void gdalOpensThem() throws IOException, InterruptedException {
        Assumptions.assumeTrue(there("ogrinfo"), "gdal is not on this machine");
        Path file = dir.resolve("items.geojson");
        Files.writeString(file, served.get(ITEMS).body());
        Process process = new ProcessBuilder("ogrinfo", "-al", file.toString())
                .redirectErrorStream(true)
                .start();
        String seen = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), seen);
        assertTrue(seen.contains("Feature Count: 5"), seen);
        assertTrue(seen.contains("POINT (46.77 39.55)"), seen);
        assertTrue(seen.contains("kind (String) = ConcernRaised"), seen);
        assertTrue(seen.contains("WGS 84"), seen);
    }

    private static boolean there(String program) throws InterruptedException {
        try {
            return new ProcessBuilder(program, "--version").start().waitFor(30, TimeUnit.SECONDS);
        } catch (IOException e) {
            return false;
        }
    }
}
