package org.truce.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.truce.model.json.Kinds;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The reference of kinds and the schema of each are made from the vocabulary itself. */
class KindsDocumentTest {
    private static final JsonMapper JSON = JsonMapper.builder()
            .defaultPrettyPrinter(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")))
            .build();

    @Test
    void theReferenceOfKindsIsCurrent() throws IOException {
        Generated.document("docs/kinds.md", KindsDocument.write());
    }

    @Test
    void theDictionaryOfKindsIsCurrent() throws IOException {
        Generated.document(
                "publication/src/main/resources/org/truce/publication/table/kinds.json",
                JSON.writerWithDefaultPrettyPrinter().writeValueAsString(KindsDictionary.write()) + "\n");
    }

    @Test
    void everySchemaIsCurrent() throws IOException {
        for (String kind : Kinds.all().keySet()) {
            for (int version = 1; version <= Kinds.version(kind); version++) {
                Generated.document(
                        "docs/schema/" + kind + ".v" + version + ".json",
                        JSON.writerWithDefaultPrettyPrinter().writeValueAsString(Kinds.schema(kind, version)) + "\n");
            }
        }
    }

    @Test
    void noSchemaIsLeftOver() {
        TreeSet<String> expected = new TreeSet<>();
        Kinds.all()
                .keySet()
                .forEach(kind -> IntStream.rangeClosed(1, Kinds.version(kind))
                        .forEach(version -> expected.add(kind + ".v" + version + ".json")));
        TreeSet<String> found = new TreeSet<>();
        House.files(House.ROOT.resolve("docs/schema")).forEach(file -> found.add(String.valueOf(file.getFileName())));
        assertEquals(expected, found);
    }

    /** What the reference calls required is what the schema, and so the reader, requires. */
    @Test
    void requiredMeansTheSameInBoth() {
        for (Map.Entry<String, Class<?>> kind : Kinds.all().entrySet()) {
            JsonNode body = Kinds.schema(kind.getKey()).at("/properties/body");
            List<String> required = body.path("required")
                    .valueStream()
                    .map(JsonNode::stringValue)
                    .toList();
            List<String> documented = KindsDocument.required(kind.getValue());
            if (body.has("properties")) {
                assertEquals(required, documented, kind.getKey());
            }
        }
        assertTrue(Kinds.all().size() > 30, "only " + Kinds.all().size() + " kinds");
    }
}
