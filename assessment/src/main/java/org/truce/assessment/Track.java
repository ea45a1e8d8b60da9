package org.truce.assessment;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.truce.model.kind.Observation.PatrolMade;
import org.truce.picture.Geodesics;
import org.truce.picture.Held;
import org.truce.picture.Names;
import org.truce.picture.View;

/**
 * A patrol and how far, how long and how fast it went.
 *
 * @param made the entry
 * @param where along what; absent where nobody says
 * @param kilometres geodesic length of its track; absent where none was drawn
 * @param hours how long it took; absent where nobody says when, or only a day
 */
public record Track(
        Held<PatrolMade> made,
        @Nullable Geometry where,
        @Nullable Double kilometres,
        @Nullable Double hours) {

    /** The patrols of a view, the newest first. */
    public static List<Track> of(View view) {
        Names names = Names.of(view);
        return view.happened(PatrolMade.class).reversed().stream()
                .map(made -> of(view, made, names.geometry(made.entry())))
                .toList();
    }

    private static Track of(View view, Held<PatrolMade> made, @Nullable Geometry where) {
        boolean timed = made.entry().occurred() != null
                && made.entry().occurred().edtf().text().contains("T");
        double hours = Span.hours(view.began(made), view.ended(made.entry()));
        return new Track(
                made,
                where,
                where == null || where.getDimension() != 1 ? null : (Double) (Geodesics.metres(where) / 1000),
                timed ? hours : null);
    }

    /** Kilometres an hour; absent where length or time is. */
    public @Nullable Double speed() {
        return kilometres == null || hours == null || hours <= 0 ? null : kilometres / hours;
    }
}
