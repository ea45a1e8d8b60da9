package org.truce.publication.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.truce.assessment.ObligationFile;
import org.truce.assessment.Obligations;
import org.truce.assessment.Waiting;
import org.truce.model.Coded;
import org.truce.model.id.ObligationId;
import org.truce.picture.View;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Who waits for what: a row for each chain of obligations that have to be fulfilled one after the other. */
final class WaitingFeed {
    private WaitingFeed() {}

    static List<ObjectNode> of(View view) {
        Obligations obligations = Obligations.of(view);
        ObligationFeed feed = new ObligationFeed(view);
        List<ObjectNode> rows = new ArrayList<>();
        for (Waiting waiting : Waiting.of(obligations)) {
            ObjectNode row = feed.of(waiting.file()).retain("id", "instrument", "point", "part", "bearers", "summary");
            row.set("waits", Json.coded(sentence(waiting)));
            ArrayNode chain = row.putArray("chain");
            waiting.chain().forEach(id -> chain.add(id.value()));
            ArrayNode missing = row.putArray("missing");
            waiting.missing().forEach(id -> missing.add(id.value()));
            row.put("circle", waiting.circle()).put("twoSided", waiting.twoSided());
            List<java.util.UUID> entries =
                    new ArrayList<>(List.of(waiting.file().set().id()));
            waiting.chain().forEach(id -> {
                ObligationFile before = obligations.find(id);
                if (before != null) {
                    entries.add(before.set().id());
                }
            });
            row.set("entries", Json.ids(entries.stream().distinct().toList()));
            rows.add(row);
        }
        return rows;
    }

    private static Coded sentence(Waiting waiting) {
        String code = waiting.twoSided()
                ? "waits-two-sided"
                : waiting.circle()
                        ? "waits-in-circle"
                        : waiting.missing().isEmpty() ? "waits-for" : "waits-for-unknown";
        String chain = Stream.concat(waiting.chain().stream(), waiting.missing().stream())
                .map(ObligationId::value)
                .collect(Collectors.joining(" → "));
        return Coded.of(code, Map.of("chain", chain));
    }
}
