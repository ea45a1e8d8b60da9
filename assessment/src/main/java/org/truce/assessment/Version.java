package org.truce.assessment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version of the code that judged. */
public final class Version {
    /** Commit from which this was built, as {@code git describe} tells it; {@code unknown} outside a checkout. */
    public static final String COMMIT = read();

    private Version() {}

    private static String read() {
        try (InputStream in = Version.class.getResourceAsStream("version.properties")) {
            Properties properties = new Properties();
            if (in != null) {
                properties.load(in);
            }
            return properties.getProperty("commit", "unknown");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
