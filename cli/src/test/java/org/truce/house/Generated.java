package org.truce.house;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A document that is made from the code. {@code mvn -pl cli -am test -Dtruce.docs=write} writes them all anew;
 * otherwise one that differs fails.
 */
final class Generated {
    private Generated() {}

    /** Writes the document, or fails where the one that stands there differs. */
    static void document(String name, String content) throws IOException {
        Path file = House.ROOT.resolve(name);
        if ("write".equals(System.getProperty("truce.docs"))) {
            Files.createDirectories(java.util.Objects.requireNonNull(file.getParent()));
            Files.writeString(file, content);
            return;
        }
        String stands = Files.exists(file) ? House.read(file) : "";
        assertEquals(content, stands, name + " is out of date: mvn -pl cli -am test -Dtruce.docs=write writes it anew");
    }
}
