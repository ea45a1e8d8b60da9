package org.truce.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.truce.model.entry.Author;
import org.truce.picture.OpenRecord;
import org.truce.record.Keys;
import org.truce.record.RecordOptions;
import org.truce.record.Surroundings;
import org.truce.record.TruceRecord;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The real server over a real record, asked over real sockets. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ServerTest {
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path dir;

    private final HttpClient client = HttpClient.newHttpClient();

    @SuppressWarnings("NullAway.Init")
    private Server server;

    @SuppressWarnings("NullAway.Init")
    private String token;

    @BeforeAll
    void start() throws IOException {
        TruceRecord record = TruceRecord.create(
                dir.resolve("record"),
                RecordOptions.named("test"),
                new Keys.InFile(dir.resolve("key")),
                Surroundings.real());
        server = Server.start(Map.of("test", new OpenRecord(record)), 0, Optional.of(Author.parse("mission:analyst")));
        token = server.link().replaceFirst(".*token=", "");
        post(entry(1, "MandateSet", "public", """
                "name":{"en":"Test"},"parties":["alpha","bravo"],"mission":"mission","zone":"Asia/Yerevan","cut":"20:00",\
                "languages":["en"],"toponyms":"both-parties","mode":"live","openingDay":"2021-09-28\""""), token);
        post(entry(2, "ConcernRaised", "public", "\"community\":\"alpha\",\"concern\":{\"en\":\"open water\"}"), token);
        post(
                entry(3, "ConcernRaised", "mission", "\"community\":\"alpha\",\"concern\":{\"en\":\"secret worry\"}"),
                token);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private static UUID id(int n) {
        return new UUID(0x0176_0000_0000_7000L + n, 0x8000_0000_0000_0000L + n);
    }

    private static String entry(int n, String kind, String audience, String body) {
        return """
                {"id":"%s","kind":"%s","v":1,"author":{"actor":"mission"},"stated":"2021-09-28T12:00:00Z",\
                "basis":[{"address":"https://example.org/"}],"audience":"%s","body":{%s}}""".formatted(id(n), kind, audience, body);
    }

    private HttpResponse<String> get(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.build());
    }

    private HttpResponse<String> post(String body, String withToken) {
        return send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/api/v1/records/test/entries"))
                        .header("Content-Type", "application/json")
                        .header("Authorization", "Bearer " + withToken)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build());
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static JsonNode json(HttpResponse<String> response) {
        return JSON.readTree(response.body());
    }

    @Test
    void everyHandlerSaysForWhomItAnswers() {
        Map<?, HandlerMethod> handlers = server.context()
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods();
        List<HandlerMethod> ours = handlers.values().stream()
                .filter(handler -> handler.getBeanType().getName().startsWith("org.truce"))
                .toList();
        assertTrue(ours.size() >= 12, () -> "only " + ours);
        for (HandlerMethod handler : ours) {
            assertNotNull(handler.getMethodAnnotation(Serves.class), handler::toString);
        }
    }

    /** The page of the API names every route, and none that is not there. */
    @Test
    void theReferenceNamesEveryRoute() throws IOException {
        Set<String> served = new TreeSet<>();
        server.context()
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .forEach((route, handler) -> {
                    if (handler.getBeanType().getName().startsWith("org.truce")) {
                        route.getMethodsCondition()
                                .getMethods()
                                .forEach(method -> route.getPatternValues()
                                        .forEach(path -> served.add(method + " " + path.replaceAll(":[^}]*}", "}"))));
                    }
                });
        Path page = Path.of("../docs/api.md");
        Set<String> written = new TreeSet<>();
        Matcher heading =
                Pattern.compile("(?m)^### `([A-Z]+ /\\S+)`$").matcher(Files.readString(page, StandardCharsets.UTF_8));
        while (heading.find()) {
            written.add(heading.group(1));
        }
        assertEquals(String.join("\n", served), String.join("\n", written));
    }

    @Test
    void aSituationNamesItsLevelAndItsReasons() {
        HttpResponse<String> response = get("/api/v1/records/test/situation?at=2021-09-28");
        assertEquals(200, response.statusCode());
        JsonNode situation = json(response);
        assertEquals(
                "insufficient-observation", situation.at("/assessment/level").stringValue());
        assertEquals("2021-09-28", situation.get("day").stringValue());
        assertTrue(situation.at("/assessment/reasons").size() > 8);
        assertTrue(response.headers()
                .firstValue("Content-Security-Policy")
                .orElse("")
                .contains("default-src 'self'"));
    }

    @Test
    void whatIsNotForEverybodyIsShownToNobodyElse() {
        String open = get("/api/v1/records/test/entries").body();
        assertTrue(open.contains("open water"));
        assertFalse(open.contains("secret worry"));
        assertEquals(404, get("/api/v1/records/test/entries/" + id(3)).statusCode());
        assertEquals(404, get("/api/v1/records/test/receipt/" + id(3)).statusCode());
        assertEquals(403, get("/api/v1/records/test/entries?audience=mission").statusCode());
        assertTrue(get("/api/v1/records/test/entries", "Authorization", "Bearer " + token)
                .body()
                .contains("secret worry"));
        assertTrue(get("/api/v1/records/test/receipt/" + id(2)).body().startsWith("c2sp.org/tlog-proof@v1"));
    }

    @Test
    void onlyTheLinkWritesAndOnlyInItsOwnName() {
        String fresh = entry(9, "ConcernRaised", "public", "\"community\":\"alpha\",\"concern\":{\"en\":\"x\"}");
        assertEquals(401, post(fresh, "wrong").statusCode());
        assertEquals(
                403,
                post(fresh.replace("\"actor\":\"mission\"", "\"actor\":\"alpha\""), token)
                        .statusCode());
        assertEquals(201, post(fresh, token).statusCode());
        assertEquals(200, post(fresh, token).statusCode());
        HttpResponse<String> other = post(fresh.replace("\"en\":\"x\"", "\"en\":\"y\""), token);
        assertEquals(409, other.statusCode());
        assertEquals("id-taken", json(other).get("code").stringValue());
        HttpResponse<String> bad = post(fresh.replace("public", "nobody"), token);
        assertEquals(400, bad.statusCode());
        assertEquals("/audience", json(bad).get("place").stringValue());
        assertEquals(
                "application/problem+json",
                bad.headers().firstValue("Content-Type").orElse(""));
        assertEquals(413, post(" ".repeat(2 << 20), token).statusCode());
        assertEquals(400, post("", token).statusCode());
    }

    @Test
    void theLinkTurnsItsTokenIntoACookie() {
        HttpResponse<String> response = get("/?token=" + token);
        assertEquals(303, response.statusCode());
        String cookie = response.headers().firstValue("Set-Cookie").orElse("");
        assertTrue(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"), cookie);
        assertEquals(403, get("/?token=guess").statusCode());
        String seen = get("/api/v1/records/test/entries", "Cookie", cookie.replaceFirst(";.*", ""))
                .body();
        assertTrue(seen.contains("secret worry"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /api/v1/records/none/situation                      | 404 | no-such-record
            /api/v1/records/test/situation?at=yesterday         | 400 | bad-time
            /api/v1/records/test/situation?at=2021-02-30        | 400 | bad-time
            /api/v1/records/test/situation?at=2021-09-28&at=2021-09-29 | 400 | repeated-parameter
            /api/v1/records/test/situation?known=999999         | 400 | beyond-record
            /api/v1/records/test/situation?known=-1             | 400 | bad-time
            /api/v1/records/test/situation?audience=everybody   | 400 | bad-audience
            /api/v1/records/test/situation?audience=vault       | 403 | not-for-you
            /api/v1/records/test/entries/not-a-uuid             | 400 | bad-value
            /api/v1/records/test/entries?limit=0                | 400 | bad-page
            /api/v1/records/test/entries?limit=x                | 400 | bad-page
            /api/v1/records/test/secrets                        | 404 | no-such-register
            /api/v1/records/test/tile/../vkey                   | 404 | no-such-file
            /api/v1/records/test/tile/entries/vkey              | 404 | no-such-file
            /api/v1/records/test/reports/01760000-0000-7001-8000-000000000001 | 404 | no-such-report
            """)
    void badQuestionsGetAClearAnswer(String path, int status, @org.jspecify.annotations.Nullable String code) {
        HttpResponse<String> response = get(path);
        assertEquals(status, response.statusCode(), response.body());
        if (code != null) {
            assertEquals(code, json(response).get("code").stringValue(), response.body());
            assertTrue(json(response).get("detail").stringValue().length() > 10);
        }
        assertFalse(response.body().contains("Exception"), response.body());
    }

    @Test
    void aForeignHostIsRefused() throws IOException {
        try (Socket socket = new Socket(java.net.InetAddress.getLoopbackAddress(), server.port())) {
            OutputStream out = socket.getOutputStream();
            out.write("GET /api/v1/records HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(answer.startsWith("HTTP/1.1 421"), answer);
        }
        assertEquals(
                403,
                send(HttpRequest.newBuilder(URI.create(
                                        "http://127.0.0.1:" + server.port() + "/api/v1/records/test/entries"))
                                .header("Origin", "https://evil.example")
                                .header("Authorization", "Bearer " + token)
                                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                                .build())
                        .statusCode());
    }

    @ParameterizedTest
    @org.junit.jupiter.params.provider.ValueSource(
            strings = {
                "",
                "/situation",
                "/assessment",
                "/map",
                "/timeline",
                "/incidents",
                "/obligations",
                "/instruments",
                "/positions",
                "/progress",
                "/deadlines",
                "/triggers",
                "/waiting",
                "/due",
                "/boundaries",
                "/actors",
                "/meetings",
                "/transfers",
                "/posts",
                "/patrols",
                "/sensors",
                "/effort",
                "/unwatched",
                "/restrictions",
                "/access",
                "/returns",
                "/hazards",
                "/reports",
                "/flags",
                "/entries",
                "/items",
                "/changes"
            })
    void everyAddressAnswers(String address) {
        for (String query :
                List.of("", "?at=2021-09-28", "?known=0", "?at=2021-09-28&known=2&audience=public", "?at=9999-12-30")) {
            HttpResponse<String> response = get("/api/v1/records/test" + address + query);
            assertEquals(200, response.statusCode(), response.body());
        }
    }

    @Test
    void whatWasKnownIsAPrefix() {
        assertEquals(
                1,
                json(get("/api/v1/records/test/entries?known=1")).get("items").size());
        String before = Instant.parse("2020-01-01T00:00:00Z").toString();
        assertEquals(
                0,
                json(get("/api/v1/records/test/situation?known=" + before))
                        .at("/known/size")
                        .intValue());
    }

    @Test
    void theCheckpointAndTheTilesAreForAnybody() {
        String checkpoint = get("/api/v1/records/test/checkpoint").body();
        assertTrue(checkpoint.lines().count() >= 5 && checkpoint.contains("\n\n— "), checkpoint);
        int size = Integer.parseInt(checkpoint.lines().skip(1).findFirst().orElse("0"));
        assertTrue(size >= 3);
        assertEquals(200, get("/api/v1/records/test/tile/0/000.p/" + size).statusCode());
    }
}
