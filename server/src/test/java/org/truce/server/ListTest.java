package org.truce.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.truce.server.Served.RECORD;
import static org.truce.server.Served.json;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.truce.publication.feed.RegisterFeed;
import tools.jackson.databind.JsonNode;

/** Lists: pages, forms, and whether a reader has them already. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ListTest {
    private static final int CONCERNS = 25;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path dir;

    @SuppressWarnings("NullAway.Init")
    private Served served;

    private int last = CONCERNS;

    @BeforeAll
    void start() throws IOException {
        List<String> entries = new ArrayList<>(List.of(Served.mandate(0)));
        IntStream.rangeClosed(1, CONCERNS)
                .mapToObj(n -> Served.concern(n, "public", n == 7 ? "=HYPERLINK(\\\"x\\\")" : "matter, " + n))
                .forEach(entries::add);
        served = new Served(dir, entries);
    }

    @AfterAll
    void stop() {
        served.close();
    }

    private void grow() throws IOException {
        served.append(List.of(Served.concern(++last, "public", "later")));
    }

    private static List<String> ids(JsonNode page) {
        return page.get("items")
                .valueStream()
                .map(row -> row.get("id").stringValue())
                .toList();
    }

    @Test
    void everyRegisterIsServedByItsName() {
        for (String register : RegisterFeed.ALL.keySet()) {
            for (String form : List.of("json", "ndjson", "csv")) {
                HttpResponse<String> response = served.get(RECORD + "/" + register + "?format=" + form);
                assertEquals(200, response.statusCode(), register + ": " + response.body());
            }
        }
        assertEquals("no-such-register", code(served.get(RECORD + "/nothing")));
    }

    @Test
    void pagesTogetherAreTheListWhileTheRecordGrows() throws IOException {
        List<String> seen = new ArrayList<>();
        JsonNode page = json(served.get(RECORD + "/entries?limit=10"));
        long known = page.get("known").longValue();
        seen.addAll(ids(page));
        while (page.get("next").isString()) {
            grow();
            page = json(served.get(
                    RECORD + "/entries?limit=10&after=" + page.get("next").stringValue()));
            assertEquals(known, page.get("known").longValue());
            seen.addAll(ids(page));
        }
        assertEquals(
                IntStream.range(0, (int) known)
                        .mapToObj(n -> Served.id(n).toString())
                        .toList(),
                seen);
    }

    @Test
    void theHeaderLinksToTheNextPageWithEverythingThatWasAsked() {
        HttpResponse<String> first = served.get(RECORD + "/entries?kind=ConcernRaised&limit=4&at=2021-09-29");
        String link = first.headers().firstValue("Link").orElse("");
        assertTrue(link.startsWith("<" + RECORD + "/entries?") && link.endsWith(">; rel=\"next\""), link);
        JsonNode second = json(served.get(link.substring(1, link.indexOf('>'))));
        assertEquals(Served.id(5).toString(), ids(second).getFirst());
        assertEquals(json(first).get("at"), second.get("at"));
        HttpResponse<String> all = served.get(RECORD + "/entries?limit=all");
        assertTrue(all.headers().firstValue("Link").isEmpty());
        assertTrue(json(all).get("next").isNull());
    }

    @Test
    void aCursorIsGoodForItsOwnListOnly() {
        String next = json(served.get(RECORD + "/entries?limit=3&at=2021-09-29"))
                .get("next")
                .stringValue();
        String entries = RECORD + "/entries?limit=3&after=";
        assertEquals(200, served.get(entries + next).statusCode());
        String changed = next.substring(0, 20) + (next.charAt(20) == 'A' ? 'B' : 'A') + next.substring(21);
        for (String wrong : List.of(
                entries,
                entries + "1",
                entries + changed,
                entries + next.substring(1),
                entries + next + "&kind=ConcernRaised",
                entries + next + "&at=2021-09-28",
                entries + next + "&known=3",
                RECORD + "/reports?after=" + next,
                RECORD + "/items?after=" + next)) {
            HttpResponse<String> response = served.get(wrong);
            assertEquals(400, response.statusCode(), wrong);
            assertEquals("bad-cursor", code(response), wrong);
        }
        // Of another reader: what this one saw before the page need not be what that one sees.
        assertEquals("bad-cursor", code(served.get(entries + next, "Authorization", "Bearer " + served.token())));
    }

    @Test
    void aRegisterIsGivenARowALine() {
        HttpResponse<String> response = served.get(RECORD + "/entries?known=26", "Accept", "application/x-ndjson");
        assertEquals(
                "application/x-ndjson",
                response.headers().firstValue("Content-Type").orElse(""));
        List<String> lines = response.body().lines().toList();
        assertEquals(26, lines.size());
        assertEquals(
                json(served.get(RECORD + "/entries?known=26&limit=1"))
                        .at("/items/0")
                        .toString(),
                lines.getFirst());
        HttpResponse<String> part = served.get(RECORD + "/entries?known=26&format=ndjson&limit=2");
        assertEquals(2, part.body().lines().count());
        assertTrue(part.headers().firstValue("Link").isPresent());
    }

    @Test
    void aRegisterIsATableForASpreadsheet() {
        HttpResponse<String> response = served.get(RECORD + "/entries?known=26", "Accept", "text/csv");
        String type = response.headers().firstValue("Content-Type").orElse("");
        assertTrue(type.startsWith("text/csv") && type.contains("utf-8") && type.contains("header=present"), type);
        String[] lines = response.body().split("\r\n", -1);
        assertEquals(28, lines.length);
        assertTrue(lines[0].startsWith("index,id,kind,stated,day,author,occurred,place"), lines[0]);
        assertTrue(lines[2].contains("\"matter, 1\"") || lines[2].contains(": matter, 1\""), lines[2]);
        assertFalse(lines[8].contains(",=HYPERLINK") || lines[8].contains(",\"=HYPERLINK"), lines[8]);
        assertEquals(
                response.body(),
                served.get(RECORD + "/entries?known=26&format=csv").body());
        // A register without rows still says what its columns are.
        assertTrue(served.get(RECORD + "/hazards?format=csv").body().startsWith("index,id,kind,"));
    }

    @Test
    void theFormIsWhatTheReaderLikesBest() {
        String list = RECORD + "/actors";
        assertEquals("application/json", type(list, "text/html,application/xhtml+xml,*/*;q=0.8"));
        assertEquals("application/x-ndjson", type(list, "text/csv;q=0.1, application/x-ndjson"));
        assertEquals("text/csv", type(list, "text/*"));
        assertEquals(406, served.get(list, "Accept", "image/png").statusCode());
        assertEquals("bad-media-type", code(served.get(list, "Accept", "text/")));
    }

    private String type(String path, String accept) {
        return served.get(path, "Accept", accept)
                .headers()
                .firstValue("Content-Type")
                .orElse("")
                .replaceFirst(";.*", "");
    }

    @Test
    void whoHasAnAnswerIsNotGivenItAgain() throws IOException {
        String asked = RECORD + "/entries?at=2021-09-29&limit=5";
        String tag = served.get(asked).headers().firstValue("ETag").orElse("none");
        assertTrue(tag.startsWith("W/\""), tag);
        HttpResponse<String> again = served.get(asked, "If-None-Match", "\"other\", " + tag);
        assertEquals(304, again.statusCode());
        assertEquals("", again.body());
        assertEquals(tag, again.headers().firstValue("ETag").orElse(""));
        for (String other : List.of(
                asked + "&known=3",
                asked + "&format=csv",
                asked + "0",
                asked.replace("29", "28"),
                asked.replace("entries", "actors"))) {
            assertEquals(200, served.get(other, "If-None-Match", tag).statusCode(), other);
        }
        assertEquals(
                200,
                served.get(asked, "If-None-Match", tag, "Authorization", "Bearer " + served.token())
                        .statusCode());
        grow();
        assertEquals(200, served.get(asked, "If-None-Match", tag).statusCode());
    }

    @Test
    void anAnswerOfNowHasNoTagButOneOfAllTimeHas() {
        assertTrue(served.get(RECORD + "/actors").headers().firstValue("ETag").isEmpty());
        assertTrue(
                served.get(RECORD + "/situation").headers().firstValue("ETag").isEmpty());
        HttpResponse<String> timeline = served.get(RECORD + "/timeline");
        String tag = timeline.headers().firstValue("ETag").orElse("none");
        assertEquals(304, served.get(RECORD + "/timeline", "If-None-Match", tag).statusCode());
        HttpResponse<String> none = served.get(RECORD + "/nothing?at=2021-09-29");
        assertEquals(404, none.statusCode());
        assertTrue(none.headers().firstValue("ETag").isEmpty());
    }

    @Test
    void whatIsNotPublicIsKeptByNobodyBetween() {
        String asked = RECORD + "/actors?at=2021-09-29";
        assertEquals(
                "no-cache",
                served.get(asked).headers().firstValue("Cache-Control").orElse(""));
        HttpResponse<String> own = served.get(asked, "Authorization", "Bearer " + served.token());
        assertEquals(
                "private, no-cache", own.headers().firstValue("Cache-Control").orElse(""));
        assertNotEquals(
                served.get(asked).headers().firstValue("ETag"), own.headers().firstValue("ETag"));
    }

    private static String code(HttpResponse<String> response) {
        return json(response).path("code").asString(response.body());
    }
}
