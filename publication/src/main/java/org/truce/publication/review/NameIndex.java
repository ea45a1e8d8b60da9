package org.truce.publication.review;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.truce.model.Text;
import org.truce.model.id.ActorId;
import org.truce.model.id.PlaceId;
import org.truce.model.kind.Body;
import org.truce.model.kind.Ground;
import org.truce.picture.View;

/** Which actor and which place a name means, in any language and without regard to case. Not thread-safe. */
public final class NameIndex {
    private final Map<String, ActorId> actors = new HashMap<>();
    private final Map<String, PlaceId> places = new HashMap<>();

    /** The names that a view knows. */
    public static NameIndex of(View view) {
        NameIndex index = new NameIndex();
        view.heads(Ground.ActorNamed.class).forEach(named -> index.learn(named.body()));
        view.heads(Ground.PlaceNamed.class).forEach(named -> index.learn(named.body()));
        return index;
    }

    /** Takes in what an entry names. */
    public void learn(Body body) {
        switch (body) {
            case Ground.ActorNamed named -> {
                put(actors, named.name(), named.actor());
                named.aliases().forEach(alias -> actors.putIfAbsent(fold(alias), named.actor()));
            }
            case Ground.PlaceNamed named -> {
                put(places, named.name(), named.place());
                named.variants().forEach(name -> places.putIfAbsent(fold(name), named.place()));
            }
            default -> {
                // Nothing else has names that reports use.
            }
        }
    }

    private static <T> void put(Map<String, T> map, Text name, T id) {
        name.in().values().forEach(words -> map.putIfAbsent(fold(words), id));
    }

    private static String fold(String name) {
        return name.toLowerCase(Locale.ROOT).strip();
    }

    /** The actor that is called so. */
    public Optional<ActorId> actor(String name) {
        return Optional.ofNullable(actors.get(fold(name)));
    }

    /** The place that is called so. */
    public Optional<PlaceId> place(String name) {
        return Optional.ofNullable(places.get(fold(name)));
    }
}
