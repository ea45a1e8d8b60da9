package org.truce.server;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.truce.model.entry.Author;
import org.truce.picture.OpenRecord;
import org.truce.record.Candidate;
import org.truce.record.Keys;
import org.truce.record.Outcome;
import org.truce.record.RecordOptions;
import org.truce.record.Surroundings;
import org.truce.record.TruceRecord;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A real server over a real record of its own, asked over real sockets. */
final class Served implements AutoCloseable {
    static final String RECORD = "/api/v1/records/test";
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private final Server server;
    private final OpenRecord open;
    private final String token;

    /** Of a new record below a directory, with the entries given. */
    Served(Path dir, List<String> entries) throws IOException {
        TruceRecord record = TruceRecord.create(
                dir.resolve("record"),
                RecordOptions.named("test"),
                new Keys.InFile(dir.resolve("key")),
                Surroundings.real());
        open = new OpenRecord(record);
        append(entries);
        server = Server.start(Map.of("test", open), 0, Optional.of(Author.parse("mission:analyst")));
        token = server.link().replaceFirst(".*token=", "");
    }

    void append(List<String> entries) throws IOException {
        List<Candidate> candidates = new ArrayList<>();
        entries.forEach(entry -> candidates.add(Candidate.of(entry.getBytes(StandardCharsets.UTF_8))));
        for (Outcome outcome : open.append(candidates)) {
            if (!(outcome instanceof Outcome.Appended)) {
                throw new AssertionError(outcome.toString());
            }
        }
    }

    Server server() {
        return server;
    }

    OpenRecord open() {
        return open;
    }

    String token() {
        return token;
    }

    int port() {
        return server.port();
    }

    static UUID id(int n) {
        return new UUID(0x0176_0000_0000_7000L + ((long) (n / 4096) << 16) + n % 4096, 0x8000_0000_0000_0000L + n);
    }

    /** An entry of the mission of one day, with more members of its envelope. */
    static String entry(int n, String kind, String audience, String more, String body) {
        return """
                {"id":"%s","kind":"%s","v":1,"author":{"actor":"mission"},"stated":"2021-09-28T12:00:00Z",%s\
                "basis":[{"address":"https://example.org/"}],"audience":"%s","body":{%s}}""".formatted(id(n), kind, more, audience, body);
    }

    static String mandate(int n) {
        return entry(n, "MandateSet", "public", "", """
                "name":{"en":"Test"},"parties":["alpha","bravo"],"mission":"mission","zone":"Asia/Yerevan","cut":"20:00",\
                "languages":["en"],"toponyms":"both-parties","mode":"live","openingDay":"2021-09-28\"""");
    }

    static String concern(int n, String audience, String words) {
        return entry(
                n, "ConcernRaised", audience, "", "\"community\":\"alpha\",\"concern\":{\"en\":\"" + words + "\"}");
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
    }

    HttpResponse<String> get(String path, String... headers) {
        HttpRequest.Builder request = request(path);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.build());
    }

    HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(request.toString(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    static JsonNode json(HttpResponse<String> response) {
        return JSON.readTree(response.body());
    }

    @Override
    public void close() {
        server.close();
        try {
            open.close();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
