package org.truce.quality.score;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * All facts of one report, labelled or read.
 *
 * @param publication ISO date of publication, empty if none
 * @param publisher folded name, empty if none
 * @param layers facts of each layer; quotes are among the statements too, and events stand once for both their layers
 */
public record Facts(String publication, String publisher, Map<Layer, List<Fact>> layers) {
    static Facts of(
            String publication,
            String publisher,
            List<Fact> agencies,
            List<Fact> dates,
            List<Fact> places,
            List<Fact> actors,
            List<Fact> statements,
            List<Fact> events,
            List<Fact> agreements) {
        Map<Layer, List<Fact>> layers = new EnumMap<>(Layer.class);
        layers.put(Layer.AGENCIES, agencies);
        layers.put(Layer.DATES, dates);
        layers.put(Layer.PLACES, places);
        layers.put(Layer.ACTORS, actors);
        layers.put(Layer.QUOTES, statements.stream().filter(Fact::direct).toList());
        layers.put(Layer.STATEMENTS, statements);
        layers.put(Layer.EVENTS, events);
        layers.put(Layer.EVENTS_WITH_STATUS, events);
        layers.put(Layer.AGREEMENTS, agreements);
        return new Facts(publication, publisher, layers);
    }

    /** The facts of a layer. */
    public List<Fact> of(Layer layer) {
        return layers.getOrDefault(layer, List.of());
    }
}
