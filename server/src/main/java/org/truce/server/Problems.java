package org.truce.server;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.stream.Collectors;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import org.truce.model.Invalid;
import org.truce.model.Problem;
import org.truce.model.ProblemException;
import org.truce.publication.feed.Json;
import tools.jackson.databind.node.ObjectNode;

/** Turns what went wrong into an answer as RFC 9457 says; never a stack trace. */
@RestControllerAdvice
final class Problems {
    private static final System.Logger LOG = System.getLogger(Problems.class.getName());

    /** Everything that a request can bring about; only an answer that began already is left to be broken off. */
    @ExceptionHandler
    ResponseEntity<ObjectNode> problem(Exception e, HttpServletResponse response) throws Exception {
        if (response.isCommitted() || e instanceof Listing.Torn) {
            throw e;
        }
        // The tag of the answer that was asked for is not that of the problem.
        response.setHeader("ETag", null);
        response.setHeader("Link", null);
        return switch (e) {
            case HttpProblem known -> answer(known.status(), known.problem());
            case ProblemException known -> answer(HttpStatus.BAD_REQUEST, known.problem());
            case Invalid invalid ->
                answer(
                        HttpStatus.BAD_REQUEST,
                        new Problem(invalid.code(), "request", String.valueOf(invalid.getMessage())));
            case IOException _ ->
                answer(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        new Problem(
                                "disk", "record", "The record's disk does not answer; nothing was lost, try again."));
            default -> asked(e, response);
        };
    }

    /** What Spring found wrong with a request before a handler saw it. */
    private static ResponseEntity<ObjectNode> asked(Exception e, HttpServletResponse response) {
        return switch (e) {
            case NoResourceFoundException none ->
                answer(
                        HttpStatus.NOT_FOUND,
                        new Problem("no-such-page", "/" + none.getResourcePath(), "There is nothing at this address."));
            case HttpRequestMethodNotSupportedException wrong -> {
                if (wrong.getSupportedHttpMethods() != null) {
                    response.setHeader(
                            "Allow",
                            wrong.getSupportedHttpMethods().stream()
                                    .map(HttpMethod::name)
                                    .sorted()
                                    .collect(Collectors.joining(", ")));
                }
                yield answer(
                        HttpStatus.METHOD_NOT_ALLOWED,
                        new Problem(
                                "wrong-method", "request", "This address does not take " + wrong.getMethod() + "."));
            }
            case HttpMediaTypeNotSupportedException _ ->
                answer(
                        HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                        new Problem("wrong-media-type", "Content-Type", "Send application/json."));
            case HttpMediaTypeNotAcceptableException _ ->
                answer(
                        HttpStatus.NOT_ACCEPTABLE,
                        new Problem("not-acceptable", "Accept", "This is not given in the form that you accept."));
            case MethodArgumentTypeMismatchException wrong ->
                answer(
                        HttpStatus.BAD_REQUEST,
                        new Problem("bad-value", wrong.getName(), "This value has the wrong form."));
            case MissingServletRequestParameterException missing ->
                answer(
                        HttpStatus.BAD_REQUEST,
                        new Problem("missing-parameter", missing.getParameterName(), "Give this parameter."));
            case ServletRequestBindingException _, MultipartException _ ->
                answer(
                        HttpStatus.BAD_REQUEST,
                        new Problem("bad-request", "request", "This request has the wrong form."));
            default -> fault(e);
        };
    }

    /** A fault of the program: logged whole, told without its inside. */
    private static ResponseEntity<ObjectNode> fault(Exception e) {
        LOG.log(System.Logger.Level.ERROR, "a fault of Truce", e);
        return answer(
                HttpStatus.INTERNAL_SERVER_ERROR,
                new Problem("fault", "server", "This is a fault of Truce, not of your question; nothing was lost."));
    }

    static ResponseEntity<ObjectNode> answer(HttpStatus status, Problem problem) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(body(status.value(), status.getReasonPhrase(), problem));
    }

    /** A problem as RFC 9457 writes it. */
    static ObjectNode body(int status, String title, Problem problem) {
        return Json.object()
                .put("type", "about:blank")
                .put("title", title)
                .put("status", status)
                .put("code", problem.code())
                .put("place", problem.place())
                .put("detail", problem.sentence());
    }
}
