package org.truce.cli.input;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
     */
    public Readers(@Nullable String theatre) {
        this(theatre, List.of());
    }

    /**
     * Readers of one command.
     *
     * @param theatre name of a packaged theatre or a folder, null to tell it from each text
     * @param languages beside the packaged ones
     */
    public Readers(@Nullable String theatre, List<Lang> languages) {
        this.languages = List.copyOf(languages);
        this.asked = theatre == null ? null : Reader.forTheatre(theatre(theatre), languages);
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
