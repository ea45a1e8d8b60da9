package org.truce.reading.theatre;

import static org.truce.reading.theatre.JsonValues.strings;
import static org.truce.reading.theatre.JsonValues.text;
import static org.truce.reading.theatre.JsonValues.texts;

import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.truce.model.ProblemException;
import tools.jackson.core.JacksonException;

/**
 * The files of one theatre, read and checked: every fault is a problem with a code, the file, the entry and field, and
 * what to do. One instance reads one theatre.
 */
final class TheatreFiles {
    private final Function<String, InputStream> open;

    TheatreFiles(Function<String, InputStream> open) {
        this.open = open;
    }

    List<Place> places() {
        List<Place> out = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        each("places.json", "id", n -> {
            String at = "places.json:" + text(n, "id");
            unless(ids.add(text(n, "id")), "double-id", at + "/id", "Two places have this id: give each its own.");
            unless(!text(n, "type").isEmpty(), "no-type", at + "/type", "Say what it is, such as village or district.");
            Map<String, List<String>> names = lists(n, "names", at);
            unless(
                    names.values().stream().anyMatch(list -> !list.isEmpty()),
                    "no-name",
                    at + "/names",
                    "Give at least one name, as {\"en\": [\"Askeran\"]}.");
            out.add(new Place(
                    text(n, "id"),
                    text(n, "type"),
                    degrees(n, "lat", 90, at),
                    degrees(n, "lon", 180, at),
                    names,
                    text(n, "district")));
        });
        for (Place p : out) {
            unless(
                    p.district().isEmpty() || ids.contains(p.district()),
                    "unknown-district",
                    "places.json:" + p.id() + "/district",
                    "There is no place with the id \"" + p.district() + "\": add it or leave the field out.");
        }
        return out;
    }

    private static double degrees(Map<String, Object> n, String field, double most, String at) {
        try {
            double value = Double.parseDouble(text(n, field));
            unless(
                    Math.abs(value) <= most,
                    "bad-coordinate",
                    at + "/" + field,
                    "Degrees lie between -" + (int) most + " and " + (int) most + ".");
            return value;
        } catch (NumberFormatException none) {
            throw new ProblemException(
                    "bad-coordinate", at + "/" + field, "Give WGS 84 degrees as a number, such as 39.76.");
        }
    }

    List<Actor> actors() {
        List<Actor> out = new ArrayList<>();
        each("actors.json", "name", n -> {
            String at = "actors.json:" + text(n, "name");
            unless(
                    !text(n, "kind").isEmpty(),
                    "no-kind",
                    at + "/kind",
                    "Say person, state, force, authority or organisation.");
            List<Office> offices = new ArrayList<>();
            if (n.get("roles") instanceof List<?> roles) {
                for (Object one : roles) {
                    Map<String, String> r = texts(one);
                    String from = r.getOrDefault("from", "");
                    String to = r.getOrDefault("to", "");
                    day(from, at + "/roles/from");
                    day(to, at + "/roles/to");
                    offices.add(new Office(
                            r.getOrDefault("title", ""),
                            r.getOrDefault("of", ""),
                            r.getOrDefault("office", ""),
                            from,
                            to));
                }
            }
            out.add(new Actor(
                    text(n, "name"),
                    text(n, "kind"),
                    text(n, "of"),
                    List.copyOf(offices),
                    lists(n, "names", at),
                    text(n, "adjective"),
                    text(n, "article"),
                    lists(n, "adjectives", at),
                    lists(n, "capitals", at),
                    texts(n.get("institutions"))));
        });
        return out;
    }

    List<Agreement> agreements() {
        List<Agreement> out = new ArrayList<>();
        each("agreements.json", "name", n -> {
            String at = "agreements.json:" + text(n, "name");
            unless(!text(n, "date").isEmpty(), "bad-date", at + "/date", "Give the day of adoption as YYYY-MM-DD.");
            day(text(n, "date"), at + "/date");
            out.add(new Agreement(
                    text(n, "name"),
                    text(n, "date"),
                    strings(n.get("days")),
                    strings(n.get("signatories")),
                    lists(n, "names", at)));
        });
        return out;
    }

    private static void day(String date, String at) {
        try {
            if (!date.isEmpty()) {
                LocalDate.parse(date);
            }
        } catch (DateTimeException none) {
            throw new ProblemException("bad-date", at, "\"" + date + "\" is no day: write YYYY-MM-DD.");
        }
    }

    /** Names by language: an object of lists of strings, none of them blank. */
    private static Map<String, List<String>> lists(Map<String, Object> n, String field, String at) {
        Object value = n.get(field);
        if (value == null) {
            return Map.of();
        }
        String where = at + "/" + field;
        unless(
                value instanceof Map<?, ?>,
                "bad-names",
                where,
                "Write lists by language: {\"en\": [\"…\"], \"ru\": [\"…\"]}.");
        Map<String, List<String>> out = JsonValues.lists(value);
        if (value instanceof Map<?, ?> map) {
            map.values()
                    .forEach(list -> unless(
                            list instanceof List<?>,
                            "bad-names",
                            where,
                            "Write lists by language: {\"en\": [\"…\"], \"ru\": [\"…\"]}."));
        }
        out.forEach((lang, names) -> names.forEach(name -> unless(
                !name.isBlank(), "blank-name", where + "/" + lang, "A name is empty: write it or take it out.")));
        return out;
    }

    private void each(String file, String key, java.util.function.Consumer<Map<String, Object>> one) {
        List<Map<String, Object>> objects = objects(file);
        for (int i = 0; i < objects.size(); i++) {
            unless(
                    !text(objects.get(i), key).isBlank(),
                    "no-" + key,
                    file + ":" + (i + 1) + "/" + key,
                    "Entry " + (i + 1) + " has no \"" + key + "\": every entry needs one.");
            one.accept(objects.get(i));
        }
    }

    private List<Map<String, Object>> objects(String file) {
        Supplier<ProblemException> shape = () -> new ProblemException(
                "bad-json", file, "A theatre's file is a JSON array of objects, UTF-8: [{…}, {…}].");
        try (InputStream in = open.apply(file)) {
            return JsonValues.objects(in).orElseThrow(shape);
        } catch (JacksonException e) {
            String where = e.getLocation() == null ? "" : ":" + e.getLocation().getLineNr();
            throw new ProblemException("bad-json", file + where, "This is no JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new ProblemException("unreadable", file, "The file cannot be read: check that it exists and may be.");
        }
    }

    private static void unless(boolean right, String code, String place, String sentence) {
        if (!right) {
            throw new ProblemException(code, place, sentence);
        }
    }
}
