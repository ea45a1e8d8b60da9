package org.truce.picture;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.truce.model.Text;
import org.truce.model.entry.Entry;
import org.truce.model.id.ActorId;
import org.truce.model.id.PlaceId;
import org.truce.model.kind.Ground.ActorNamed;
import org.truce.model.kind.Ground.PlaceNamed;
import org.truce.model.kind.Named;
import org.truce.model.place.Where;

/**
 * What actors and places of one view are called, and where places are. An id that nobody named is called by itself.
 *
 * @param actors by id
 * @param places by id
 */
public record Names(Map<ActorId, Held<ActorNamed>> actors, Map<PlaceId, Held<PlaceNamed>> places) {

    /** The names of a view; the newest naming counts. */
    public static Names of(View view) {
        return view.deriveKnown(Names.class, Names.class, () -> {
            Map<ActorId, Held<ActorNamed>> actors = new HashMap<>();
            view.heads(ActorNamed.class)
                    .forEach(named -> actors.put(named.body().actor(), named));
            Map<PlaceId, Held<PlaceNamed>> places = new HashMap<>();
            view.heads(PlaceNamed.class)
                    .forEach(named -> places.put(named.body().place(), named));
            return new Names(Map.copyOf(actors), Map.copyOf(places));
        });
    }

    /** What an actor is called. */
    public Text actor(ActorId id) {
        Held<ActorNamed> named = actors.get(id);
        return named == null ? Text.of("und", id.value()) : named.body().name();
    }

    /** What somebody who is named is called. */
    public Text actor(Named named) {
        return named.actor() == null ? Text.of("und", String.valueOf(named.name())) : actor(named.actor());
    }

    /** What a place is called. */
    public Text place(PlaceId id) {
        Held<PlaceNamed> named = places.get(id);
        return named == null ? Text.of("und", id.value()) : named.body().name();
    }

    /** The geometry of an entry: its own, else its named place's; null where it has neither. */
    public @Nullable Geometry geometry(Entry entry) {
        Where where = entry.where();
        return where == null ? null : geometry(where);
    }

    /** The geometry of a where: its own, else its named place's; null where it has neither. */
    public @Nullable Geometry geometry(Where where) {
        if (where.geometry() != null) {
            return where.geometry();
        }
        Held<PlaceNamed> named = where.place() == null ? null : places.get(where.place());
        Where of = named == null ? null : named.entry().where();
        return of == null ? null : of.geometry();
    }

    /** The 95 % radius of an entry's position in metres; of its named place where it has none; null where unknown. */
    public @Nullable Double radiusMetres(Entry entry) {
        Where where = entry.where();
        if (where == null) {
            return null;
        }
        if (where.radiusMetres() != null) {
            return where.radiusMetres().value();
        }
        Held<PlaceNamed> named = where.place() == null ? null : places.get(where.place());
        Where of = named == null ? null : named.entry().where();
        return of == null || of.radiusMetres() == null
                ? null
                : of.radiusMetres().value();
    }
}
