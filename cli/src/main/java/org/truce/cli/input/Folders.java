package org.truce.cli.input;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.truce.model.ProblemException;
import org.truce.reading.Reader;
import org.truce.reading.text.Lang;
import org.truce.reading.theatre.Theatre;

/** Theatres and languages that a user gives as folders, as docs/reading.md describes them. */
public final class Folders {
    private Folders() {}

    /**
     * A reader for what the user gives.
     *
     * @param theatre the folder of a theatre; null for the one that comes with this release
     * @param languages folders of languages beside the packaged ones
     * @throws ProblemException {@code no-folder}, {@code bad-theatre}, {@code bad-language}
     */
    public static Reader reader(@Nullable Path theatre, List<Path> languages) {
        List<Lang> more = new ArrayList<>();
        languages.forEach(folder -> more.add(language(folder)));
        return Reader.forTheatre(theatre == null ? Theatre.named("karabakh") : theatre(theatre), more);
    }

    private static Theatre theatre(Path folder) {
        try {
            return Theatre.read(
                    String.valueOf(folder.getFileName()),
                    file -> file(folder, file).orElseThrow(() -> wrong("bad-theatre", folder, file + " is missing")));
        } catch (IllegalArgumentException e) {
            throw wrong("bad-theatre", folder, String.valueOf(e.getMessage()));
        }
    }

    private static Lang language(Path folder) {
        try {
            return Lang.read(file -> file(folder, file));
        } catch (IllegalArgumentException e) {
            throw wrong("bad-language", folder, String.valueOf(e.getMessage()));
        }
    }

    private static ProblemException wrong(String code, Path folder, String what) {
        return new ProblemException(code, folder.toString(), what + "; docs/reading.md says what stands there.");
    }

    private static Optional<InputStream> file(Path folder, String name) {
        if (!Files.isDirectory(folder)) {
            throw new ProblemException("no-folder", folder.toString(), "There is no such folder.");
        }
        Path file = folder.resolve(name);
        try {
            return Files.isRegularFile(file) ? Optional.of(Files.newInputStream(file)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
