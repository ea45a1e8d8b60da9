package org.truce.publication.feed;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
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
        double west = Arrays.stream(all.x()).min().orElse(0);
        double east = Arrays.stream(all.x()).max().orElse(0);
        double south = Arrays.stream(all.y()).min().orElse(0);
        double north = Arrays.stream(all.y()).max().orElse(0);
        int first = Arrays.stream(all.day()).min().orElse(0);
        int[] replaced = java.util.stream.IntStream.range(0, count)
                .filter(i -> all.replacedBy()[i] >= 0)
                .toArray();
        ObjectNode heading = Json.object()
                .put("count", count)
                .put("known", known)
                .put("firstDay", LocalDate.ofEpochDay(first).toString())
                .put("replaced", replaced.length);
        ArrayNode bounds = heading.putArray("bounds");
        bounds.add(west).add(south).add(east).add(north);
        ArrayNode classes = heading.putArray("classes");
        for (SeenType type : SeenType.values()) {
            classes.add(Body.wire(type));
        }
        byte[] text = heading.toString().getBytes(StandardCharsets.UTF_8);
        int body = upToEight(4 + text.length);
        int size = body
                + upToEight(4 * count)
                + 3 * upToEight(2 * count)
                + upToEight(count)
                + 2 * upToEight(4 * replaced.length);
        ByteBuffer out = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        out.putInt(body - 4).put(text);
        while (out.position() < body) {
            out.put((byte) ' ');
        }
        for (int i = 0; i < count; i++) {
            out.putInt(all.index()[i]);
        }
        align(out);
        for (int i = 0; i < count; i++) {
            out.putShort((short) Math.min(STEPS, all.day()[i] - first));
        }
        align(out);
        steps(out, all.x(), west, east);
        steps(out, all.y(), south, north);
        out.put(all.seen());
        align(out);
        for (int i : replaced) {
            out.putInt(i);
        }
        align(out);
        for (int i : replaced) {
            out.putInt(all.replacedBy()[i]);
        }
        return out.array();
    }

    private static void steps(ByteBuffer out, double[] column, double low, double high) {
        double scale = high > low ? STEPS / (high - low) : 0;
        for (double one : column) {
            out.putShort((short) Math.round((one - low) * scale));
        }
        align(out);
    }

    private static int upToEight(int bytes) {
        return (bytes + EIGHT - 1) / EIGHT * EIGHT;
    }

    private static void align(ByteBuffer out) {
        out.position(upToEight(out.position()));
    }
}
