package org.truce.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.truce.server.Served.RECORD;
import static org.truce.server.Served.json;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every route with everything that a careless or an evil caller may send: an answer or a problem, never a fault. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileTest {
    private static final List<String> EVIL = List.of(
            "",
            " ",
            "-1",
            "0",
            "NaN",
            "Infinity",
            "1e400",
            "9223372036854775808",
            "99999999999999999999999999",
            "0x10",
            "١٢",
            "\0",
            "\r\nSet-Cookie: a=b",
            "\u001b[31m",
            "\ud83d\ude00",
            "../../../../etc/passwd",
            "..%2f..%2fvkey",
            "<script>alert(1)</script>",
            "' OR 1=1 --",
            "${jndi:ldap://x}",
            "2021-09-28/2021-09-28/2021-09-28",
            "+1000000000-12-31T23:59:59Z",
            "-999999999-01-01",
            "0000-00-00",
            "9999-12-31",
            "0001-01-01",
            "9999-12-31T23:59:59.999999999+18:00",
            "party:",
            "vault",
            "[]{}|\\^`",
            "x".repeat(1999),
            "x".repeat(5000));

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path dir;

    @SuppressWarnings("NullAway.Init")
    private Served served;

    private final List<String> faults = new ArrayList<>();
    private final Map<Integer, Integer> statuses = new TreeMap<>();

    @BeforeAll
    void start() throws IOException {
        served = new Served(dir, List.of(Served.mandate(0), Served.concern(1, "public", "open water")));
    }

    @AfterAll
    void stop() {
        served.close();
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** An answer is fine; what is not must be a problem with its code, and no fault. */
    private void check(String what, HttpResponse<String> response) {
        check(
                what,
                response.statusCode(),
                response.headers().firstValue("Content-Type").orElse(""),
                response.body());
    }

    private void check(String what, int status, String type, String body) {
        statuses.merge(status, 1, Integer::sum);
        if (status < 400) {
            return;
        }
        String wrong = "";
        try {
            JsonNode problem = JsonMapper.shared().readTree(body);
            boolean whole = type.startsWith("application/problem+json")
                    && problem.path("status").asInt() == status
                    && problem.path("code").asString("").matches("[a-z-]+")
                    && problem.path("detail").asString("").length() > 10
                    && problem.has("title")
                    && problem.has("place");
            wrong = whole ? "" : "no whole problem";
        } catch (JacksonException e) {
            wrong = "not even JSON";
        }
        if (status == 500
                || status == 503
                || !wrong.isEmpty()
                || body.contains("Exception")
                || body.contains("\tat ")) {
            faults.add(what + " -> " + status + " " + type + " " + wrong + ": " + body);
        }
    }

    private void done(int least) {
        assertEquals(List.of(), faults.stream().limit(20).toList());
        int asked = statuses.values().stream().mapToInt(Integer::intValue).sum();
        assertTrue(asked >= least, "only " + asked + " were asked: " + statuses);
        faults.clear();
        statuses.clear();
    }

    @Test
    void everyParameterOfEveryRoute() {
        OpenApiTest.operations(OpenApi.document()).forEach((route, operation) -> {
            if (!route.startsWith("GET ")) {
                return;
            }
            String path = route.substring(4);
            String good = filled(path) + (path.endsWith("/records") ? "?open=test&" : "?");
            check(route, served.get(good));
            for (JsonNode parameter : operation.path("parameters")) {
                String name = parameter.get("name").stringValue();
                for (String evil : EVIL) {
                    boolean inPath = parameter.get("in").stringValue().equals("path");
                    String address = inPath
                            ? filled(path.replace("{" + name + "}", encoded(evil)))
                            : good + name + "=" + encoded(evil);
                    check(address, served.get(address));
                }
                if (parameter.get("in").stringValue().equals("query")) {
                    HttpResponse<String> twice = served.get(good + name + "=1&" + name + "=1");
                    assertEquals("repeated-parameter", json(twice).path("code").asString(""), good + name);
                    check(good + name, served.get(good + name));
                }
            }
        });
        assertTrue(statuses.getOrDefault(400, 0) > 500, statuses::toString);
        done(1500);
    }

    private static String filled(String path) {
        return path.replace("{record}", "test")
                .replace("{register}", "actors")
                .replace("{id}", Served.id(1).toString())
                .replace("{size}", "1")
                .replace("{store}", "public")
                .replace("{path}", "0/000");
    }

    @Test
    void everyRouteWithEveryMethod() {
        for (String route : OpenApiTest.operations(OpenApi.document()).keySet()) {
            String address = filled(route.replaceFirst(".* ", ""));
            for (String method : List.of("HEAD", "OPTIONS", "PUT", "PATCH", "DELETE", "POST", "FOO")) {
                HttpResponse<String> response = served.send(served.request(address)
                        .method(method, BodyPublishers.noBody())
                        .build());
                if (!method.equals("HEAD")) {
                    check(method + " " + address, response);
                }
                if (method.equals("DELETE")) {
                    assertEquals(405, response.statusCode(), address);
                    assertTrue(response.headers().firstValue("Allow").orElse("").contains("GET"), address);
                }
            }
            for (String accept : List.of("image/png", "text/", "*/*;q=x", ",,,", "x".repeat(3000))) {
                check(accept + " " + address, served.get(address, "Accept", accept));
            }
            for (String tag : List.of("*", "\"", "W/", "x".repeat(3000))) {
                check(tag + " " + address, served.get(address + "?at=2021-09-28", "If-None-Match", tag));
            }
        }
        done(300);
    }

    /** Whoever writes, and whatever: refused with its code, and nothing of it in the record. */
    @Test
    void everyBodyThatIsNoEntry() throws IOException {
        long size = served.open().picture().size();
        String good = Served.concern(40, "public", "x");
        List<String> bodies = new ArrayList<>(List.of(
                "",
                "null",
                "[]",
                "1",
                "\"x\"",
                "{",
                "{}",
                "[".repeat(100_000),
                "{\"a\":".repeat(50_000),
                "{\"id\":1e999999}",
                good + good,
                good.replace("\"v\":1", "\"v\":1,\"v\":1"),
                good.replace("\"v\":1", "\"v\":99999999999999999999"),
                good.replace("\"v\":1", "\"v\":NaN"),
                good.replace("{\"en\":\"x\"}", "{\"en\":\"" + "x".repeat(1 << 20) + "\"}"),
                good.replace("ConcernRaised", "Nonsense"),
                good.replace("ConcernRaised", "PersonHeld"),
                good.replace("\"public\"", "\"vault\""),
                good.replace("2021-09-28T12:00:00Z", "2999-01-01T00:00:00Z"),
                good.replace("2021-09-28T12:00:00Z", "+1000000000-12-31T23:59:59Z"),
                good.replace("\"x\"", "\"\\ud800\""),
                good.replace("\"x\"", "\"\\u0000\"")));
        for (String body : bodies) {
            HttpResponse<String> response = write("application/json", BodyPublishers.ofString(body));
            check(body, response);
            assertTrue(response.statusCode() >= 400, body);
        }
        byte[] twoMegabytes = new byte[2 << 20];
        for (String type : List.of(
                "application/json",
                "text/plain",
                "application/x-www-form-urlencoded",
                "multipart/form-data",
                "multipart/form-data; boundary=x",
                "application/json; charset=utf-99",
                "nonsense")) {
            check(type, write(type, BodyPublishers.ofString("a=b")));
            check(type + " 2 MB", write(type, BodyPublishers.ofByteArray(twoMegabytes)));
            check(type + " not UTF-8", write(type, BodyPublishers.ofByteArray(new byte[] {'{', (byte) 0xff, '}'})));
        }
        HttpResponse<String> streamed =
                write("application/json", BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(twoMegabytes)));
        check("2 MB of unknown length", streamed);
        assertEquals(413, streamed.statusCode());
        assertEquals(size, served.open().picture().size());
        done(bodies.size() + 20);
    }

    @Test
    void anEntryIsWrittenOnceHoweverOftenItIsSent() {
        String entry = Served.concern(50, "public", "once");
        assertEquals(
                201, write("application/json", BodyPublishers.ofString(entry)).statusCode());
        HttpResponse<String> again = write("application/json", BodyPublishers.ofString(entry));
        assertEquals(200, again.statusCode());
        // The same entry in other bytes is another content under the same id.
        HttpResponse<String> other = write("application/json", BodyPublishers.ofString(entry + " "));
        assertEquals(409, other.statusCode());
        assertEquals("id-taken", json(other).get("code").stringValue());
        HttpResponse<String> replaced = write(
                "application/json",
                BodyPublishers.ofString(Served.entry(
                        51,
                        "ConcernRaised",
                        "public",
                        "\"replaces\":{\"entry\":\"" + Served.id(99) + "\",\"why\":\"x\"},",
                        "\"community\":\"alpha\",\"concern\":{\"en\":\"y\"}")));
        assertTrue(replaced.statusCode() == 409 || replaced.statusCode() == 422, replaced.body());
    }

    private HttpResponse<String> write(String type, java.net.http.HttpRequest.BodyPublisher body) {
        return served.send(served.request(RECORD + "/entries")
                .header("Content-Type", type)
                .header("Authorization", "Bearer " + served.token())
                .POST(body)
                .build());
    }

    /** What no client library sends. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/v1/records/test/../../../../etc/passwd HTTP/1.1",
                "GET /../../../../etc/passwd HTTP/1.1",
                "GET /api/v1/records/test/tile/..%2f..%2fvkey HTTP/1.1",
                "GET /api/v1/records/test/contents/public/../../../key HTTP/1.1",
                "GET /api/v1/records/test/contents/%2e%2e/%2e%2e/key HTTP/1.1",
                "GET /api/v1/records/test/entries?limit=%zz HTTP/1.1",
                "GET /api/v1/records/test/entries?limit=%c3%28 HTTP/1.1",
                "GET /api/v1/records/test/entries?limit=<> HTTP/1.1",
                "GET /api/v1/records/test/entries?%00=%00 HTTP/1.1",
                "GET /api/v1/records/%00/entries HTTP/1.1",
                "GET /api/v1/records/test/actors;a=b?limit=1 HTTP/1.1",
                "GET /api/v1/records/test\\entries HTTP/1.1",
                "GET /api/v1/records/test/entries HTTP/9.9",
                "TRACE /api/v1/records HTTP/1.1",
                "CONNECT 127.0.0.1:22 HTTP/1.1",
                "G\u0001T / HTTP/1.1",
                "GET http://evil.example/api/v1/records HTTP/1.1",
                "GET /api/v1/records/LONG HTTP/1.1"
            })
    void everyAddressThatIsNone(String line) throws IOException {
        String sent = line.replace("LONG", "x".repeat(100_000));
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), served.port())) {
            socket.setSoTimeout(10_000);
            String head = sent + "\r\nHost: localhost\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
            String answer = read(socket);
            assertTrue(answer.startsWith("HTTP/1.1 "), answer);
            int status = Integer.parseInt(answer.substring(9, 12));
            int end = answer.indexOf("\r\n\r\n");
            String type = answer.replaceFirst("(?is).*?\r\nContent-Type: ([^\r]*)\r.*", "$1");
            String body = answer.substring(end + 4);
            String json = body.contains("{") ? body.substring(body.indexOf('{'), body.lastIndexOf('}') + 1) : body;
            check(sent.substring(0, Math.min(100, sent.length())), status, type, json);
            assertTrue(!answer.contains("root:") && !body.startsWith("PRIVATE"), answer);
        }
        done(1);
    }

    private static String read(Socket socket) {
        StringBuilder answer = new StringBuilder();
        byte[] some = new byte[4096];
        try {
            for (int n = socket.getInputStream().read(some);
                    n >= 0;
                    n = socket.getInputStream().read(some)) {
                answer.append(new String(some, 0, n, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            // The server may hang up on what it has not read to its end; what it said before counts.
        }
        return answer.toString();
    }
}
