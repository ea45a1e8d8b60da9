package org.truce.server;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Asks a server for 100,000 rows with only so much heap to spare, and prints how many lines came. A process of its own:
 * what is left of its heap once the record is open is filled up but for the room that an answer may take.
 */
final class Streaming {
    private static final int ROWS = 100_000;
    private static final int MEGABYTE = 1 << 20;

    private Streaming() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        Path dir = Files.createTempDirectory(Path.of(args[0]), "streaming");
        try (Served served = new Served(dir, List.of(Served.mandate(0)))) {
            fill(served);
            // Once, so that every class is there before room is measured.
            served.get(Served.RECORD + "/returns?format=csv&limit=10");
            served.get(Served.RECORD + "/returns?format=ndjson&limit=10");
            List<byte[]> ballast = new ArrayList<>();
            while (free() > Long.parseLong(args[1]) * MEGABYTE) {
                ballast.add(new byte[MEGABYTE]);
            }
            for (String path : List.of(
                    "/returns?format=ndjson",
                    "/returns?format=csv",
                    "/returns?limit=all",
                    "/entries?limit=all",
                    "/items?limit=all")) {
                System.out.println(path + " " + length(served, path) + " " + ballast.size());
            }
        }
        System.exit(0);
    }

    private static void fill(Served served) throws IOException {
        List<String> batch = new ArrayList<>();
        for (int n = 1; n <= ROWS; n++) {
            batch.add(Served.entry(
                    n,
                    "ReturnCounted",
                    "public",
                    "\"occurred\":{\"edtf\":\"2021-01-%02d\"},".formatted(n % 28 + 1),
                    "\"persons\":{\"day\":{\"value\":" + n + ",\"unit\":\"persons\"}},\"method\":{\"en\":\"counted on"
                            + " escorted buses\"},\"population\":{\"en\":\"who left in the autumn\"}"));
            if (batch.size() == 5000 || n == ROWS) {
                served.append(batch);
                batch.clear();
            }
        }
    }

    private static long free() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.maxMemory() - runtime.totalMemory() + runtime.freeMemory();
    }

    /** Lines of an answer, or bytes of one that has no lines; nothing of it is kept. */
    private static long length(Served served, String path) throws IOException, InterruptedException {
        HttpRequest request =
                served.request(Served.RECORD + path + "&at=2021-09-29").build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<InputStream> response = client.send(request, BodyHandlers.ofInputStream());
            byte[] some = new byte[1 << 16];
            long lines = 0;
            long bytes = 0;
            try (InputStream in = response.body()) {
                for (int n = in.read(some); n >= 0; n = in.read(some)) {
                    bytes += n;
                    for (int i = 0; i < n; i++) {
                        lines += some[i] == '\n' ? 1 : 0;
                    }
                }
            }
            return response.statusCode() != 200 ? -response.statusCode() : path.contains("format") ? lines : bytes;
        }
    }
}
