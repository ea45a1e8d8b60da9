package org.truce.publication.review;

import java.util.Comparator;
import java.util.Map;
import org.truce.model.Text;
import org.truce.model.kind.Body;
import org.truce.model.kind.Statement;
import org.truce.model.quantity.Qualifier;
import org.truce.model.quantity.Unit;
import org.truce.picture.Names;
import org.truce.picture.View;
import org.truce.publication.feed.Json;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What may stand in the fields of a correction: the words of the vocabulary, and the names that a view knows. Pure. */
public final class Choices {
    private Choices() {}

    /** The choices as JSON: lists of words by field, and {@code actors} and {@code places} with their names. */
    public static ObjectNode of(View view) {
        ObjectNode out = Json.object();
        words(out, "events", Statement.Event.values());
        words(out, "statuses", Statement.Status.values());
        words(out, "modes", Statement.SpeechMode.values());
        words(out, "templates", Statement.Template.values());
        words(out, "units", Unit.values());
        words(out, "qualifiers", Qualifier.values());
        Names names = Names.of(view);
        ArrayNode actors = out.putArray("actors");
        names.actors().values().stream()
                .map(held -> Map.entry(held.body().actor().value(), held.body().name()))
                .sorted(Comparator.comparing(Map.Entry::getKey))
                .forEach(one -> add(actors, one));
        ArrayNode places = out.putArray("places");
        names.places().values().stream()
                .map(held -> Map.entry(held.body().place().value(), held.body().name()))
                .sorted(Comparator.comparing(Map.Entry::getKey))
                .forEach(one -> add(places, one));
        return out;
    }

    private static void words(ObjectNode out, String field, Enum<?>[] all) {
        ArrayNode words = out.putArray(field);
        for (Enum<?> one : all) {
            words.add(Body.wire(one));
        }
    }

    private static void add(ArrayNode list, Map.Entry<String, Text> named) {
        list.addObject().put("id", named.getKey()).set("name", Json.text(named.getValue()));
    }
}
