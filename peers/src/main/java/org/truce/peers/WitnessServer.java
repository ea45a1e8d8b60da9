package org.truce.peers;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.truce.model.ProblemException;
import org.truce.record.tlog.Hash;
import org.truce.record.tlog.VerifierKey;
import org.truce.record.witness.AddCheckpoint;
import org.truce.record.witness.Answer;
import org.truce.record.witness.Witness;

/**
 * A witness behind HTTP (C2SP tlog-witness v1.0.0): {@code POST /add-checkpoint}, {@code GET /<SHA-256 of the
 * origin>/checkpoint}, and {@code GET /} for people. Puts up with slow, large and broken requests.
 */
public final class WitnessServer implements AutoCloseable {
    private static final String SECONDS = "30";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Witness witness;

    /**
     * Serves a witness until it is closed.
     *
     * @param address where it listens; port 0 for any
     */
    public WitnessServer(Witness witness, InetSocketAddress address) throws IOException {
        // Of the JDK's server: a request or an answer that takes longer is cut off.
        System.setProperty("sun.net.httpserver.maxReqTime", SECONDS);
        System.setProperty("sun.net.httpserver.maxRspTime", SECONDS);
        this.witness = witness;
        this.server = HttpServer.create(address, 64);
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    /** Where it listens. */
    public InetSocketAddress address() {
        return server.getAddress();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Answer answer = find(exchange);
            exchange.getResponseHeaders().set("Content-Type", answer.type());
            exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
            byte[] body = answer.bytes();
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private Answer find(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        boolean get = exchange.getRequestMethod().equals("GET");
        try {
            if (path.equals("/add-checkpoint")) {
                return exchange.getRequestMethod().equals("POST") ? add(exchange) : text(405, "use POST");
            }
            if (get && path.equals("/")) {
                return text(200, people());
            }
            return get ? shown(path) : text(405, "use GET");
        } catch (ProblemException e) {
            return text(500, e.problem().toString());
        } catch (IOException e) {
            return text(500, "disk: " + e.getMessage());
        }
    }

    private Answer add(HttpExchange exchange) throws IOException {
        byte[] body;
        try (InputStream in = exchange.getRequestBody()) {
            body = in.readNBytes(AddCheckpoint.MAX_BYTES + 1);
        }
        return body.length > AddCheckpoint.MAX_BYTES
                ? text(413, "a request has at most " + AddCheckpoint.MAX_BYTES + " bytes")
                : witness.addCheckpoint(body);
    }

    private Answer shown(String path) throws IOException {
        for (VerifierKey log : witness.logs()) {
            String origin = log.name();
            String hex = Hash.sha256(origin.getBytes(StandardCharsets.UTF_8)).hex();
            if (path.equals("/" + hex + "/checkpoint")) {
                Optional<byte[]> last = witness.last(origin);
                if (last.isPresent()) {
                    return text(200, new String(last.get(), StandardCharsets.UTF_8).strip());
                }
            }
        }
        return text(404, "there is nothing here; GET / says what this is");
    }

    private String people() {
        StringBuilder out = new StringBuilder("witness " + witness.verifier().name() + "\nvkey " + witness.verifier());
        witness.logs().forEach(it -> out.append("\nlog ").append(it));
        return out.toString();
    }

    private static Answer text(int status, String words) {
        return new Answer(status, "text/plain; charset=utf-8", words + "\n");
    }

    @Override
    public void close() {
        server.stop(1);
        threads.shutdown();
    }
}
