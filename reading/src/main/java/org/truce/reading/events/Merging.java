package org.truce.reading.events;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.truce.reading.dates.DateMention;
import org.truce.reading.places.PlaceMention;
import org.truce.reading.text.Sentence;

/**
 * How many events of one type a sentence reports: one a status, unless words that show it stand at days of their own,
 * or one verb has several districts each with its day ("A on the 20th and B on the 25th").
 */
final class Merging {
    /** What was planned and, in the same sentence, did not come about. */
    private static final Set<String> CALLED_OFF = Set.of("meeting", "visit");

    private Merging() {}

    static List<Found> of(String type, List<Found> all, Around around, Sentence s) {
        List<Found> out = new ArrayList<>();
        for (Found f : all) {
            if (out.stream().noneMatch(o -> same(o, f))) {
                out.add(f);
            }
        }
        settle(out);
        if (CALLED_OFF.contains(type) && out.stream().anyMatch(f -> f.status().equals(Status.DENIED))) {
            out.removeIf(f -> f.status().equals(Status.PLANNED));
        }
        if (type.equals("territory_transfer") && out.size() == 1) {
            return districts(out.getFirst(), around, s);
        }
        if (type.equals("refugee_return")
                && out.size() == 1
                && out.getFirst().status().equals("asserted")) {
            return perDay(out.getFirst(), around, s);
        }
        return type.equals("agreement_signed") ? days(out) : out;
    }

    private static boolean same(Found a, Found b) {
        boolean sameDay = sameDate(a.date(), b.date());
        boolean samePlace = a.place() != null
                && b.place() != null
                && a.place().place().id().equals(b.place().place().id());
        return a.status().equals(b.status()) && (sameDay || samePlace);
    }

    private static boolean sameDate(@Nullable DateMention a, @Nullable DateMention b) {
        return a == null || b == null || a.iso().equals(b.iso());
    }

    /** Words that carry a status of their own outweigh those whose status was taken for granted. */
    private static void settle(List<Found> out) {
        boolean certain = out.stream().anyMatch(f -> f.certain());
        if (certain) {
            out.removeIf(f -> !f.certain()
                    && f.status().equals("asserted")
                    && out.stream().anyMatch(o -> o.certain() && o.status().equals("denied")));
            out.removeIf(f -> !f.certain()
                    && f.status().equals("denied")
                    && out.stream().anyMatch(o -> o.certain() && o.status().equals("asserted")));
        }
    }

    private static List<Found> days(List<Found> all) {
        Set<String> seen = new HashSet<>();
        List<Found> out = new ArrayList<>();
        for (Found f : all) {
            if (seen.add(f.status() + (f.date() == null ? "" : f.date().iso()))) {
                out.add(f);
            }
        }
        return out;
    }

    /** "1,400 on Sunday and 1,100 the day before": one return a day. */
    private static List<Found> perDay(Found only, Around around, Sentence s) {
        List<DateMention> days = around.datesIn(s).stream()
                .filter(d -> d.day() && !d.since() && !d.instrument())
                .toList();
        if (days.size() < 2) {
            return List.of(only);
        }
        List<Found> out = new ArrayList<>();
        for (DateMention d : days) {
            out.add(only.at(d, only.place(), true));
        }
        return out;
    }

    private static List<Found> districts(Found only, Around around, Sentence s) {
        List<PlaceMention> places = around.placesIn(s).stream()
                .filter(p -> p.place().type().equals("district"))
                .toList();
        List<DateMention> dates = around.datesIn(s);
        List<Found> out = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (PlaceMention p : places) {
            DateMention nearest = null;
            for (DateMention d : dates) {
                boolean nearer = nearest == null || Math.abs(d.from() - p.to()) < Math.abs(nearest.from() - p.to());
                nearest = nearer ? d : nearest;
            }
            if (nearest != null && seen.add(nearest.iso())) {
                out.add(only.at(nearest, p, only.apart()));
            }
        }
        return out.size() < 2 ? List.of(only) : out;
    }
}
