package org.truce.server;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.HttpStatus;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Lets a handler answer only those whom it says that it serves, and only what it can be asked: a parameter that it does
 * not take, that is given twice or that is too long is refused.
 */
final class Doorkeeper implements HandlerInterceptor {
    private final Map<Method, Map<String, Takes.Taken>> taken = new ConcurrentHashMap<>();

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method && ours(method)) {
            Serves serves = method.getMethodAnnotation(Serves.class);
            if (serves == null) {
                throw new HttpProblem(
                        HttpStatus.FORBIDDEN,
                        "serves-nobody",
                        request.getRequestURI(),
                        "This address says of nobody that it serves them.");
            }
            boolean known = caller(request).author().isPresent();
            if (serves.value() == Serves.To.WRITER && !known) {
                throw new HttpProblem(
                        HttpStatus.UNAUTHORIZED,
                        "no-token",
                        request.getRequestURI(),
                        "Only who opened the link that \"truce serve --as\" printed may write.");
            }
            parameters(request, taken.computeIfAbsent(method.getMethod(), Takes::of));
            response.setHeader("Cache-Control", known ? "private, no-cache" : "no-cache");
            response.setHeader("Vary", "Accept, Authorization, Cookie");
        }
        return true;
    }

    /** Whether a handler is one of this server's own. */
    static boolean ours(HandlerMethod method) {
        return method.getBeanType().getPackageName().equals(Doorkeeper.class.getPackageName());
    }

    private static void parameters(HttpServletRequest request, Map<String, Takes.Taken> taken) {
        request.getParameterMap().forEach((name, values) -> {
            Takes.Taken one = taken.get(name);
            String place = name.length() > 40 ? name.substring(0, 40) + "…" : name;
            if (one == null || one.inPath()) {
                throw Question.bad("unknown-parameter", place, "This address does not take it; see openapi.json.");
            }
            if (values.length > 1) {
                throw Question.bad("repeated-parameter", name, "Give " + name + " once.");
            }
            if (values[0].length() > Takes.LONGEST) {
                throw Question.bad("bad-value", name, "This is too long for any value that it can have.");
            }
        });
    }

    static Caller caller(HttpServletRequest request) {
        return request.getAttribute(Guard.CALLER) instanceof Caller caller ? caller : Caller.ANYBODY;
    }
}
