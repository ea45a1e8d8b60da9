package org.truce.record;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.truce.record.store.Layout;
import org.truce.record.store.StoreName;

/** Another copy of a record, whose files can be asked for by name; it may be late, cut off, or lie. One thread at a time. */
public interface Source {
    /**
     * A file.
     *
     * @param name its path from the record's directory
     * @param most bytes that are read; a longer file is an {@link IOException}
     * @return its bytes; empty where the source has none of that name
     */
    Optional<byte[]> get(String name, int most) throws IOException;

    /**
     * A file of any length; goes on where a former attempt was cut off.
     *
     * @param to where it is written: what stands there already is the file's beginning
     * @return whether the source has it
     */
    boolean download(String name, Path to) throws IOException;

    /** Names of the stores of contents that it says it has; empty where it cannot say. */
    List<String> stores() throws IOException;

    /** What it is called, for people. */
    @Override
    String toString();

    /** A directory, on a memory stick or another disk. */
    static Source of(Path directory) {
        return new Source() {
            @Override
            public Optional<byte[]> get(String name, int most) throws IOException {
                try {
                    Path file = directory.resolve(name);
                    if (Files.size(file) > most) {
                        throw new IOException(name + " has more than " + most + " bytes");
                    }
                    return Optional.of(Files.readAllBytes(file));
                } catch (NoSuchFileException | NotDirectoryException e) {
                    return Optional.empty();
                }
            }

            @Override
            public boolean download(String name, Path to) throws IOException {
                Path file = directory.resolve(name);
                if (!Files.isRegularFile(file)) {
                    return false;
                }
                long have = Files.exists(to) ? Files.size(to) : 0;
                try (InputStream in = Files.newInputStream(file);
                        OutputStream out =
                                Files.newOutputStream(to, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
                    in.skipNBytes(Math.min(have, Files.size(file)));
                    in.transferTo(out);
                }
                return true;
            }

            @Override
            public List<String> stores() throws IOException {
                return new Layout(directory)
                        .stores().stream().map(StoreName::value).toList();
            }

            @Override
            public String toString() {
                return directory.toString();
            }
        };
    }
}
