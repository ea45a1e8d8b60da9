package org.truce.cli.input;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.truce.model.ProblemException;
import org.truce.reading.Reader;
import org.truce.reading.TheatreGuess;
import org.truce.reading.text.Lang;
import org.truce.reading.text.Tokenizer;
import org.truce.reading.theatre.Theatre;

/**
 * The reader for a text: of the theatre that was asked for, by name or as a folder, else of the packaged theatre whose
 * places the text names most. Each theatre is read once. Not thread-safe.
 */
public final class Readers {
    private final Map<String, Reader> readers = new HashMap<>();
    private final List<Lang> languages;
    private final @Nullable Reader asked;
    private @Nullable TheatreGuess guess;

    /**
     * Readers of one command.
     *
     * @param theatre name of a packaged theatre or a folder, null to tell it from each text
     * @param languages folders of languages beside the packaged ones
     * @throws ProblemException {@code no-theatre}, {@code no-folder}, {@code bad-language}, and what is wrong in a theatre
     */
    public Readers(@Nullable String theatre, List<Path> languages) {
        this.languages = languages.stream().map(Readers::language).toList();
        this.asked = theatre == null ? null : Reader.forTheatre(theatre(theatre), this.languages);
    }

    private static Lang language(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new ProblemException("no-folder", folder.toString(), "There is no such folder.");
        }
        try {
            return Lang.read(name -> {
                try {
                    Path file = folder.resolve(name);
                    return Files.isRegularFile(file) ? Optional.of(Files.newInputStream(file)) : Optional.empty();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (IllegalArgumentException e) {
            throw new ProblemException(
                    "bad-language", folder.toString(), e.getMessage() + "; docs/reading.md says what stands there.");
        }
    }

    private static Theatre theatre(String name) {
        if (Theatre.packaged().contains(name)) {
            return Theatre.named(name);
        }
        Path folder = Path.of(name);
        if (!Files.isDirectory(folder)) {
            throw new ProblemException(
                    "no-theatre",
                    "--theatre " + name,
                    "This is neither a folder nor one of " + String.join(", ", Theatre.packaged()) + ".");
        }
        try {
            return Theatre.in(folder);
        } catch (ProblemException e) {
            throw new ProblemException(e.problem().within(name));
        }
    }

    /** The reader for a text. */
    public Reader of(String text) {
        if (asked != null) {
            return asked;
        }
        TheatreGuess among = guess;
        if (among == null) {
            among = TheatreGuess.among(
                    Theatre.packaged().stream().map(Theatre::named).toList());
            guess = among;
        }
        Theatre theatre = among.of(Tokenizer.of(text));
        return readers.computeIfAbsent(theatre.name(), name -> Reader.forTheatre(theatre, languages));
    }
}
