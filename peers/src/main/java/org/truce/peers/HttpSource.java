package org.truce.peers;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.truce.model.ProblemException;
import org.truce.record.Source;

/**
 * A record behind HTTP: {@code truce serve}, or any web server that serves its directory. Asks again a few times where
 * the network fails, and goes on with a long file where it was cut off (RFC 9110 §14, ranges).
 */
public final class HttpSource implements Source, AutoCloseable {
    private static final int TRIES = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String base;
    private final Optional<String> token;
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(10))
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private final Duration pause;

    /**
     * A source.
     *
     * @param address of the record, without its files' names
     * @param token that the server asks for, where it does
     * @throws ProblemException {@code bad-address}
     */
    public HttpSource(String address, Optional<String> token) {
        this(address, token, Duration.ofMillis(500));
    }

    HttpSource(String address, Optional<String> token, Duration pause) {
        if (!address.matches("https?://[^\\s/?#]+(/[^\\s?#]*)?")) {
            throw new ProblemException(
                    "bad-address",
                    address,
                    "Name the record's address, such as https://mission.example/api/v1/records/lachin.");
        }
        this.base = address.endsWith("/") ? address : address + "/";
        this.token = token;
        this.pause = pause;
    }

    /** Something that is done with an answer, and may fail as the network does. */
    private interface Use<T> {
        T of(HttpResponse<InputStream> response) throws IOException;
    }

    private <T> T ask(String name, long from, Use<T> use) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + name))
                .timeout(PATIENCE)
                .GET();
        token.ifPresent(it -> request.header("Authorization", "Bearer " + it));
        if (from > 0) {
            request.header("Range", "bytes=" + from + "-");
        }
        try {
            HttpResponse<InputStream> response =
                    client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream _ = response.body()) {
                return use.of(response);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /** Tries again where the network, not the answer, was at fault. */
    private <T> T patiently(Attempt<T> attempt) throws IOException {
        for (int tries = 1; ; tries++) {
            try {
                return attempt.make();
            } catch (IOException e) {
                if (tries == TRIES || Thread.currentThread().isInterrupted()) {
                    throw e;
                }
                sleep(pause.multipliedBy(tries));
            }
        }
    }

    private interface Attempt<T> {
        T make() throws IOException;
    }

    private static void sleep(Duration pause) throws IOException {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    @Override
    public Optional<byte[]> get(String name, int most) throws IOException {
        return patiently(() -> ask(name, 0, response -> {
            if (absent(name, response.statusCode())) {
                return Optional.empty();
            }
            byte[] bytes = response.body().readNBytes(most + 1);
            if (bytes.length > most) {
                throw new IOException(base + name + " has more than " + most + " bytes");
            }
            return Optional.of(bytes);
        }));
    }

    /** Contents that the caller may not read are withheld, not an error. */
    private boolean absent(String name, int status) throws IOException {
        boolean withheld = name.startsWith("contents/") && (status == 401 || status == 403);
        if (status == 404 || status == 410 || withheld) {
            return true;
        }
        if (status != 200 && status != 206) {
            throw new IOException(base + name + " answered " + status);
        }
        return false;
    }

    @Override
    public boolean download(String name, Path to) throws IOException {
        return patiently(() -> {
            long have = Files.exists(to) ? Files.size(to) : 0;
            return ask(name, have, response -> {
                if (response.statusCode() == 416) {
                    return true; // there is nothing beyond what stands here
                }
                if (absent(name, response.statusCode())) {
                    return false;
                }
                StandardOpenOption how =
                        response.statusCode() == 206 ? StandardOpenOption.APPEND : StandardOpenOption.TRUNCATE_EXISTING;
                try (OutputStream out =
                        Files.newOutputStream(to, StandardOpenOption.CREATE, StandardOpenOption.WRITE, how)) {
                    response.body().transferTo(out);
                }
                return true;
            });
        });
    }

    @Override
    public List<String> stores() throws IOException {
        Optional<String> list = patiently(() -> ask("contents/", 0, response -> {
            boolean ours = response.statusCode() == 200
                    && response.headers().firstValue("Content-Type").orElse("").startsWith("text/plain");
            return ours
                    ? Optional.of(new String(response.body().readNBytes(1 << 16), StandardCharsets.UTF_8))
                    : Optional.empty();
        }));
        return list.map(it -> it.lines().toList()).orElse(List.of());
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    @Override
    public String toString() {
        return base.substring(0, base.length() - 1);
    }
}
