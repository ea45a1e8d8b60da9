package org.truce.cli.input;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.truce.model.ProblemException;
import org.truce.reading.text.Lang;

/** Languages that a user gives as folders, as docs/reading.md describes them. */
public final class Folders {
    private Folders() {}

    /**
     * Languages beside the packaged ones.
     *
     * @param folders of them
     * @throws ProblemException {@code no-folder}, {@code bad-language}
     */
    public static List<Lang> languages(List<Path> folders) {
        List<Lang> more = new ArrayList<>();
        folders.forEach(folder -> more.add(language(folder)));
        return more;
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
