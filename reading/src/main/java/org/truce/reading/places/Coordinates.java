package org.truce.reading.places;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.truce.reading.lexicon.Hit;
import org.truce.reading.page.Page;
import org.truce.reading.text.Token;

/**
 * Coordinates in a text: decimal degrees ("39.8177, 46.7528", "40.02° N, 46.80° E"), degrees and minutes, degrees,
 * minutes and seconds, with hemispheres in the three languages, latitude first unless the hemispheres say otherwise. The
 * radius is half the diagonal of the cell that the last unit written leaves open, at least ten metres.
 */
final class Coordinates {
    private static final double METRES_A_DEGREE = 111_195;
    private static final int LEAST_DECIMALS = 3;
    private static final double LEAST_RADIUS = 10;
    private static final String DEGREE = "°º˚";
    private static final String MINUTE = "'′’`";
    private static final String SECOND = "\"″”“";

    private final Page page;
    private final List<Token> tokens;
    private final Surroundings words;

    /** One angle: degrees, what its last place leaves open, and N S E W or a blank. */
    private record Angle(int from, int to, double degrees, double unit, char side, boolean marked) {}

    Coordinates(Page page) {
        this.page = page;
        this.tokens = page.tokens();
        this.words = new Surroundings(page);
    }

    List<PointMention> find() {
        List<PointMention> out = new ArrayList<>();
        int i = 0;
        while (i < tokens.size()) {
            PointMention found = tokens.get(i).number() && page.story(i) ? at(i) : null;
            if (found != null) {
                out.add(found);
            }
            i = found == null ? i + 1 : found.to();
        }
        return out;
    }

    private @Nullable PointMention at(int i) {
        Angle first = angle(i);
        if (first == null) {
            return null;
        }
        int next = first.to();
        while (next < tokens.size()
                && next < first.to() + 2
                && !tokens.get(next).startsLine()
                && joins(next)) {
            next++;
        }
        boolean here = next < tokens.size()
                && !tokens.get(next).startsLine()
                && tokens.get(next).number();
        Angle second = here ? angle(next) : null;
        if (second == null || !(sided(first, second) || decimal(first, second))) {
            return null;
        }
        boolean swapped = first.side() == 'E' || first.side() == 'W' || second.side() == 'N' || second.side() == 'S';
        Angle lat = swapped ? second : first;
        Angle lon = swapped ? first : second;
        double north = lat.side() == 'S' ? -lat.degrees() : lat.degrees();
        double east = lon.side() == 'W' ? -lon.degrees() : lon.degrees();
        if (Math.abs(north) > 90 || Math.abs(east) > 180) {
            return null;
        }
        double dy = lat.unit() / 2 * METRES_A_DEGREE;
        double dx = lon.unit() / 2 * METRES_A_DEGREE * StrictMath.cos(StrictMath.toRadians(north));
        return new PointMention(
                first.from(),
                second.to(),
                tokens.get(first.from()).start(),
                tokens.get(second.to() - 1).end(),
                north,
                east,
                Math.max(LEAST_RADIUS, Math.rint(StrictMath.sqrt(dx * dx + dy * dy))),
                "",
                first.marked() ? "point.degrees" : "point.decimal");
    }

    private boolean joins(int i) {
        return tokens.get(i).isAny(",،;؛/") || words.cue(i, "joins");
    }

    private static boolean sided(Angle a, Angle b) {
        boolean first = a.side() == 'N' || a.side() == 'S';
        boolean second = b.side() == 'E' || b.side() == 'W';
        boolean crossed = (a.side() == 'E' || a.side() == 'W') && (b.side() == 'N' || b.side() == 'S');
        return (first && second) || crossed || (a.marked() && b.marked() && a.side() == ' ' && b.side() == ' ');
    }

    /** Two bare decimals are coordinates only with three places each: others are scores, calibres and shares. */
    private static boolean decimal(Angle a, Angle b) {
        double least = StrictMath.pow(10, -LEAST_DECIMALS) * 1.001;
        return a.side() == ' ' && b.side() == ' ' && !a.marked() && a.unit() <= least && b.unit() <= least;
    }

    private @Nullable Angle angle(int i) {
        String form = tokens.get(i).form();
        double degrees = number(form);
        if (Double.isNaN(degrees) || degrees > 180) {
            return null;
        }
        double unit = unit(form);
        int t = i + 1;
        boolean marked = mark(t, DEGREE);
        if (marked) {
            t++;
            double minutes = part(t, MINUTE);
            if (minutes >= 0) {
                degrees += minutes / 60;
                unit = unit(tokens.get(t).form()) / 60;
                t += 2;
                double seconds = part(t, SECOND);
                if (seconds >= 0) {
                    degrees += seconds / 3600;
                    unit = unit(tokens.get(t).form()) / 3600;
                    t += 2;
                    t = mark(t, MINUTE) ? t + 1 : t;
                }
            }
        }
        Hit side = t < tokens.size() && !tokens.get(t).startsLine() ? words.hit(t, "hemisphere") : null;
        boolean letter = side != null && (marked || unit < 1);
        return new Angle(
                i,
                side != null && letter ? side.to() : t,
                degrees,
                unit,
                side != null && letter ? side.value().charAt(0) : ' ',
                marked);
    }

    private boolean mark(int t, String marks) {
        return t < tokens.size() && !tokens.get(t).startsLine() && tokens.get(t).isAny(marks);
    }

    /** Minutes or seconds with their mark at {@code t}, or -1. */
    private double part(int t, String marks) {
        if (t >= tokens.size() || !tokens.get(t).number() || tokens.get(t).startsLine() || !mark(t + 1, marks)) {
            return -1;
        }
        double value = number(tokens.get(t).form());
        return value < 60 ? value : -1;
    }

    private static double number(String form) {
        try {
            return Double.parseDouble(form.replace(',', '.'));
        } catch (NumberFormatException grouped) {
            return Double.NaN;
        }
    }

    private static double unit(String form) {
        int dot = Math.max(form.indexOf('.'), form.indexOf(','));
        return dot < 0 ? 1 : StrictMath.pow(10, dot + 1 - form.length());
    }
}
