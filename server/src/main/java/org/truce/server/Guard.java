package org.truce.server;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import org.truce.model.Problem;
import org.truce.model.entry.Author;

/**
 * Stands before every request: refuses a foreign Host (DNS rebinding), a foreign Origin on writes, a body that is too
 * large; sets the security headers; and finds out who calls.
 */
final class Guard extends OncePerRequestFilter {
    /** Largest body of a request, in bytes: one entry. */
    static final long MAX_BODY = 1 << 20;

    /** What is said of a larger one. */
    static final String TOO_LARGE = "A body has at most 1 MiB.";

    static final String CALLER = "truce.caller";
    private static final String COOKIE = "truce-token";
    private static final String POLICY = "default-src 'self'; script-src 'self'; worker-src 'self' blob:; "
            + "img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; font-src 'self'; connect-src 'self'; "
            + "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    private static final Set<String> HOSTS = Set.of("localhost", "127.0.0.1", "[::1]");

    private final Optional<Author> writer;
    private final String token;

    Guard(Optional<Author> writer, String token) {
        this.writer = writer;
        this.token = token;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        headers(response);
        if (!ours(request.getHeader("Host"))) {
            refuse(response, 421, "foreign-host", "This server answers on loopback only.");
            return;
        }
        if (request.getContentLengthLong() > MAX_BODY) {
            refuse(response, 413, "too-large", TOO_LARGE);
            return;
        }
        String origin = request.getHeader("Origin");
        if (!request.getMethod().equals("GET") && origin != null && !ours(origin.replaceFirst("^https?://", ""))) {
            refuse(response, 403, "foreign-origin", "Another site may not write here.");
            return;
        }
        String given = request.getParameter("token");
        if (given != null && request.getMethod().equals("GET")) {
            signIn(given, response);
            return;
        }
        request.setAttribute(CALLER, carries(request) ? new Caller(writer) : Caller.ANYBODY);
        chain.doFilter(request, response);
    }

    private static void headers(HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
    }

    private static boolean ours(@Nullable String host) {
        return host != null && HOSTS.contains(host.replaceFirst(":\\d+$", ""));
    }

    /** The one link: the token goes from the address into a cookie that no script reads and no other site sends. */
    private void signIn(String given, HttpServletResponse response) throws IOException {
        if (!equal(given)) {
            refuse(response, 403, "bad-token", "This link is not of this server; it prints a new one at every start.");
            return;
        }
        response.addHeader("Set-Cookie", COOKIE + "=" + token + "; Path=/; HttpOnly; SameSite=Strict");
        response.setHeader("Cache-Control", "no-store");
        response.setStatus(303);
        response.setHeader("Location", "/");
    }

    private boolean carries(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        if (header != null && header.startsWith("Bearer ") && equal(header.substring("Bearer ".length()))) {
            return true;
        }
        Cookie[] cookies = request.getCookies();
        for (Cookie cookie : cookies == null ? new Cookie[0] : cookies) {
            if (cookie.getName().equals(COOKIE) && equal(cookie.getValue())) {
                return true;
            }
        }
        return false;
    }

    private boolean equal(String given) {
        return writer.isPresent()
                && MessageDigest.isEqual(
                        given.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
    }

    private static void refuse(HttpServletResponse response, int status, String code, String sentence)
            throws IOException {
        response.setStatus(status);
        response.setContentType("application/problem+json");
        response.getOutputStream()
                .write(Problems.body(
                                status,
                                String.valueOf(HttpStatus.valueOf(status).getReasonPhrase()),
                                new Problem(code, "request", sentence))
                        .toString()
                        .getBytes(StandardCharsets.UTF_8));
    }
}
