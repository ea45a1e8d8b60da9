package org.truce.reading.theatre;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

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
        JsonMapper json = JsonMapper.shared();
        List<Place> places = new ArrayList<>();
        for (JsonNode n : tree(json, open, "places.json")) {
            places.add(new Place(
                    text(n, "id"),
                    text(n, "type"),
                    n.path("lat").asDouble(),
                    n.path("lon").asDouble(),
                    lists(n.path("names")),
                    text(n, "district")));
        }
        List<Actor> actors = new ArrayList<>();
        for (JsonNode n : tree(json, open, "actors.json")) {
            actors.add(actor(n));
        }
        List<Agreement> agreements = new ArrayList<>();
        for (JsonNode n : tree(json, open, "agreements.json")) {
            agreements.add(new Agreement(
                    text(n, "name"),
                    text(n, "date"),
                    strings(n.path("days")),
                    strings(n.path("signatories")),
                    lists(n.path("names"))));
        }
        return new Theatre(name, places, actors, agreements);
    }

    private static Actor actor(JsonNode n) {
        List<Office> offices = new ArrayList<>();
        for (JsonNode r : n.path("roles")) {
            offices.add(new Office(text(r, "title"), text(r, "of"), text(r, "office"), text(r, "from"), text(r, "to")));
        }
        Map<String, String> institutions = new LinkedHashMap<>();
        n.path("institutions")
                .properties()
                .forEach(e -> institutions.put(e.getKey(), e.getValue().asString("")));
        return new Actor(
                text(n, "name"),
                text(n, "kind"),
                text(n, "of"),
                List.copyOf(offices),
                lists(n.path("names")),
                text(n, "adjective"),
                text(n, "article"),
                lists(n.path("adjectives")),
                lists(n.path("capitals")),
                Map.copyOf(institutions));
    }

    private static JsonNode tree(JsonMapper json, Function<String, InputStream> open, String file) {
        try (InputStream in = open.apply(file)) {
            return json.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }

    private static String text(JsonNode n, String field) {
        return n.path(field).asString("");
    }

    private static List<String> strings(JsonNode n) {
        List<String> out = new ArrayList<>();
        for (JsonNode one : n) {
            out.add(one.asString(""));
        }
        return List.copyOf(out);
    }

    private static Map<String, List<String>> lists(JsonNode n) {
        Map<String, List<String>> out = new LinkedHashMap<>();
        n.properties().forEach(e -> out.put(e.getKey(), strings(e.getValue())));
        return Map.copyOf(out);
    }
}
