package org.truce.server;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** What this API is, for programs. */
@RestController
@RequestMapping("/api/v1")
final class DescriptionApi {
    @Serves(value = Serves.To.READERS, what = "This description of the API (OpenAPI 3.1).")
    @GetMapping("/openapi.json")
    ObjectNode description() {
        return OpenApi.document();
    }
}
