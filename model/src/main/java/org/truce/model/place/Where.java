package org.truce.model.place;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.truce.model.Invalid;
import org.truce.model.id.PlaceId;
import org.truce.model.quantity.Metres;

/**
 * Where something took place. An entry without a place has no {@code Where} at all and is first-class.
 *
 * @param place id of a named place
 * @param geometry WGS 84 longitude and latitude in degrees
 * @param radiusMetres radius that holds the true position with 95 % probability, in metres; only with a geometry
 */
public record Where(
        @Nullable PlaceId place,
        @Nullable Geometry geometry,
        @Nullable Metres radiusMetres) {
    public Where {
        Invalid.unless(
                place != null || geometry != null, "empty-where", "Name a place or give a geometry, or leave it out.");
        Invalid.unless(
                radiusMetres == null || geometry != null, "radius-alone", "A radius belongs to a geometry of its own.");
    }
}
