package org.truce.server;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.truce.model.entry.Author;
import org.truce.picture.OpenRecord;

/** A running server. It listens on loopback alone. */
public final class Server implements AutoCloseable {
    private final ConfigurableApplicationContext context;
    private final int port;
    private final String token;
    private final Optional<Author> writer;

    private Server(ConfigurableApplicationContext context, int port, String token, Optional<Author> writer) {
        this.context = context;
        this.port = port;
        this.token = token;
        this.writer = writer;
    }

    /**
     * Starts a server.
     *
     * @param records by name, in the order in which they are listed
     * @param port 0 for any that is free
     * @param writer in whose name the holder of the link writes; nobody writes where empty
     */
    public static Server start(Map<String, OpenRecord> records, int port, Optional<Author> writer) {
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        String token = HexFormat.of().formatHex(secret);
        ConfigurableApplicationContext context = new SpringApplicationBuilder(House.class)
                .web(WebApplicationType.SERVLET)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .initializers(it -> {
                    it.getBeanFactory().registerSingleton("records", new Records(records));
                    it.getBeanFactory().registerSingleton("guard", new Guard(writer, token));
                })
                .properties(Map.of(
                        "server.address", "127.0.0.1",
                        "server.port", port,
                        "server.tomcat.max-http-form-post-size", "1MB",
                        "server.compression.enabled", "true",
                        "server.compression.mime-types",
                                "application/json,application/geo+json,application/x-ndjson,text/csv,text/html,text/css,text/javascript,application/javascript,image/svg+xml",
                        "spring.main.lazy-initialization", "true",
                        "spring.jmx.enabled", "false",
                        "logging.level.root", "warn"))
                .run();
        int bound = java.util.Objects.requireNonNull(((WebServerApplicationContext) context).getWebServer())
                .getPort();
        return new Server(context, bound, token, writer);
    }

    /** The port on which it listens. */
    public int port() {
        return port;
    }

    /** The address to open; with the token where somebody may write. */
    public String link() {
        String base = "http://127.0.0.1:" + port + "/";
        return writer.isPresent() ? base + "?token=" + token : base;
    }

    ConfigurableApplicationContext context() {
        return context;
    }

    /** Waits until the process is told to end. */
    public void await() throws InterruptedException {
        synchronized (this) {
            while (context.isActive()) {
                wait(1000);
            }
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
