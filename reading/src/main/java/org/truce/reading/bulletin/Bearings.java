package org.truce.reading.bulletin;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.truce.reading.text.Token;

/** Directions in words: points of the compass, up to three words each ("east-north-east"), as degrees. */
final class Bearings {
    private static final Map<String, Double> POINTS = Map.of(
            "north",
            0.0,
            "north-east",
            45.0,
            "east",
            90.0,
            "south-east",
            135.0,
            "south",
            180.0,
            "south-west",
            225.0,
            "west",
            270.0,
            "north-west",
            315.0);

    private Bearings() {}

    /**
     * The directions that stand together from a token on.
     *
     * @param points the point of the compass at each token, empty where there is none
     */
    static List<Double> from(List<Token> tokens, String[] points, int at, int end) {
        List<Double> out = new ArrayList<>();
        List<Double> word = new ArrayList<>();
        int quiet = 0;
        for (int i = at; i < end && quiet < 3; i++) {
            Double point = POINTS.get(points[i]);
            boolean joint = tokens.get(i).is('-')
                    || (point != null && !tokens.get(i).form().startsWith("و"));
            if (!joint && !word.isEmpty()) {
                out.add(mean(word));
                word.clear();
            }
            if (point != null) {
                word.add(point);
                quiet = 0;
            } else {
                quiet++;
            }
        }
        if (!word.isEmpty()) {
            out.add(mean(word));
        }
        return out;
    }

    /** Each word further left halves the way that the words to its right have gone: east-north-east is 67.5. */
    private static double mean(List<Double> words) {
        double bearing = words.getLast();
        for (int i = words.size() - 2; i >= 0; i--) {
            double other = words.get(i);
            double turn = ((other - bearing + 540) % 360) - 180;
            bearing = (bearing + turn / 2 + 360) % 360;
        }
        return bearing;
    }
}
