package org.truce.publication.feed;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.truce.model.kind.Body;
import org.truce.model.kind.Observation.SeenType;
import org.truce.picture.Sightings;
import org.truce.picture.View;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Observations in columns for a map that shows very many, eleven bytes each: little-endian, a JSON heading behind its
 * length[4], spaces to a multiple of eight, then a column after the other, each from a multiple of eight on. Positions are
 * 65,535ths of the box that holds all; the entry says where it was exactly.
 */
public final class SightingFeed {
    private static final int STEPS = 0xFFFF;
    private static final int EIGHT = 8;

    private SightingFeed() {}

    /** The columns of a view, of the whole time. */
    public static byte[] of(View view) {
        return encode(Sightings.of(view), view.known());
    }

    private static byte[] encode(Sightings all, long known) {
        int count = all.size();
        double west = range(count).mapToDouble(all::longitude).min().orElse(0);
        double east = range(count).mapToDouble(all::longitude).max().orElse(0);
        double south = range(count).mapToDouble(all::latitude).min().orElse(0);
        double north = range(count).mapToDouble(all::latitude).max().orElse(0);
        int first = range(count).map(all::day).min().orElse(0);
        int[] replaced = range(count).filter(i -> all.replacedBy(i) >= 0).toArray();
        byte[] heading = heading(count, known, first, replaced.length, List.of(west, south, east, north));
        int body = upToEight(4 + heading.length);
        int size = body
                + upToEight(4 * count)
                + 3 * upToEight(2 * count)
                + upToEight(count)
                + 2 * upToEight(4 * replaced.length);
        ByteBuffer out = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        out.putInt(body - 4).put(heading);
        while (out.position() < body) {
            out.put((byte) ' ');
        }
        range(count).forEach(i -> out.putInt(all.index(i)));
        align(out);
        range(count).forEach(i -> out.putShort((short) Math.min(STEPS, all.day(i) - first)));
        align(out);
        range(count).forEach(i -> out.putShort(step(all.longitude(i), west, east)));
        align(out);
        range(count).forEach(i -> out.putShort(step(all.latitude(i), south, north)));
        align(out);
        range(count).forEach(i -> out.put(all.seen(i)));
        align(out);
        Arrays.stream(replaced).forEach(out::putInt);
        align(out);
        Arrays.stream(replaced).forEach(i -> out.putInt(all.replacedBy(i)));
        return out.array();
    }

    private static byte[] heading(int count, long known, int firstDay, int replaced, List<Double> bounds) {
        ObjectNode heading = Json.object()
                .put("count", count)
                .put("known", known)
                .put("firstDay", LocalDate.ofEpochDay(firstDay).toString())
                .put("replaced", replaced);
        ArrayNode box = heading.putArray("bounds");
        bounds.forEach(box::add);
        ArrayNode classes = heading.putArray("classes");
        for (SeenType type : Sightings.classes()) {
            classes.add(Body.wire(type));
        }
        return heading.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static IntStream range(int count) {
        return IntStream.range(0, count);
    }

    private static short step(double one, double low, double high) {
        return (short) (high > low ? Math.round((one - low) / (high - low) * STEPS) : 0);
    }

    private static int upToEight(int bytes) {
        return (bytes + EIGHT - 1) / EIGHT * EIGHT;
    }

    private static void align(ByteBuffer out) {
        out.position(upToEight(out.position()));
    }
}
