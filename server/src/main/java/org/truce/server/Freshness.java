package org.truce.server;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Enumeration;
import java.util.TreeMap;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.truce.assessment.Version;
import org.truce.model.entry.Audience;
import org.truce.record.tlog.Checkpoint;

/**
 * Says of an answer whether its reader has it already. An answer follows from the record, the question and the program:
 * their digest is its tag, known before anything is computed. What is asked of now has none, since the same question has
 * another answer a moment later; who wants to be spared the answer names the instant.
 */
final class Freshness implements HandlerInterceptor {
    private final Records records;

    Freshness(Records records) {
        this.records = records;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod method)
                || !Doorkeeper.ours(method)
                || Arrays.stream(method.getMethodParameters())
                        .noneMatch(parameter -> parameter.getParameterType() == Question.class)) {
            return true;
        }
        Question question = Arguments.question(request, records);
        // Also where there is no tag: a wrong question is refused before anything is done.
        String tag = tag(request, question);
        if (question.audience() != Audience.Group.PUBLIC) {
            response.setHeader("Cache-Control", "private, no-cache");
        }
        Serves serves = method.getMethodAnnotation(Serves.class);
        if (!question.saysWhen() && (serves == null || !serves.timeless())) {
            return true;
        }
        response.setHeader("ETag", tag);
        if (matches(request.getHeaders("If-None-Match"), tag)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return false;
        }
        return true;
    }

    private static String tag(HttpServletRequest request, Question question) {
        Checkpoint checkpoint = question.open().record().checkpoint().checkpoint();
        StringBuilder all = new StringBuilder()
                .append(Version.COMMIT)
                .append('\n')
                .append(checkpoint.size())
                .append(' ')
                .append(checkpoint.root())
                .append(' ')
                .append(question.open().picture().size())
                .append('\n')
                .append(request.getRequestURI())
                .append('\n')
                .append(question.saysWhen() ? question.at() : "")
                .append('\n')
                .append(question.known())
                .append('\n')
                .append(question.audience().wire())
                .append('\n')
                .append(question.caller().author().map(Object::toString).orElse(""))
                .append('\n')
                .append(request.getHeader("Accept"));
        new TreeMap<>(request.getParameterMap())
                .forEach((name, values) ->
                        all.append('\n').append(name).append('=').append(values[0]));
        byte[] digest = Cursor.sha256(all.toString().getBytes(StandardCharsets.UTF_8));
        // Weak: the same rows may be compressed on their way.
        return "W/\"" + Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, 18)) + '"';
    }

    private static boolean matches(Enumeration<String> given, String tag) {
        while (given.hasMoreElements()) {
            for (String one : given.nextElement().split(",", -1)) {
                if (one.strip().equals(tag) || ("W/" + one.strip()).equals(tag)) {
                    return true;
                }
            }
        }
        return false;
    }
}
