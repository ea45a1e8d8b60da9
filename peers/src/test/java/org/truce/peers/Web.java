package org.truce.peers;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** A web server for a directory, with ranges, which cuts its first answers short when told to. */
final class Web implements AutoCloseable {
    private final Path root;
    private final HttpServer server;
    private final List<String> seen = new ArrayList<>();
    private int cuts;
    private Path reader = Path.of("");
    private int failures;

    Web(Path root) throws IOException {
        this.root = root;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16);
        server.createContext("/", this::answer);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /**
     * Breaks the connection in the middle of so many of the next long answers, once a file below the reader's directory
     * is as long as what was sent of it: what a broken connection still carries may be lost.
     */
    synchronized void cut(int times, Path directory) {
        cuts = times;
        reader = directory;
    }

    /** Answers 503 to so many of the next questions. */
    synchronized void fail(int times) {
        failures = times;
    }

    /** What was asked for: a path, and the range where there was one. */
    synchronized List<String> seen() {
        return List.copyOf(seen);
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String range = exchange.getRequestHeaders().getFirst("Range");
            String path = exchange.getRequestURI().getPath().substring(1);
            seen.add(path + (range == null ? "" : " " + range));
            Path file = root.resolve(path);
            if (failures > 0) {
                failures--;
                exchange.sendResponseHeaders(503, -1);
            } else if (!Files.isRegularFile(file)) {
                exchange.sendResponseHeaders(404, -1);
            } else {
                byte[] all = Files.readAllBytes(file);
                int from = range == null ? 0 : Integer.parseInt(range.replaceAll("bytes=([0-9]+)-", "$1"));
                send(exchange, from, Arrays.copyOfRange(all, from, all.length), range != null);
            }
        }
    }

    private void send(HttpExchange exchange, int from, byte[] bytes, boolean partial) throws IOException {
        exchange.sendResponseHeaders(partial ? 206 : 200, bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            if (cuts > 0 && bytes.length > 100_000) {
                cuts--;
                out.write(bytes, 0, bytes.length / 2);
                out.flush();
                arrived(from + bytes.length / 2);
                throw new IOException("cut off");
            }
            out.write(bytes);
        }
    }

    /** Waits until the reader has so many bytes in a file; ten seconds at most, for its test to say what is wrong. */
    private void arrived(long length) throws IOException {
        long end = System.nanoTime() + 10_000_000_000L;
        while (System.nanoTime() < end && !has(length)) {
            LockSupport.parkNanos(1_000_000);
        }
    }

    private boolean has(long length) throws IOException {
        try (Stream<Path> files = Files.walk(reader)) {
            return files.anyMatch(
                    file -> file.toFile().isFile() && file.toFile().length() == length);
        } catch (UncheckedIOException e) {
            return false; // a file was renamed while the directory was walked
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
