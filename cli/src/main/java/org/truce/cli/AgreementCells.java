package org.truce.cli;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.truce.publication.Messages;
import tools.jackson.databind.JsonNode;

/** Cells of the registers of the agreement that hold several things. */
final class AgreementCells {
    private AgreementCells() {}

    /** Several things in one cell, each in words, with semicolons between. */
    static String of(String column, JsonNode values, Messages words, Function<JsonNode, String> text) {
        return values.valueStream()
                .map(one -> switch (column) {
                    case "texts" ->
                        one.path("language").asString("") + " "
                                + words.say("text-" + one.path("standing").asString(""));
                    case "said" ->
                        text.apply(one.path("name")) + ": "
                                + (one.path("stance").isNull()
                                        ? "–"
                                        : words.say(
                                                "stance-" + one.path("stance").asString("")));
                    case "waitsFor" ->
                        one.path("id").asString("")
                                + (one.path("state").isNull()
                                        ? ""
                                        : " ("
                                                + words.say("state-"
                                                        + one.path("state").asString("")) + ")");
                    default -> text.apply(one);
                })
                .collect(Collectors.joining("; "));
    }

    /** A count and its percentage, where it has one: a few have none. */
    static String share(JsonNode count, JsonNode percent, Messages words) {
        if (!percent.isNumber()) {
            return count.isNumber() ? words.say("number", Map.of("count", count.doubleValue())) : "";
        }
        return words.say("count-percent", Map.of("count", count.asInt(), "share", percent.asInt()));
    }
}
