package org.truce.picture;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.truce.model.id.PlaceId;
import org.truce.model.kind.Observation.SeenType;
import org.truce.model.place.Where;

/**
 * Where and when things were observed, in columns, for a map that shows very many: an observation a row, with the day of
 * the mandate's zone on which it may have begun, in no particular order, exercises and what was seen nowhere left out. Also
 * what was replaced since is there, so that one answer serves every state of knowledge: {@code known = n} has the rows
 * whose index is below {@code n} and whose successor's is not.
 *
 * @param index of the entry in the record, from 0
 * @param day since 1970
 * @param x longitude, degrees of WGS 84, of the middle
 * @param y latitude, likewise
 * @param seen the ordinal of its first {@link SeenType}
 * @param replacedBy the index of the entry that replaces or withdraws it; -1 where none does
 */
public record Sightings(int[] index, int[] day, double[] x, double[] y, byte[] seen, int[] replacedBy) {
    /** Those that a view's reader may read, of the whole time. Costs a pass over all numbers, and 29 bytes a row. */
    public static Sightings of(View view) {
        return view.locked(() -> {
            Gathering gathering = new Gathering(view);
            view.picture().columns().days().forEach(gathering::day);
            return gathering.done();
        });
    }

    /** How many there are. */
    public int size() {
        return index.length;
    }

    private static final class Gathering {
        private final View view;
        private final Rows rows;
        private final Codes<PlaceId> places;
        private int[] index = new int[1 << 10];
        private int[] day = new int[1 << 10];
        private double[] x = new double[1 << 10];
        private double[] y = new double[1 << 10];
        private byte[] seen = new byte[1 << 10];
        private int[] replacedBy = new int[1 << 10];
        private int size;
        private final Map<Integer, @Nullable Point> named = new HashMap<>();

        Gathering(View view) {
            this.view = view;
            this.rows = view.picture().rows();
            this.places = view.picture().columns().places();
        }

        void day(int number, Day of) {
            Local local = new Local(view.zone().getRules(), number, of);
            int end = of.below(view.limit());
            int last = -1; // an observation of several classes has as many numbers, one behind the other
            for (int i = 0; i < end; i++) {
                int row = of.row[i];
                if (row == last || of.measure[i] >= SeenType.values().length || !view.readable(row)) {
                    continue;
                }
                last = row;
                double lon = of.x[i];
                double lat = of.y[i];
                if (Double.isNaN(lon)) {
                    Point place = lat < 0 ? null : place((int) lat);
                    if (place == null) {
                        continue;
                    }
                    lon = place.getX();
                    lat = place.getY();
                }
                LocalDate began = LocalDate.ofInstant(Instant.ofEpochMilli(local.instant(i)), view.zone());
                add(row, (int) began.toEpochDay(), lon, lat, of.measure[i]);
            }
        }

        private @Nullable Point place(int code) {
            if (!named.containsKey(code)) {
                Geometry geometry = Names.of(view).geometry(new Where(places.get(code), null, null));
                named.put(code, geometry == null ? null : geometry.getCentroid());
            }
            return named.get(code);
        }

        private void add(int row, int began, double lon, double lat, byte measure) {
            if (size == index.length) {
                grow(size * 2);
            }
            index[size] = (int) rows.index(row);
            day[size] = began;
            x[size] = lon;
            y[size] = lat;
            seen[size] = measure;
            int next = rows.next(row);
            replacedBy[size] = next < 0 || next >= view.limit() || !view.readable(next) ? -1 : (int) rows.index(next);
            size++;
        }

        private void grow(int room) {
            index = Arrays.copyOf(index, room);
            day = Arrays.copyOf(day, room);
            x = Arrays.copyOf(x, room);
            y = Arrays.copyOf(y, room);
            seen = Arrays.copyOf(seen, room);
            replacedBy = Arrays.copyOf(replacedBy, room);
        }

        Sightings done() {
            grow(size);
            return new Sightings(index, day, x, y, seen, replacedBy);
        }
    }
}
