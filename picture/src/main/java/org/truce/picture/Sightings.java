package org.truce.picture;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.truce.model.id.PlaceId;
import org.truce.model.kind.Observation.SeenType;
import org.truce.model.place.Where;

/**
 * Where and when things were observed, in columns, for a map that shows very many: an observation a row, in no particular
 * order; exercises and what was seen nowhere are left out. What was replaced since is there too, so that one answer serves
 * every state of knowledge: {@code known = n} has the rows whose index is below {@code n} and whose successor's is not.
 * Thread-safe once made.
 */
public final class Sightings {
    private static final int ROOM = 1 << 10;

    private final View view;
    private final Rows rows;
    private final Codes<PlaceId> places;
    private final Map<Integer, @Nullable Point> named = new HashMap<>();
    private int[] index = new int[ROOM];
    private int[] day = new int[ROOM];
    private double[] x = new double[ROOM];
    private double[] y = new double[ROOM];
    private byte[] seen = new byte[ROOM];
    private int[] replacedBy = new int[ROOM];
    private int size;

    private Sightings(View view) {
        this.view = view;
        this.rows = view.picture().rows();
        this.places = view.picture().columns().places();
    }

    /** Those that a view's reader may read, of the whole time. Costs a pass over all numbers, and 29 bytes a row. */
    public static Sightings of(View view) {
        return view.locked(() -> {
            Sightings all = new Sightings(view);
            view.picture().columns().days().forEach(all::read);
            all.room(all.size);
            return all;
        });
    }

    /** How many there are. */
    public int size() {
        return size;
    }

    /** The place of an observation in the record, from 0. */
    public int index(int row) {
        return index[row];
    }

    /** The day of the mandate's zone on which it may have begun, since 1970. */
    public int day(int row) {
        return day[row];
    }

    /** The longitude of its middle, degrees of WGS 84. */
    public double longitude(int row) {
        return x[row];
    }

    /** The latitude of its middle, degrees of WGS 84. */
    public double latitude(int row) {
        return y[row];
    }

    /** Its first class: a place in {@link #classes}. */
    public byte seen(int row) {
        return seen[row];
    }

    /** What the numbers of classes mean. */
    public static List<SeenType> classes() {
        return List.of(SeenType.values());
    }

    /** The place in the record of the entry that replaces or withdraws it; -1 where none does. */
    public int replacedBy(int row) {
        return replacedBy[row];
    }

    private void read(int number, Day numbers) {
        Local local = new Local(view.zone().getRules(), number, numbers);
        int classes = classes().size();
        int end = numbers.below(view.limit());
        int last = -1; // an observation of several classes has as many numbers, one behind the other
        for (int i = 0; i < end; i++) {
            int row = numbers.row[i];
            if (row == last || numbers.measure[i] >= classes || !view.readable(row)) {
                continue;
            }
            last = row;
            boolean own = !Double.isNaN(numbers.x[i]);
            Point place = own || numbers.y[i] < 0 ? null : place((int) numbers.y[i]);
            if (own || place != null) {
                double longitude = place == null ? numbers.x[i] : place.getX();
                double latitude = place == null ? numbers.y[i] : place.getY();
                LocalDate began = LocalDate.ofInstant(Instant.ofEpochMilli(local.instant(i)), view.zone());
                add(row, began, longitude, latitude, numbers.measure[i]);
            }
        }
    }

    private @Nullable Point place(int code) {
        if (!named.containsKey(code)) {
            Geometry geometry = Names.of(view).geometry(new Where(places.get(code), null, null));
            named.put(code, geometry == null ? null : geometry.getCentroid());
        }
        return named.get(code);
    }

    private void add(int row, LocalDate began, double longitude, double latitude, byte measure) {
        if (size == index.length) {
            room(size * 2);
        }
        index[size] = (int) rows.index(row);
        day[size] = (int) began.toEpochDay();
        x[size] = longitude;
        y[size] = latitude;
        seen[size] = measure;
        int next = rows.next(row);
        replacedBy[size] = next < 0 || next >= view.limit() || !view.readable(next) ? -1 : (int) rows.index(next);
        size++;
    }

    private void room(int room) {
        index = Arrays.copyOf(index, room);
        day = Arrays.copyOf(day, room);
        x = Arrays.copyOf(x, room);
        y = Arrays.copyOf(y, room);
        seen = Arrays.copyOf(seen, room);
        replacedBy = Arrays.copyOf(replacedBy, room);
    }
}
