package org.truce.model.json;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;
import org.truce.model.Invalid;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** GeoJSON geometry (RFC 7946): points, lines and polygons, single and many, valid in the sense of the OGC. */
final class GeometryShape implements Shape {
    /** More positions than this are a survey to attach, not an entry. */
    static final int MAX_POSITIONS = 100_000;

    private static final GeometryFactory FACTORY = new GeometryFactory(new PrecisionModel(), 4326);
    private static final List<String> TYPES =
            List.of("Point", "LineString", "Polygon", "MultiLineString", "MultiPolygon");

    @Override
    public @Nullable Object read(JsonNode node, Problems problems) {
        return problems.build(() -> {
            JsonNode type = node.get("type");
            JsonNode coordinates = node.get("coordinates");
            boolean known = type != null && type.isString() && TYPES.contains(type.stringValue());
            Invalid.unless(
                    known && coordinates != null && coordinates.isArray() && node.size() == 2,
                    "bad-geometry",
                    "Give GeoJSON with type (" + String.join(", ", TYPES) + ") and coordinates, and nothing else.");
            Geometry geometry = geometry(type.stringValue(), coordinates);
            Invalid.unless(
                    geometry.getNumPoints() <= MAX_POSITIONS, "too-many", "A geometry has at most 100,000 positions.");
            return valid(geometry);
        });
    }

    private static Geometry valid(Geometry geometry) {
        Invalid.unless(!geometry.isEmpty(), "bad-geometry", "The geometry is empty.");
        TopologyValidationError error = new IsValidOp(geometry).getValidationError();
        if (error != null) {
            Coordinate at = error.getCoordinate();
            throw new Invalid(
                    "invalid-geometry", error.getMessage() + " near longitude " + at.x + ", latitude " + at.y + ".");
        }
        return geometry;
    }

    private static Geometry geometry(String type, JsonNode coordinates) {
        return switch (type) {
            case "Point" -> FACTORY.createPoint(position(coordinates));
            case "LineString" -> line(coordinates);
            case "Polygon" -> polygon(coordinates);
            case "MultiLineString" ->
                FACTORY.createMultiLineString(
                        each(coordinates, GeometryShape::line).toArray(LineString[]::new));
            default ->
                FACTORY.createMultiPolygon(
                        each(coordinates, GeometryShape::polygon).toArray(Polygon[]::new));
        };
    }

    private static <T> List<T> each(JsonNode array, java.util.function.Function<JsonNode, T> read) {
        Invalid.unless(
                array.isArray() && array.size() <= MAX_POSITIONS,
                "bad-geometry",
                "Coordinates are arrays of [longitude, latitude].");
        List<T> list = new ArrayList<>(array.size());
        for (int i = 0; i < array.size(); i++) {
            list.add(read.apply(array.get(i)));
        }
        return list;
    }

    private static LineString line(JsonNode array) {
        Coordinate[] positions = each(array, GeometryShape::position).toArray(Coordinate[]::new);
        Invalid.unless(positions.length >= 2, "bad-geometry", "A line has at least two positions.");
        return FACTORY.createLineString(positions);
    }

    private static Polygon polygon(JsonNode array) {
        List<LinearRing> rings = each(array, GeometryShape::ring);
        Invalid.unless(!rings.isEmpty(), "bad-geometry", "A polygon has at least one ring.");
        return FACTORY.createPolygon(
                rings.getFirst(), rings.subList(1, rings.size()).toArray(LinearRing[]::new));
    }

    private static LinearRing ring(JsonNode array) {
        Coordinate[] positions = each(array, GeometryShape::position).toArray(Coordinate[]::new);
        Invalid.unless(
                positions.length >= 4 && positions[0].equals2D(positions[positions.length - 1]),
                "open-ring",
                "A ring has at least four positions and ends where it begins.");
        return FACTORY.createLinearRing(positions);
    }

    private static Coordinate position(JsonNode array) {
        Invalid.unless(
                array.isArray()
                        && array.size() == 2
                        && array.get(0).isNumber()
                        && array.get(1).isNumber(),
                "bad-geometry",
                "A position is [longitude, latitude] in degrees.");
        double longitude = array.get(0).asDouble();
        double latitude = array.get(1).asDouble();
        Invalid.unless(
                Math.abs(latitude) <= 90 || Math.abs(longitude) > 90,
                "probably-swapped",
                "Latitude " + latitude + " does not exist; longitude comes first, so the two are probably swapped.");
        Invalid.unless(
                Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90,
                "off-the-globe",
                "Longitude lies from -180 to 180, latitude from -90 to 90 degrees.");
        return new Coordinate(longitude, latitude);
    }

    @Override
    public void write(Object value, JsonGenerator json) {
        Geometry geometry = (Geometry) value;
        json.writeStartObject();
        json.writeStringProperty("type", geometry.getGeometryType());
        json.writeName("coordinates");
        coordinates(geometry, json);
        json.writeEndObject();
    }

    private static void coordinates(Geometry geometry, JsonGenerator json) {
        switch (geometry) {
            case Point point -> position(point.getCoordinate(), json);
            case LineString line -> positions(line, json);
            case Polygon polygon -> {
                json.writeStartArray();
                positions(polygon.getExteriorRing(), json);
                for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
                    positions(polygon.getInteriorRingN(i), json);
                }
                json.writeEndArray();
            }
            case MultiLineString many -> members(many, json);
            case MultiPolygon many -> members(many, json);
            default -> throw new IllegalArgumentException(geometry.getGeometryType());
        }
    }

    private static void members(Geometry many, JsonGenerator json) {
        json.writeStartArray();
        for (int i = 0; i < many.getNumGeometries(); i++) {
            coordinates(many.getGeometryN(i), json);
        }
        json.writeEndArray();
    }

    private static void positions(LineString line, JsonGenerator json) {
        json.writeStartArray();
        for (Coordinate position : line.getCoordinates()) {
            position(position, json);
        }
        json.writeEndArray();
    }

    private static void position(Coordinate position, JsonGenerator json) {
        json.writeStartArray();
        Shapes.number(json, position.x);
        Shapes.number(json, position.y);
        json.writeEndArray();
    }

    @Override
    public ObjectNode schema() {
        ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        ArrayNode types = properties.putObject("type").putArray("enum");
        TYPES.forEach(types::add);
        properties.putObject("coordinates").put("type", "array");
        schema.putArray("required").add("type").add("coordinates");
        return schema.put("additionalProperties", false);
    }
}
