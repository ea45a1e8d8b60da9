package org.truce.server;

import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
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

    @ExceptionHandler
    ResponseEntity<ObjectNode> problem(HttpProblem e) {
        return answer(e.status(), e.problem());
    }

    @ExceptionHandler
    ResponseEntity<ObjectNode> problem(ProblemException e) {
        return answer(HttpStatus.BAD_REQUEST, e.problem());
    }

    @ExceptionHandler
    ResponseEntity<ObjectNode> invalid(Invalid e) {
        return answer(HttpStatus.BAD_REQUEST, new Problem(e.code(), "request", String.valueOf(e.getMessage())));
    }

    @ExceptionHandler
    ResponseEntity<ObjectNode> noSuchPage(NoResourceFoundException e) {
        return answer(
                HttpStatus.NOT_FOUND,
                new Problem("no-such-page", "/" + e.getResourcePath(), "There is nothing at this address."));
    }

    @ExceptionHandler
    ResponseEntity<ObjectNode> wrongMethod(HttpRequestMethodNotSupportedException e) {
        return answer(
                HttpStatus.METHOD_NOT_ALLOWED,
                new Problem("wrong-method", "request", "This address does not take " + e.getMethod() + "."));
    }

    @ExceptionHandler
    ResponseEntity<ObjectNode> wrongType(HttpMediaTypeNotSupportedException e) {
        return answer(
                HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                new Problem("wrong-media-type", "Content-Type", "Send application/json."));
    }

    @ExceptionHandler
    ResponseEntity<ObjectNode> wrongArgument(MethodArgumentTypeMismatchException e) {
        return answer(HttpStatus.BAD_REQUEST, new Problem("bad-value", e.getName(), "This value has the wrong form."));
    }

    @ExceptionHandler
    ResponseEntity<ObjectNode> disk(IOException e) {
        return answer(
                HttpStatus.SERVICE_UNAVAILABLE,
                new Problem("disk", "record", "The record's disk does not answer; nothing was lost, try again."));
    }

    /** A fault of the program: logged whole, told without its inside. */
    @ExceptionHandler
    ResponseEntity<ObjectNode> fault(RuntimeException e) {
        LOG.log(System.Logger.Level.ERROR, "a fault of Truce", e);
        return answer(
                HttpStatus.INTERNAL_SERVER_ERROR,
                new Problem("fault", "server", "This is a fault of Truce, not of your question; nothing was lost."));
    }

    static ResponseEntity<ObjectNode> answer(HttpStatus status, Problem problem) {
        ObjectNode body = Json.object()
                .put("type", "about:blank")
                .put("title", status.getReasonPhrase())
                .put("status", status.value())
                .put("code", problem.code())
                .put("place", problem.place())
                .put("detail", problem.sentence());
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(body);
    }
}
