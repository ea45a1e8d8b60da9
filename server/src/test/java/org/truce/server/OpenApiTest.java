package org.truce.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.truce.server.Served.json;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.truce.publication.feed.RegisterFeed;
import tools.jackson.databind.JsonNode;

/** The description of the API against the server that runs. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenApiTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path dir;

    @SuppressWarnings("NullAway.Init")
    private Served served;

    @BeforeAll
    void start() throws IOException {
        served = new Served(dir, List.of(Served.mandate(0), Served.concern(1, "public", "open water")));
    }

    @AfterAll
    void stop() {
        served.close();
    }

    private JsonNode document() {
        return json(served.get("/api/v1/openapi.json"));
    }

    /** Each operation of the document by its verb and path. */
    static Map<String, JsonNode> operations(JsonNode document) {
        Map<String, JsonNode> all = new TreeMap<>();
        document.get("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(verb -> all.put(
                                verb.getKey().toUpperCase(java.util.Locale.ROOT) + " " + path.getKey(),
                                verb.getValue())));
        return all;
    }

    @Test
    void everyRouteOfTheServerIsDescribedAndNothingElse() {
        Set<String> routes = new TreeSet<>();
        served.server()
                .context()
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .forEach((route, handler) -> {
                    if (Doorkeeper.ours(handler)) {
                        route.getMethodsCondition()
                                .getMethods()
                                .forEach(verb -> route.getPatternValues()
                                        .forEach(path -> routes.add(verb + " " + OpenApi.path(path))));
                    }
                });
        assertTrue(routes.size() > 20, routes::toString);
        assertEquals(
                String.join("\n", routes),
                String.join("\n", operations(document()).keySet()));
    }

    @Test
    void everyParameterIsDescribedOnceAndEveryVariableOfThePath() {
        operations(document()).forEach((route, operation) -> {
            Set<String> seen = new TreeSet<>();
            operation.path("parameters").forEach(parameter -> {
                assertTrue(seen.add(parameter.get("name").stringValue()), route + parameter);
                assertTrue(parameter.get("description").stringValue().length() > 8, route + parameter);
                assertFalse(parameter.get("schema").isEmpty(), route + parameter);
                boolean inPath = route.contains("{" + parameter.get("name").stringValue() + "}");
                assertEquals(inPath ? "path" : "query", parameter.get("in").stringValue(), route + parameter);
            });
            java.util.regex.Matcher variable =
                    java.util.regex.Pattern.compile("\\{(\\w+)}").matcher(route);
            while (variable.find()) {
                assertTrue(seen.contains(variable.group(1)), route);
            }
            assertTrue(operation.get("summary").stringValue().length() > 8, route);
        });
        assertEquals(
                operations(document()).size(),
                operations(document()).values().stream()
                        .map(operation -> operation.get("operationId").stringValue())
                        .distinct()
                        .count());
    }

    /** What is described is taken, and what is not described is refused: asked of the running server. */
    @Test
    void theServerTakesWhatIsDescribedAndNothingElse() {
        Map<String, String> good = Map.of(
                "at", "2021-09-28",
                "known", "1",
                "audience", "public",
                "limit", "all",
                "format", "json",
                "kind", "ConcernRaised",
                "from", "0",
                "since", "0",
                "bbox", "46,39,47,40",
                "datetime", "2021-09-28");
        Set<String> asked = new TreeSet<>();
        operations(document()).forEach((route, operation) -> {
            if (!route.startsWith("GET ")
                    || route.contains("{path}")
                    || route.matches(".*\\{(id|size|store)}.*")
                    || route.endsWith("/policy")
                    || route.matches(".*/(witnessed|rotations)")) {
                return;
            }
            String address = route.substring(4).replace("{record}", "test").replace("{register}", "actors");
            operation.path("parameters").forEach(parameter -> {
                String name = parameter.get("name").stringValue();
                if (good.containsKey(name) && !route.endsWith("/records")) {
                    asked.add(name);
                    var response = served.get(address + "?" + name + "=" + good.get(name));
                    assertEquals(200, response.statusCode(), address + " " + name + " " + response.body());
                }
            });
            var response = served.get(address + "?knwon=3");
            assertEquals("unknown-parameter", json(response).path("code").asString(""), address);
        });
        assertEquals(good.keySet(), asked);
    }

    @Test
    void everyRegisterAndItsFieldsAreNamed() {
        JsonNode document = document();
        JsonNode register = document.at("/paths")
                .path("/api/v1/records/{record}/{register}")
                .at("/get/parameters")
                .valueStream()
                .filter(one -> one.get("name").stringValue().equals("register"))
                .findFirst()
                .orElseThrow();
        assertEquals(
                List.copyOf(RegisterFeed.ALL.keySet()),
                register.at("/schema/enum")
                        .valueStream()
                        .map(JsonNode::stringValue)
                        .toList());
        JsonNode rows = document.at("/components/schemas/Register/properties/items/items/anyOf");
        rows.forEach(row -> assertFalse(row.get("properties").isEmpty(), row::toString));
        Set<String> references = new TreeSet<>();
        document.findValuesAsString("$ref").forEach(references::add);
        for (String reference : references) {
            assertTrue(document.at(reference.substring(1)).isObject(), reference);
        }
    }

    @Test
    void theDocumentIsOfThePublishedVersion() {
        assertTrue(document().get("openapi").stringValue().startsWith("3.1."));
        assertEquals(OpenApi.document(), document());
    }
}
