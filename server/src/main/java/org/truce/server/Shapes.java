package org.truce.server;

import org.truce.model.json.Kinds;
import org.truce.publication.feed.Json;
import org.truce.publication.feed.RegisterFeed;
import org.truce.publication.table.Dictionary;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The schemas that the description of the API refers to; the fields of registers are those of the dictionary. */
final class Shapes {
    private Shapes() {}

    static ObjectNode components() {
        ObjectNode out = Json.object();
        ObjectNode schemas = out.putObject("schemas");
        schemas.set("Problem", problem());
        schemas.set("Entry", entry());
        schemas.set("Place", object("id", "string", "index", "integer", "recorded", "string"));
        schemas.set("Register", register());
        ObjectNode collection = object("type", "string", "features", "array");
        schemas.set("FeatureCollection", collection);
        schemas.putObject("Records")
                .put("type", "array")
                .set("items", object("name", "string", "size", "integer", "zone", "string"));
        out.putObject("securitySchemes")
                .putObject("token")
                .put("type", "http")
                .put("scheme", "bearer")
                .put("description", "What truce serve --as prints.");
        return out;
    }

    private static ObjectNode problem() {
        return object(
                "type", "string", "title", "string", "status", "integer", "code", "string", "place", "string", "detail",
                "string");
    }

    private static ObjectNode entry() {
        ObjectNode out = object(
                "id",
                "string",
                "kind",
                "string",
                "v",
                "integer",
                "author",
                "object",
                "stated",
                "string",
                "audience",
                "string",
                "body",
                "object");
        out.put("description", "docs/schema holds the schema of each kind.");
        ArrayNode kinds = ((ObjectNode) out.at("/properties/kind")).putArray("enum");
        Kinds.all().keySet().forEach(kinds::add);
        return out;
    }

    private static ObjectNode register() {
        ObjectNode out = object(
                "register", "string", "at", "string", "known", "integer", "audience", "string", "items", "array");
        ObjectNode properties = (ObjectNode) out.get("properties");
        properties.putObject("next").putArray("type").add("string").add("null");
        ObjectNode rows =
                ((ObjectNode) properties.get("items")).putObject("items").put("type", "object");
        ArrayNode any = rows.putArray("anyOf");
        for (String register : RegisterFeed.ALL.keySet()) {
            ObjectNode row = any.addObject().put("title", register).put("type", "object");
            ObjectNode fields = row.putObject("properties");
            Dictionary.meanings(register)
                    .forEach((field, meaning) -> fields.putObject(field).put("description", meaning));
        }
        return out;
    }

    /** An object with required members, given as names and types in turn. */
    private static ObjectNode object(String... members) {
        ObjectNode out = Json.object().put("type", "object");
        ObjectNode properties = out.putObject("properties");
        ArrayNode required = out.putArray("required");
        for (int i = 0; i < members.length; i += 2) {
            properties.putObject(members[i]).put("type", members[i + 1]);
            required.add(members[i]);
        }
        return out;
    }
}
