package org.truce.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.truce.model.Problem;

/** Says in the same form what the web server itself refuses, before any handler is asked: addresses that are none. */
public final class ProblemValve extends ErrorReportValve {
    private static final String WRONG = "This is no request that can be understood.";

    @Override
    protected void report(Request request, Response response, @Nullable Throwable fault) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        HttpStatus known = HttpStatus.resolve(status);
        Problem problem = switch (status) {
            case 400 -> new Problem("bad-request", "request", WRONG);
            case 404 -> new Problem("no-such-page", "request", "There is nothing at this address.");
            case 405, 501 -> new Problem("wrong-method", "request", "This address does not take this method.");
            case 413 -> new Problem("too-large", "request", Guard.TOO_LARGE);
            case 414, 431 -> new Problem("too-long", "request", "The address or the headers are too long.");
            default ->
                status < 500
                        ? new Problem("refused", "request", WRONG)
                        : new Problem("fault", "server", "This is a fault of Truce; nothing was lost.");
        };
        try {
            response.setContentType("application/problem+json");
            byte[] body = Problems.body(status, known == null ? "" : known.getReasonPhrase(), problem)
                    .toString()
                    .getBytes(StandardCharsets.UTF_8);
            response.getOutputStream().write(body);
            response.finishResponse();
        } catch (IOException e) {
            // Who asked is gone.
        }
    }
}
