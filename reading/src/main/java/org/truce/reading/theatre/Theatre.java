package org.truce.reading.theatre;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What a reader knows of one ceasefire: its places, actors and agreements. Data, so that another ceasefire is another
 * folder: {@code places.json}, {@code actors.json}, {@code agreements.json}. Immutable and thread-safe.
 *
 * @param name of the folder
 */
public record Theatre(String name, List<Place> places, List<Actor> actors, List<Agreement> agreements) {
    /** Copies the lists. */
    public Theatre {
        places = List.copyOf(places);
        actors = List.copyOf(actors);
        agreements = List.copyOf(agreements);
    }

    /** The theatre packaged under {@code theatres/NAME}; a name that is not there is a programmer's error. */
    public static Theatre named(String name) {
        return read(name, file -> {
            InputStream in = Theatre.class.getResourceAsStream("/theatres/" + name + "/" + file);
            if (in == null) {
                throw new IllegalArgumentException("no theatre " + name + ": " + file + " is missing");
            }
            return in;
        });
    }

    /** Reads the three files that {@code open} gives by name. */
    public static Theatre read(String name, Function<String, InputStream> open) {
        List<Place> places = new ArrayList<>();
        for (Map<String, Object> n : file(open, "places.json")) {
            places.add(new Place(
                    JsonValues.text(n, "id"),
                    JsonValues.text(n, "type"),
                    Double.parseDouble(JsonValues.text(n, "lat")),
                    Double.parseDouble(JsonValues.text(n, "lon")),
                    JsonValues.lists(n.get("names")),
                    JsonValues.text(n, "district")));
        }
        List<Actor> actors = new ArrayList<>();
        file(open, "actors.json").forEach(n -> actors.add(actor(n)));
        List<Agreement> agreements = new ArrayList<>();
        for (Map<String, Object> n : file(open, "agreements.json")) {
            agreements.add(new Agreement(
                    JsonValues.text(n, "name"),
                    JsonValues.text(n, "date"),
                    JsonValues.strings(n.get("days")),
                    JsonValues.strings(n.get("signatories")),
                    JsonValues.lists(n.get("names"))));
        }
        return new Theatre(name, places, actors, agreements);
    }

    private static Actor actor(Map<String, Object> n) {
        List<Office> offices = new ArrayList<>();
        if (n.get("roles") instanceof List<?> roles) {
            for (Object one : roles) {
                Map<String, String> r = JsonValues.texts(one);
                offices.add(new Office(
                        r.getOrDefault("title", ""),
                        r.getOrDefault("of", ""),
                        r.getOrDefault("office", ""),
                        r.getOrDefault("from", ""),
                        r.getOrDefault("to", "")));
            }
        }
        return new Actor(
                JsonValues.text(n, "name"),
                JsonValues.text(n, "kind"),
                JsonValues.text(n, "of"),
                List.copyOf(offices),
                JsonValues.lists(n.get("names")),
                JsonValues.text(n, "adjective"),
                JsonValues.text(n, "article"),
                JsonValues.lists(n.get("adjectives")),
                JsonValues.lists(n.get("capitals")),
                JsonValues.texts(n.get("institutions")));
    }

    private static List<Map<String, Object>> file(Function<String, InputStream> open, String file) {
        try (InputStream in = open.apply(file)) {
            return JsonValues.objects(in);
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }
}
