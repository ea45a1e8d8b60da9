package org.truce.reading.theatre;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.truce.model.ProblemException;

/**
 * What a reader knows of one ceasefire: its places, actors and agreements. Data, so that another ceasefire is another
 * folder: {@code places.json}, {@code actors.json}, {@code agreements.json}. Immutable and thread-safe.
 *
 * @param name of the folder
 */
public record Theatre(String name, List<Place> places, List<Actor> actors, List<Agreement> agreements) {
    private static final List<String> KNOWN = List.of("karabakh", "donbas", "cyprus", "kashmir", "south-sudan");
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,40}");

    /** Copies the lists. */
    public Theatre {
        places = List.copyOf(places);
        actors = List.copyOf(actors);
        agreements = List.copyOf(agreements);
    }

    /**
     * Names of the theatres that come with this release, in the order in which {@link #named} should be tried.
     */
    public static List<String> packaged() {
        List<String> out = new ArrayList<>();
        for (String name : KNOWN) {
            if (Theatre.class.getResource("/theatres/" + name + "/places.json") != null) {
                out.add(name);
            }
        }
        return out;
    }

    /** The theatre packaged under {@code theatres/NAME}. A name that is not there is a problem that lists those that are. */
    public static Theatre named(String name) {
        return read(name, file -> {
            InputStream in = NAME.matcher(name).matches()
                    ? Theatre.class.getResourceAsStream("/theatres/" + name + "/" + file)
                    : null;
            if (in == null) {
                throw new ProblemException(
                        "no-theatre",
                        name,
                        "There is no theatre of this name; there are " + String.join(", ", packaged())
                                + ", or give a folder with places.json, actors.json and agreements.json.");
            }
            return in;
        });
    }

    /** The theatre in a folder. Every fault of its files is a problem with the file, the entry and the field. */
    public static Theatre in(Path folder) {
        Path name = folder.getFileName();
        return read(name == null ? "" : name.toString(), file -> {
            try {
                return Files.newInputStream(folder.resolve(file));
            } catch (IOException e) {
                throw new ProblemException(
                        "no-file", folder.resolve(file).toString(), "A theatre needs this file; it may hold [].");
            }
        });
    }

    /** Reads the three files that {@code open} gives by name. Throws ProblemException for the first fault. */
    public static Theatre read(String name, Function<String, InputStream> open) {
        TheatreFiles files = new TheatreFiles(open);
        return new Theatre(name, files.places(), files.actors(), files.agreements());
    }
}
