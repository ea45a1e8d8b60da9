package org.truce.exchange.endpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.truce.model.ProblemException;
import org.truce.reading.proposer.Proposer.Result;
import org.truce.reading.proposer.Question;
import tools.jackson.databind.json.JsonMapper;

class ChatEndpointTest {
    private static final Question QUESTION = Question.about("Fire was opened near Stepanakert.");
    private static final String KEY = "sk-very-secret";

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<String> keys = new CopyOnWriteArrayList<>();
    private HttpServer server = start();

    private interface Behaviour {
        void answer(HttpExchange exchange) throws IOException;
    }

    private static HttpServer start() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeEach
    void serve() {
        server = start();
        server.setExecutor(threads);
        server.start();
    }

    @AfterEach
    void end() {
        server.stop(0);
        threads.shutdownNow();
    }

    private Result ask(Behaviour behaviour) {
        server.createContext("/v1/chat/completions", exchange -> {
            asked.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            keys.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
            behaviour.answer(exchange);
        });
        String address = "http://127.0.0.1:" + server.getAddress().getPort() + "/v1/";
        ChatEndpoint endpoint =
                ChatEndpoint.of(address, false, "tiny", KEY, new ChatEndpoint.Bounds(Duration.ofSeconds(2), 1 << 20));
        assertFalse(endpoint.toString().contains(KEY));
        long begun = System.nanoTime();
        Result result = endpoint.ask(QUESTION);
        assertTrue(Duration.ofNanos(System.nanoTime() - begun).toMillis() < 4000, "it took too long");
        assertFalse(result.toString().contains(KEY), result.toString());
        return result;
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    private String code(Behaviour behaviour) {
        return assertInstanceOf(Result.Failed.class, ask(behaviour)).problem().code();
    }

    @Test
    void aGoodAnswerComesBackAsItIs() {
        Result result = ask(exchange -> send(
                exchange,
                200,
                "{\"choices\":[{\"message\":{\"role\":\"assistant\",\"content\":\"{\\\"events\\\":[]}\"}}]}"));
        assertEquals(new Result.Answered("tiny", "{\"events\":[]}"), result);
        var body = JsonMapper.shared().readTree(asked.getFirst());
        assertEquals("tiny", body.path("model").asString(""));
        assertEquals(QUESTION.user(), body.at("/messages/1/content").asString(""));
        assertEquals(0, body.path("temperature").asInt(-1));
        assertEquals(List.of("Bearer " + KEY), keys);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "endpoint-refuses | 500 | it is broken",
                "endpoint-refuses | 429 | slow down",
                "endpoint-odd     | 200 | <html>sign in</html>",
                "endpoint-odd     | 200 | {\"choices\":[]}",
                "endpoint-odd     | 200 | {\"choices\":[{\"message\":{\"content\":7}}]}",
                "endpoint-odd     | 200 | {\"choices\":[{\"mess",
            })
    void wrongAnswersAreProblems(String code, int status, String body) {
        assertEquals(code, code(exchange -> send(exchange, status, body)));
    }

    @Test
    void aRedirectIsNotFollowed() {
        server.createContext("/elsewhere", exchange -> {
            asked.add("elsewhere");
            send(exchange, 200, "{}");
        });
        assertEquals("endpoint-redirects", code(exchange -> {
            exchange.getResponseHeaders().add("Location", "/elsewhere");
            send(exchange, 307, "");
        }));
        assertFalse(asked.contains("elsewhere"));
    }

    @Test
    void anAnswerOfAHundredMegabytesIsCutOff() {
        assertEquals("endpoint-too-long", code(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] megabyte = new byte[1 << 20];
            try (OutputStream out = exchange.getResponseBody()) {
                for (int i = 0; i < 100; i++) {
                    out.write(megabyte);
                }
            }
        }));
    }

    @Test
    void aStreamWithoutEndIsLeftAtItsTime() {
        assertEquals("endpoint-slow", code(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            OutputStream out = exchange.getResponseBody();
            try {
                while (true) {
                    out.write(' ');
                    out.flush();
                    Thread.sleep(50);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }));
    }

    @Test
    void silenceIsLeftAtItsTimeAndNobodyThereIsTold() {
        assertEquals("endpoint-slow", code(exchange -> {
            try {
                Thread.sleep(10_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }));
        server.stop(0);
        String address = "http://localhost:" + server.getAddress().getPort() + "/v1";
        Result result = ChatEndpoint.of(address, false, "tiny", null, ChatEndpoint.Bounds.STANDARD)
                .ask(QUESTION);
        assertEquals(
                "endpoint-failed",
                assertInstanceOf(Result.Failed.class, result).problem().code());
    }

    @ParameterizedTest
    @CsvSource({
        "not-this-machine, http://example.org/v1, false",
        "not-this-machine, https://127.0.0.1.example.org/v1, false",
        "not-this-machine, http://0x7f000001/v1, false",
        "not-encrypted, http://example.org/v1, true",
        "bad-address, http://user:password@127.0.0.1/v1, false",
        "bad-address, file:///etc/hostname, false",
        "bad-address, 127.0.0.1:80, false",
        "bad-address, http://127.0.0.1/v1?x=y, false",
        "bad-address, 'http://bad host/', false",
    })
    void onlyThisMachineUnlessItIsAllowed(String code, String address, boolean elsewhere) {
        ProblemException e = assertThrows(
                ProblemException.class,
                () -> ChatEndpoint.of(address, elsewhere, "tiny", null, ChatEndpoint.Bounds.STANDARD));
        assertEquals(code, e.problem().code());
    }

    @Test
    void aKeyThatNoHeaderHoldsIsRefusedWithoutBeingTold() {
        ProblemException e = assertThrows(
                ProblemException.class,
                () -> ChatEndpoint.of("http://localhost/v1", false, "tiny", "se\ncret", ChatEndpoint.Bounds.STANDARD));
        assertFalse(e.problem().toString().contains("cret"));
    }
}
