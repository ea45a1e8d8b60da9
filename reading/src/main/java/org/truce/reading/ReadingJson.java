package org.truce.reading;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A reading as JSON and back. Fields in a fixed order, so that equal readings give equal bytes; {@code read} takes what
 * {@code write} made and passes over fields that it does not know. Thread-safe.
 */
public final class ReadingJson {
    private static final JsonFactory FACTORY = new JsonFactory();

    private ReadingJson() {}

    /** The reading as UTF-8 JSON without line breaks. */
    public static byte[] write(Reading reading) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(16_384);
        try (JsonGenerator generator = FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
            write(generator, tree(reading));
        }
        return out.toByteArray();
    }

    /** Writes a tree by the streaming generator alone: binding would cost the start of a program a tenth of a second. */
    private static void write(JsonGenerator to, JsonNode node) {
        switch (node) {
            case ObjectNode object -> {
                to.writeStartObject();
                for (Map.Entry<String, JsonNode> e : object.properties()) {
                    to.writeName(e.getKey());
                    write(to, e.getValue());
                }
                to.writeEndObject();
            }
            case ArrayNode array -> {
                to.writeStartArray();
                array.forEach(one -> write(to, one));
                to.writeEndArray();
            }
            default -> scalar(to, node);
        }
    }

    private static void scalar(JsonGenerator to, JsonNode node) {
        if (node.isNull()) {
            to.writeNull();
        } else if (node.isInt()) {
            to.writeNumber(node.intValue());
        } else if (node.isDouble()) {
            to.writeNumber(node.doubleValue());
        } else if (node.isNumber()) {
            to.writeNumber(node.decimalValue());
        } else if (node.isBoolean()) {
            to.writeBoolean(node.booleanValue());
        } else {
            to.writeString(node.asString(""));
        }
    }

    /** The reading as JSON over several lines, for people. */
    public static String pretty(Reading reading) {
        return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(tree(reading));
    }

    private static ObjectNode tree(Reading r) {
        ObjectNode o = JsonNodeFactory.instance.objectNode();
        o.put("reader", r.reader())
                .put("lang", r.lang())
                .put("title", r.title())
                .put("publisher", r.publisher());
        ObjectNode why = o.putObject("why");
        why(why.putObject("publisher"), r.publisherWhy());
        why(why.putObject("publication_date"), r.publicationWhy());
        ArrayNode agencies = o.putArray("agencies");
        for (Reading.Agency a : r.agencies()) {
            ObjectNode n = agencies.addObject().put("surface", a.surface()).put("normalised", a.normalised());
            span(n.putArray("span"), a.span());
            why(n, a.why());
        }
        o.put("publication_date", r.publicationDate());
        ArrayNode dates = o.putArray("dates");
        for (Reading.Date d : r.dates()) {
            ObjectNode n = dates.addObject().put("surface", d.surface()).put("iso", d.iso());
            spans(why(n.put("edtf", d.edtf()), d.why()), d.spans());
        }
        ArrayNode periods = o.putArray("periods");
        for (Reading.Period p : r.periods()) {
            ObjectNode n = periods.addObject().put("surface", p.surface()).put("edtf", p.edtf());
            span(why(n, p.why()).putArray("span"), p.span());
        }
        places(o, r);
        ArrayNode actors = o.putArray("actors");
        for (Reading.Participant a : r.actors()) {
            ObjectNode n = actors.addObject().put("surface", a.surface()).put("normalised", a.normalised());
            spans(why(n, a.why()), a.spans());
        }
        ArrayNode agreements = o.putArray("agreements");
        for (Reading.Instrument a : r.agreements()) {
            ObjectNode n = agreements.addObject().put("surface", a.surface()).put("agreement", a.agreement());
            ArrayNode signatories = n.put("date", a.date()).putArray("signatories");
            a.signatories().forEach(signatories::add);
            spans(why(n, a.why()), a.spans());
        }
        ArrayNode statements = o.putArray("statements");
        r.statements().forEach(s -> statement(statements.addObject(), s));
        ArrayNode events = o.putArray("events");
        r.events().forEach(e -> event(events.addObject(), e));
        ArrayNode claims = o.putArray("claims");
        r.claims().forEach(c -> claim(claims.addObject(), c));
        ArrayNode furniture = o.putArray("furniture_spans");
        r.furniture().forEach(s -> span(furniture.addArray(), s));
        ArrayNode observations = o.putArray("observations");
        r.observations().forEach(s -> ObservationJson.write(observations.addObject(), s));
        return o;
    }

    private static void places(ObjectNode o, Reading r) {
        ArrayNode places = o.putArray("places");
        for (Reading.Location p : r.places()) {
            ObjectNode n = places.addObject().put("surface", p.surface()).put("key", p.key());
            n.put("normalised", p.normalised()).put("lat", p.lat()).put("lon", p.lon());
            spans(why(n.put("radius_m", p.radiusMetres()), p.why()), p.spans());
        }
        ArrayNode points = o.putArray("points");
        for (Reading.Fix p : r.points()) {
            ObjectNode n = points.addObject().put("surface", p.surface());
            n.put("lat", p.lat()).put("lon", p.lon()).put("radius_m", p.radiusMetres());
            span(why(n.put("of", p.of()), p.why()).putArray("span"), p.span());
        }
    }

    private static void statement(ObjectNode n, Reading.Statement s) {
        n.putObject("speaker")
                .put("surface", s.speaker().surface())
                .put("normalised", s.speaker().normalised())
                .put("role", s.speaker().role());
        n.put("mode", s.direct() ? "direct" : "indirect").put("verb", s.verb()).put("verb_class", s.verbClass());
        if (s.continues() >= 0) {
            n.put("continues", s.continues());
        }
        span(why(n.put("text", s.text()), s.why()).putArray("span"), s.span());
    }

    private static void event(ObjectNode n, Reading.Event e) {
        n.put("type", e.type()).put("status", e.status()).put("date", e.date());
        if (e.place() == null) {
            n.putNull("place");
        } else {
            n.putObject("place")
                    .put("normalised", e.place().normalised())
                    .put("lat", e.place().lat())
                    .put("lon", e.place().lon());
        }
        n.put("accused", e.accused()).put("accuser", e.accuser());
        ArrayNode quantities = n.putArray("quantities");
        for (Reading.Figure q : e.quantities()) {
            ObjectNode one =
                    quantities.addObject().put("name", q.name()).put("value", new java.math.BigDecimal(q.value()));
            span(one.put("unit", q.unit()).put("qualifier", q.qualifier()).putArray("span"), q.span());
        }
        span(n.putArray("span"), e.span());
        why(n.put("trigger", e.trigger()), e.why());
    }

    private static void claim(ObjectNode n, Reading.Claim c) {
        n.put("template", c.template()).put("speaker", c.speaker()).put("comparator", c.comparator());
        n.put("value", c.value())
                .put("unit", c.unit())
                .put("event", c.event())
                .put("actor", c.actor())
                .put("since", c.since())
                .put("until", c.until())
                .put("place", c.place())
                .put("checkable", c.checkable())
                .put("text", c.text());
        span(why(n, c.why()).putArray("span"), c.span());
    }

    private static ObjectNode why(ObjectNode n, Reading.Explanation why) {
        return n.put("rule", why.rule()).put("confidence", why.confidence());
    }

    /** Readings of releases that did not explain have none. */
    private static Reading.Explanation why(JsonNode n) {
        return new Reading.Explanation(n.path("rule").asString(""), number(n, "confidence"));
    }

    private static void spans(ObjectNode n, List<Span> spans) {
        ArrayNode out = n.putArray("spans");
        spans.forEach(s -> span(out.addArray(), s));
    }

    private static void span(ArrayNode n, Span s) {
        n.add(s.start()).add(s.end());
    }

    /** The reading that {@code write} made. Throws Jackson's exception on bytes that are not JSON. */
    public static Reading read(byte[] json) {
        JsonNode o = JsonMapper.shared().readTree(json);
        return new Reading(
                text(o, "reader"),
                text(o, "lang"),
                text(o, "title"),
                text(o, "publisher"),
                why(o.path("why").path("publisher")),
                each(
                        o,
                        "agencies",
                        n -> new Reading.Agency(text(n, "surface"), text(n, "normalised"), span(n), why(n))),
                orNull(o, "publication_date"),
                why(o.path("why").path("publication_date")),
                each(
                        o,
                        "dates",
                        n -> new Reading.Date(text(n, "surface"), text(n, "iso"), text(n, "edtf"), spans(n), why(n))),
                each(o, "periods", n -> new Reading.Period(text(n, "surface"), text(n, "edtf"), span(n), why(n))),
                each(
                        o,
                        "places",
                        n -> new Reading.Location(
                                text(n, "surface"),
                                text(n, "key"),
                                text(n, "normalised"),
                                number(n, "lat"),
                                number(n, "lon"),
                                number(n, "radius_m"),
                                spans(n),
                                why(n))),
                each(o, "points", ReadingJson::point),
                each(
                        o,
                        "actors",
                        n -> new Reading.Participant(text(n, "surface"), text(n, "normalised"), why(n), spans(n))),
                each(
                        o,
                        "agreements",
                        n -> new Reading.Instrument(
                                text(n, "surface"),
                                text(n, "agreement"),
                                text(n, "date"),
                                each(n, "signatories", s -> s.asString("")),
                                why(n),
                                spans(n))),
                each(o, "statements", ReadingJson::statement),
                each(o, "events", ReadingJson::event),
                each(o, "claims", ReadingJson::claim),
                each(o, "furniture_spans", ReadingJson::pair),
                each(o, "observations", ObservationJson::read));
    }

    private static Reading.Fix point(JsonNode n) {
        return new Reading.Fix(
                text(n, "surface"),
                number(n, "lat"),
                number(n, "lon"),
                number(n, "radius_m"),
                text(n, "of"),
                span(n),
                why(n));
    }

    private static Reading.Statement statement(JsonNode n) {
        JsonNode s = n.path("speaker");
        return new Reading.Statement(
                new Reading.Speaker(text(s, "surface"), orNull(s, "normalised"), text(s, "role")),
                text(n, "mode").equals("direct"),
                text(n, "verb"),
                text(n, "verb_class"),
                text(n, "text"),
                n.path("continues").asInt(-1),
                why(n),
                span(n));
    }

    private static Reading.Event event(JsonNode n) {
        JsonNode p = n.path("place");
        return new Reading.Event(
                text(n, "type"),
                text(n, "status"),
                orNull(n, "date"),
                p.isObject() ? new Reading.Point(text(p, "normalised"), number(p, "lat"), number(p, "lon")) : null,
                orNull(n, "accused"),
                orNull(n, "accuser"),
                each(
                        n,
                        "quantities",
                        q -> new Reading.Figure(
                                text(q, "name"),
                                q.path("value").decimalValue().toPlainString(),
                                text(q, "unit"),
                                text(q, "qualifier"),
                                span(q))),
                span(n),
                text(n, "trigger"),
                why(n));
    }

    private static Reading.Claim claim(JsonNode n) {
        return new Reading.Claim(
                text(n, "template"),
                orNull(n, "speaker"),
                text(n, "comparator"),
                text(n, "value"),
                text(n, "unit"),
                text(n, "event"),
                orNull(n, "actor"),
                text(n, "since"),
                text(n, "until"),
                text(n, "place"),
                n.path("checkable").asBoolean(false),
                why(n),
                text(n, "text"),
                span(n));
    }

    private static <T> List<T> each(JsonNode n, String field, Function<JsonNode, T> one) {
        List<T> out = new ArrayList<>();
        n.path(field).forEach(item -> out.add(one.apply(item)));
        return out;
    }

    private static String text(JsonNode n, String field) {
        return n.path(field).asString("");
    }

    private static @Nullable String orNull(JsonNode n, String field) {
        return n.path(field).isString() ? n.path(field).asString("") : null;
    }

    private static double number(JsonNode n, String field) {
        return n.path(field).asDouble();
    }

    private static Span span(JsonNode n) {
        return pair(n.path("span"));
    }

    private static Span pair(JsonNode n) {
        return new Span(n.path(0).asInt(), n.path(1).asInt());
    }

    private static List<Span> spans(JsonNode n) {
        return each(n, "spans", ReadingJson::pair);
    }
}
