package org.truce.peers;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.truce.record.Submission;
import org.truce.record.witness.Answer;

/** Carries requests to witnesses over HTTP (C2SP tlog-witness v1.0.0). Waits a few seconds and no longer. Thread-safe. */
public final class HttpSubmission implements Submission, AutoCloseable {
    private static final int MOST = 1 << 16;

    private final Duration patience;
    private final HttpClient client;

    /**
     * For some witnesses.
     *
     * @param patience how long an answer may take
     */
    public HttpSubmission(Duration patience) {
        this.patience = patience;
        this.client = HttpClient.newBuilder()
                .connectTimeout(patience)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    @Override
    public Answer submit(String prefix, byte[] request) throws IOException, InterruptedException {
        String slash = prefix.endsWith("/") ? "" : "/";
        HttpRequest post = HttpRequest.newBuilder(URI.create(prefix + slash + "add-checkpoint"))
                .timeout(patience)
                .POST(HttpRequest.BodyPublishers.ofByteArray(request))
                .build();
        HttpResponse<InputStream> response = client.send(post, HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = response.body()) {
            String type = response.headers().firstValue("Content-Type").orElse("");
            return new Answer(response.statusCode(), type, new String(body.readNBytes(MOST), StandardCharsets.UTF_8));
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
