package org.truce.exchange.endpoint;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.truce.model.Problem;
import org.truce.model.ProblemException;
import org.truce.reading.proposer.Proposer;
import org.truce.reading.proposer.Question;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Asks an endpoint that speaks the chat completions of OpenAI's API. Follows no redirect, uses no proxy on this machine,
 * ends at its time whatever the other side sends, and reads no more than its bytes. The key is sent and never told.
 * Thread-safe.
 */
public final class ChatEndpoint implements Proposer {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private final URI address;
    private final String model;
    private final @Nullable String key;
    private final Bounds bounds;

    /**
     * How much is waited for.
     *
     * @param time until the whole answer is there
     * @param bytes of the answer
     */
    public record Bounds(Duration time, int bytes) {
        /** Two minutes and 4 MiB. */
        public static final Bounds STANDARD = new Bounds(Duration.ofMinutes(2), 4 << 20);
    }

    private ChatEndpoint(URI address, String model, @Nullable String key, Bounds bounds) {
        this.address = address;
        this.model = model;
        this.key = key;
        this.bounds = bounds;
    }

    /**
     * An endpoint. Throws {@link ProblemException} where the address is none that may be asked.
     *
     * @param address of the API, as {@code http://127.0.0.1:11434/v1}
     * @param elsewhere whether another machine may be asked; then only over https
     * @param model name of the model
     * @param key sent as bearer token; null for none
     * @param bounds how much is waited for
     */
    public static ChatEndpoint of(
            String address, boolean elsewhere, String model, @Nullable String key, Bounds bounds) {
        URI uri;
        try {
            uri = URI.create(address);
        } catch (IllegalArgumentException e) {
            throw wrong("bad-address", "This is no address: give one as http://127.0.0.1:11434/v1.");
        }
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        String host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
        boolean plain = uri.getUserInfo() == null && uri.getQuery() == null && uri.getFragment() == null;
        if (!Set.of("http", "https").contains(scheme) || host.isEmpty() || !plain) {
            throw wrong("bad-address", "This is no plain http or https address without user, query and fragment.");
        }
        boolean here = LOOPBACK.contains(host);
        if (!here && !elsewhere) {
            throw wrong(
                    "not-this-machine",
                    "Reports would leave this machine; if its owner agrees, allow it with --proposer-elsewhere.");
        }
        if (!here && !scheme.equals("https")) {
            throw wrong("not-encrypted", "Another machine is asked over https only.");
        }
        if (key != null && !key.matches("[\\x21-\\x7e]{1,4096}")) {
            throw wrong("bad-key", "The key has blanks or letters that no header may hold.");
        }
        String path = uri.getPath() == null ? "" : uri.getPath().replaceFirst("/+$", "");
        URI whole = uri.resolve(path.endsWith("/chat/completions") ? path : path + "/chat/completions");
        return new ChatEndpoint(whole, model, key, bounds);
    }

    private static ProblemException wrong(String code, String sentence) {
        return new ProblemException(new Problem(code, "--proposer", sentence));
    }

    @Override
    public Result ask(Question question) {
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(bounds.time());
        if (LOOPBACK.contains(String.valueOf(address.getHost()))) {
            builder.proxy(HttpClient.Builder.NO_PROXY);
        }
        HttpClient client = builder.build();
        FutureTask<Result> work = new FutureTask<>(() -> asked(client, question));
        Thread.ofVirtual().start(work);
        try {
            return work.get(bounds.time().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return failed(
                    "endpoint-slow",
                    "There was no whole answer within " + bounds.time().toSeconds() + " seconds.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return failed("endpoint-slow", "The wait for the answer was interrupted.");
        } catch (ExecutionException e) {
            // What a library says of a request may hold its headers: only the kind of fault is told.
            Throwable cause = e.getCause() == null ? e : e.getCause();
            return failed(
                    "endpoint-failed",
                    "The endpoint could not be asked (" + cause.getClass().getSimpleName() + ").");
        } finally {
            work.cancel(true);
            client.shutdownNow();
        }
    }

    private Result failed(String code, String sentence) {
        return new Result.Failed(new Problem(code, address.getScheme() + "://" + address.getAuthority(), sentence));
    }

    private Result asked(HttpClient client, Question question) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .timeout(bounds.time())
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body(question), StandardCharsets.UTF_8));
        if (key != null) {
            request.header("Authorization", "Bearer " + key);
        }
        HttpResponse<InputStream> response = client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream in = response.body()) {
            int status = response.statusCode();
            if (status >= 300 && status < 400) {
                return failed(
                        "endpoint-redirects", "It points elsewhere (" + status + "); name the right address itself.");
            }
            if (status != 200) {
                return failed("endpoint-refuses", "It answered with status " + status + ".");
            }
            byte[] bytes = bounded(in);
            return bytes.length > bounds.bytes()
                    ? failed("endpoint-too-long", "Its answer has more than " + bounds.bytes() + " bytes.")
                    : answer(bytes);
        }
    }

    private byte[] bounded(InputStream in) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[1 << 14];
        for (int count = in.read(buffer); count >= 0 && out.size() <= bounds.bytes(); count = in.read(buffer)) {
            out.write(buffer, 0, count);
        }
        return out.toByteArray();
    }

    private Result answer(byte[] bytes) {
        try {
            JsonNode content = JsonMapper.shared().readTree(bytes).at("/choices/0/message/content");
            return content.isString()
                    ? new Result.Answered(model, content.asString(""))
                    : failed("endpoint-odd", "Its answer holds no message: is it an OpenAI-compatible API?");
        } catch (JacksonException | StackOverflowError e) {
            return failed("endpoint-odd", "Its answer is no JSON: is it an OpenAI-compatible API?");
        }
    }

    private String body(Question question) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("model", model).put("temperature", 0).put("seed", 0).put("stream", false);
        var messages = body.putArray("messages");
        messages.addObject().put("role", "system").put("content", question.system());
        messages.addObject().put("role", "user").put("content", question.user());
        return body.toString();
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "ChatEndpoint[" + address + ", " + model + "]";
    }
}
