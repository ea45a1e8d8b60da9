package org.truce.house;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.truce.server.OpenApi;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.json.JsonMapper;

/** The description of the API for programs is made from the handlers. */
class OpenApiDocumentTest {
    private static final JsonMapper JSON = JsonMapper.builder()
            .defaultPrettyPrinter(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")))
            .build();

    @Test
    void theDescriptionOfTheApiIsCurrent() throws IOException {
        Generated.document(
                "docs/openapi.json",
                JSON.writerWithDefaultPrettyPrinter().writeValueAsString(OpenApi.document()) + "\n");
    }
}
