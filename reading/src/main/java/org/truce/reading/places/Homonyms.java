package org.truce.reading.places;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.truce.reading.lexicon.Hit;
import org.truce.reading.page.Page;
import org.truce.reading.theatre.Place;

/**
 * Chooses among places of one name: by the type that a word beside it says, else by how near the other places of the
 * text lie, else the bigger.
 */
final class Homonyms {
    private static final List<Set<String>> TYPES = List.of(
            Set.of("village", "settlement", "hamlet"),
            Set.of("town", "city", "capital"),
            Set.of("river", "lake", "reservoir", "sea"),
            Set.of("height", "mountain", "hill", "pass"),
            Set.of("district", "region", "province", "state", "county"),
            Set.of("airport"),
            Set.of("crossing", "bridge", "checkpoint"),
            Set.of("corridor", "road"));

    private static final List<String> BIGGER_FIRST = List.of(
            "capital", "city", "town", "region", "state", "district", "county", "settlement", "village", "airport");

    private final Page page;
    private final PlaceIndex index;
    private final Surroundings words;

    Homonyms(Page page, PlaceIndex index, Surroundings words) {
        this.page = page;
        this.index = index;
        this.words = words;
    }

    /** One hit for each span. */
    List<Hit> chosen(List<Hit> hits) {
        double[] centre = centre(hits);
        List<Hit> out = new ArrayList<>();
        for (int i = 0; i < hits.size(); ) {
            int end = groupEnd(hits, i);
            Hit best = hits.get(i);
            for (int k = i + 1; k < end; k++) {
                best = better(hits.get(k), best, centre) ? hits.get(k) : best;
            }
            out.add(best);
            i = end;
        }
        return out;
    }

    private static int groupEnd(List<Hit> hits, int i) {
        int end = i + 1;
        while (end < hits.size() && hits.get(end).from() == hits.get(i).from()) {
            end++;
        }
        return end;
    }

    /** Mean of the places whose names have one meaning: degrees north, degrees east, how many. */
    private double[] centre(List<Hit> hits) {
        double lat = 0;
        double lon = 0;
        int n = 0;
        for (int i = 0; i < hits.size(); i = groupEnd(hits, i)) {
            if (groupEnd(hits, i) == i + 1) {
                Place p = index.place(hits.get(i).value());
                lat += p.lat();
                lon += p.lon();
                n++;
            }
        }
        return n == 0 ? new double[] {0, 0, 0} : new double[] {lat / n, lon / n, n};
    }

    private boolean better(Hit a, Hit b, double[] centre) {
        Place p = index.place(a.value());
        Place q = index.place(b.value());
        String said = words.type(a.from(), a.to());
        if (!said.isEmpty() && alike(p.type(), said) != alike(q.type(), said)) {
            return alike(p.type(), said);
        }
        boolean pair = p.district().equals(q.id()) || q.district().equals(p.id());
        if (centre[2] > 0 && !pair) {
            return distance(p, centre) < distance(q, centre);
        }
        return rank(p) < rank(q);
    }

    private static boolean alike(String type, String said) {
        return type.equals(said) || TYPES.stream().anyMatch(s -> s.contains(type) && s.contains(said));
    }

    private static int rank(Place p) {
        int at = BIGGER_FIRST.indexOf(p.type());
        return at < 0 ? BIGGER_FIRST.size() : at;
    }

    private static double distance(Place p, double[] centre) {
        double dy = p.lat() - centre[0];
        double dx = (p.lon() - centre[1]) * StrictMath.cos(StrictMath.toRadians(centre[0]));
        return dx * dx + dy * dy;
    }

    @Override
    public String toString() {
        return page.title();
    }
}
