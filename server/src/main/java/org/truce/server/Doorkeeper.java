package org.truce.server;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Lets a handler answer only those whom it says that it serves. */
final class Doorkeeper implements HandlerInterceptor {
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method
                && method.getBeanType().getPackageName().equals(Doorkeeper.class.getPackageName())) {
            Serves serves = method.getMethodAnnotation(Serves.class);
            if (serves == null) {
                throw new HttpProblem(
                        HttpStatus.FORBIDDEN,
                        "serves-nobody",
                        request.getRequestURI(),
                        "This address says of nobody that it serves them.");
            }
            if (serves.value() == Serves.To.WRITER && caller(request).author().isEmpty()) {
                throw new HttpProblem(
                        HttpStatus.UNAUTHORIZED,
                        "no-token",
                        request.getRequestURI(),
                        "Only who opened the link that \"truce serve --as\" printed may write.");
            }
            response.setHeader("Cache-Control", "no-cache");
        }
        return true;
    }

    static Caller caller(HttpServletRequest request) {
        return request.getAttribute(Guard.CALLER) instanceof Caller caller ? caller : Caller.ANYBODY;
    }
}
