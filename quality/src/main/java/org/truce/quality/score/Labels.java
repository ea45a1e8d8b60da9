package org.truce.quality.score;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.truce.reading.Reading;
import org.truce.reading.Span;
import tools.jackson.databind.JsonNode;

/** The facts that stand in a file of labels. Pure functions. */
public final class Labels {
    /** Fields of a labelled event that may look like a number of it, and are none. */
    private static final Set<String> NO_NUMBERS = Set.of("n", "span", "times", "date", "date_earliest", "date_latest");

    private Labels() {}

    /** The facts of one file. What the labels leave open is empty. */
    public static Facts of(JsonNode labels) {
        Map<String, Spot> places = new HashMap<>();
        labels.path("places").forEach(p -> places.put(text(p, "key"), spot(p)));
        return Facts.of(
                text(labels, "publication_date"),
                Names.fold(text(labels, "publisher")),
                each(labels, "agencies", n -> plain(n, Names.fold(text(n, "normalised")))),
                each(labels, "dates", n -> plain(n, text(n, "iso"))),
                each(
                        labels,
                        "places",
                        n -> new Fact("", spans(n, "spans"), spot(n), false, null, Reading.Explanation.NONE)),
                each(labels, "actors", n -> plain(n, Names.fold(text(n, "normalised")))),
                each(labels, "speakers", Labels::statement).stream()
                        .filter(s -> !s.spans().isEmpty())
                        .toList(),
                each(labels, "events", n -> event(n, places)).stream()
                        .filter(e -> !e.value().equals("statement"))
                        .toList(),
                each(labels, "agreements", n -> plain(n, Names.fold(text(n, "agreement")))));
    }

    private static Fact plain(JsonNode n, String value) {
        return Fact.plain(value, spans(n, "spans"), Reading.Explanation.NONE);
    }

    private static Fact statement(JsonNode n) {
        return new Fact(
                Names.fold(text(n, "normalised")),
                spans(n, "text_spans"),
                null,
                text(n, "mode").equals("direct"),
                null,
                Reading.Explanation.NONE);
    }

    private static Fact event(JsonNode n, Map<String, Spot> places) {
        List<Spot> where = new ArrayList<>();
        List<String> keys = new ArrayList<>();
        if (n.path("place").isArray()) {
            n.path("place").forEach(k -> keys.add(k.asString("")));
        } else {
            keys.add(text(n, "place"));
        }
        for (String key : keys) {
            Spot spot = places.get(key);
            if (spot != null) {
                where.add(spot);
            }
        }
        Happened happened = new Happened(
                text(n, "status"),
                text(n, "date"),
                text(n, "date_earliest"),
                text(n, "date_latest"),
                where,
                numbers(n),
                Names.fold(text(n, "accused")));
        return new Fact(text(n, "type"), spans(n, "span"), null, false, happened, Reading.Explanation.NONE);
    }

    private static List<@Nullable Double> numbers(JsonNode event) {
        List<@Nullable Double> out = new ArrayList<>();
        for (Map.Entry<String, JsonNode> field : event.properties()) {
            boolean may = field.getValue().isNumber() || field.getValue().isString();
            Double value = may && !NO_NUMBERS.contains(field.getKey()) ? number(field.getValue()) : null;
            if (value != null) {
                out.add(value);
            }
        }
        return out;
    }

    private static @Nullable Double number(JsonNode n) {
        try {
            return new BigDecimal(n.asString("").replace(",", "").strip()).doubleValue();
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static <T> List<T> each(JsonNode n, String field, Function<JsonNode, T> one) {
        List<T> out = new ArrayList<>();
        n.path(field).forEach(item -> out.add(one.apply(item)));
        return out;
    }

    private static Spot spot(JsonNode n) {
        return new Spot(n.path("lat").asDouble(Double.NaN), n.path("lon").asDouble(Double.NaN));
    }

    /** One span or a list of them. */
    private static List<Span> spans(JsonNode n, String field) {
        JsonNode all = n.path(field);
        if (all.path(0).isNumber()) {
            return List.of(new Span(all.path(0).asInt(), all.path(1).asInt()));
        }
        return each(n, field, s -> new Span(s.path(0).asInt(), s.path(1).asInt()));
    }

    private static String text(JsonNode n, String field) {
        return n.path(field).asString("");
    }
}
