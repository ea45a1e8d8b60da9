package org.truce.reading.places;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.truce.reading.lexicon.Hit;
import org.truce.reading.lexicon.Language;
import org.truce.reading.page.Page;
import org.truce.reading.text.Token;

/**
 * "5 km north-west of X", «в 5 км к северу от X», "على بعد 5 كم شمال X": the point at that distance and bearing on the
 * ellipsoid. Its radius joins, by the sum of squares, what each part leaves open with 95 % probability when the truth
 * lies evenly within the rounding: .95 of half the last unit of the distance (of half a tenth of it or more after
 * "about", of half the range where one is given); the chord that .95 of half the bearing's sector of 45° spans there,
 * 22.5° where three winds are named; and the {@link Radius} of X.
 */
final class Bearings {
    private static final int STEPS = 4;
    private static final double SHARE = .95;

    private final Page page;
    private final List<Token> tokens;
    private final Surroundings words;
    private final Map<Integer, Hit> numbers = new HashMap<>();

    /** A distance: metres, and half of what its rounding leaves open. */
    private record Distance(int from, int to, double metres, double half) {}

    Bearings(Page page) {
        this.page = page;
        this.tokens = page.tokens();
        this.words = new Surroundings(page);
        for (Hit hit : Language.of(page.lang(), "dates").find(tokens)) {
            if (hit.section().equals("number")) {
                numbers.putIfAbsent(hit.from(), hit);
            }
        }
    }

    List<PointMention> of(List<PlaceMention> places) {
        List<PointMention> out = new ArrayList<>();
        for (PlaceMention place : places) {
            PointMention found = at(place);
            if (found != null) {
                out.add(found);
            }
        }
        return out;
    }

    private @Nullable PointMention at(PlaceMention place) {
        Hit bearing = bearingBefore(place.from());
        if (bearing == null) {
            return null;
        }
        Distance before = distanceBefore(bearing.from());
        Distance distance = before == null ? distanceAfter(place.to()) : before;
        if (distance == null) {
            return null;
        }
        double degrees = Double.parseDouble(bearing.value());
        double sector = bearing.value().endsWith(".5") ? 22.5 : 45;
        double[] point = Geodesy.offset(place.place().lat(), place.place().lon(), degrees, distance.metres());
        double along = SHARE * distance.half();
        double across = 2 * distance.metres() * StrictMath.sin(StrictMath.toRadians(SHARE * sector / 2) / 2);
        double own = Radius.metres(place.place().type());
        int from = Math.min(distance.from(), place.from());
        int to = Math.max(distance.to(), place.to());
        return new PointMention(
                from,
                to,
                tokens.get(from).start(),
                tokens.get(to - 1).end(),
                point[0],
                point[1],
                Math.rint(StrictMath.sqrt(along * along + across * across + own * own)),
                place.place().id(),
                "point.bearing:" + bearing.entry().pattern());
    }

    private boolean broken(int i) {
        return (i + 1 < tokens.size() && tokens.get(i + 1).startsLine())
                || tokens.get(i).isAny(".;!?؟؛");
    }

    private @Nullable Hit bearingBefore(int place) {
        Hit best = null;
        for (int i = place - 1; i >= Math.max(0, place - STEPS - 4) && !broken(i); i--) {
            Hit hit = words.hit(i, "bearing");
            if (hit != null && hit.to() <= place && between(hit.to(), place)) {
                best = best == null || hit.to() >= best.to() ? hit : best;
            }
        }
        return best;
    }

    private boolean between(int from, int to) {
        for (int i = from; i < to; i++) {
            boolean small = words.cue(i, "from-place") || words.cue(i, "type") || words.cue(i, "of");
            if (!small && !tokens.get(i).isAny("«“\"(")) {
                return false;
            }
        }
        return to - from <= STEPS;
    }

    private @Nullable Distance distanceBefore(int bearing) {
        for (int i = bearing - 1; i >= Math.max(0, bearing - STEPS) && !broken(i); i--) {
            Hit unit = words.hit(i, "distance");
            if (unit != null && unit.to() <= bearing) {
                return toBearing(unit.to(), bearing) ? distance(i, unit) : null;
            }
        }
        return null;
    }

    private boolean toBearing(int from, int to) {
        for (int i = from; i < to; i++) {
            if (!words.cue(i, "to-bearing") && !tokens.get(i).isAny("-,،")) {
                return false;
            }
        }
        return true;
    }

    private @Nullable Distance distanceAfter(int place) {
        for (int i = place; i < Math.min(tokens.size(), place + STEPS + 1); i++) {
            if (tokens.get(i).startsLine() || tokens.get(i).isAny(".;!?؟؛")) {
                return null;
            }
            Hit unit = words.hit(i, "distance");
            if (unit != null) {
                Distance found = distance(i, unit);
                return found != null && (found.from() == place || words.cue(found.from() - 1, "at-distance"))
                        ? found
                        : null;
            }
        }
        return null;
    }

    private @Nullable Distance distance(int unitAt, Hit unit) {
        double metres = Double.parseDouble(unit.value().replace("N", ""));
        if (!unit.value().endsWith("N")) {
            return new Distance(unitAt, unit.to(), metres, metres / 4);
        }
        int last = unitAt - 1 >= 0 && tokens.get(unitAt - 1).isAny("-") ? unitAt - 2 : unitAt - 1;
        double value = last < 0 ? 0 : value(last);
        if (value <= 0 || value > 1000) {
            return null;
        }
        boolean range =
                last >= 2 && tokens.get(last - 1).isAny("–—-") && value(last - 2) > 0 && value(last - 2) < value;
        int from = range ? last - 2 : last;
        double low = range ? value(last - 2) : value;
        double half = range ? (value - low) / 2 : half(last, value);
        boolean about = from > 0 && words.before(from, "about");
        half = about ? Math.max(2 * half, value / 20) : half;
        return new Distance(from, unit.to(), metres * (low + value) / 2, metres * half);
    }

    /** A number in figures with a decimal point or comma, or a word; 0 where there is none. */
    private double value(int i) {
        Token t = tokens.get(i);
        if (t.number()) {
            try {
                return Double.parseDouble(t.form().replace(',', '.'));
            } catch (NumberFormatException grouped) {
                return 0;
            }
        }
        Hit word = numbers.get(i);
        return word == null ? 0 : Double.parseDouble(word.value());
    }

    /** Half the unit to which a number is rounded: a decimal's last place; 1; 5 or 10 for bigger round numbers. */
    private double half(int i, double value) {
        String form = tokens.get(i).form().replace(',', '.');
        int dot = tokens.get(i).number() ? form.indexOf('.') : -1;
        if (dot >= 0) {
            return StrictMath.pow(10, dot + 1 - form.length()) / 2;
        }
        return value >= 20 && value % 10 == 0 ? 5 : value >= 15 && value % 5 == 0 ? 2.5 : .5;
    }

    @Override
    public String toString() {
        return page.title();
    }
}
