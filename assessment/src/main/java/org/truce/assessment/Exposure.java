package org.truce.assessment;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.truce.assessment.Watches.Watch;
import org.truce.model.Coded;
import org.truce.picture.Boundaries;
import org.truce.picture.Boundaries.Boundary;
import org.truce.picture.View;

/**
 * How much was watched of the part of the line that runs through a zone, on one day or in the whole window: access
 * coverage alone. No probability of detection is assumed, and none is folded in. Zones may overlap; hours of observers
 * count where they stood. methods.md §1.1.
 *
 * @param zone the zone; absent for the whole line
 * @param day the day; absent for the whole window
 * @param lineKm length of the line within the zone, in the mean over the days; 0 where it does not run through it
 * @param hours hours of the day or window
 * @param coveredDays exposure in fully-covered days of that part of the line
 * @param covered share that was watched; absent where there is no line
 * @param byDay share of the hours of daylight that was watched; absent where there were none, or no line
 * @param byNight share of the hours of night that was watched; absent where there were none, or no line
 * @param seeing share that was watched by what sees; absent where there is no line
 * @param hearing share that was watched by what hears; absent where there is no line
 * @param observersByDay hours of posts and patrols that stood in the zone, in daylight
 * @param observersByNight hours of posts and patrols that stood in the zone, at night
 * @param sensors hours of sensors that stood in the zone
 * @param entries the entries on which it rests
 */
public record Exposure(
        @Nullable Boundary zone,
        @Nullable LocalDate day,
        double lineKm,
        double hours,
        double coveredDays,
        @Nullable Double covered,
        @Nullable Double byDay,
        @Nullable Double byNight,
        @Nullable Double seeing,
        @Nullable Double hearing,
        double observersByDay,
        double observersByNight,
        double sensors,
        List<UUID> entries) {

    /**
     * The exposure of a view's window: of the whole line, then of each zone; each in the whole window, then day by day.
     * A zone without line and without observers has none. Costs as much as assessing the window three times.
     */
    public static List<Exposure> of(View view) {
        return new Reckoning(view).all();
    }

    /** Why there is no share, which is one of the line; null where there is one. */
    public @Nullable Coded noShare() {
        if (covered != null) {
            return null;
        }
        return Coded.of(zone == null ? "no-share-no-line" : "no-share-away-from-line");
    }

    private static final class Reckoning {
        private final View view;
        private final ZoneId zone;
        private final Effort effort;
        private final List<LocalDate> days = new ArrayList<>();
        private final Map<LocalDate, Looks> looks = new HashMap<>();

        /** What was watched on a day by all, by what sees, and by what hears; and who spent how long. */
        private record Looks(Effort.Day all, Effort.Day seeing, Effort.Day hearing, List<Effort.Spent> spent) {}

        Reckoning(View view) {
            this.view = view;
            this.zone = view.zone();
            this.effort = new Effort(view);
            LocalDate last = view.valid().minusNanos(1).atZone(zone).toLocalDate();
            int window = Parameters.of(view).agreed().windowDays();
            for (int back = window - 1; back >= 0 && effort.documented(); back--) {
                LocalDate day = last.minusDays(back);
                days.add(day);
                looks.put(
                        day,
                        new Looks(
                                effort.on(day),
                                effort.on(day, Effort.Means.SEEING),
                                effort.on(day, Effort.Means.HEARING),
                                effort.spent(day)));
            }
        }

        List<Exposure> all() {
            List<Exposure> rows = new ArrayList<>();
            add(rows, null);
            Boundaries.of(view).all().stream()
                    .filter(one -> one.drawn().body().geometry().getDimension() == 2)
                    .forEach(one -> add(rows, one));
            return List.copyOf(rows);
        }

        private void add(List<Exposure> rows, @Nullable Boundary area) {
            List<Part> parts = days.stream().map(day -> part(day, area)).toList();
            boolean anything = parts.stream().anyMatch(part -> part.cells().cardinality() > 0 || part.stood() > 0);
            if (!anything) {
                return;
            }
            rows.add(sum(area, null, parts));
            for (int i = 0; i < parts.size(); i++) {
                rows.add(sum(area, days.get(i), List.of(parts.get(i))));
            }
        }

        /** One day of one zone. */
        private record Part(
                Looks looks,
                BitSet cells,
                double observersByDay,
                double observersByNight,
                double sensors,
                Set<UUID> entries) {
            double stood() {
                return observersByDay + observersByNight + sensors;
            }
        }

        /** A part of a day that is over: by the entries on which the zone rests. */
        private record Once(LocalDate day, List<UUID> zone) {}

        private Part part(LocalDate day, @Nullable Boundary area) {
            return effort.over(day)
                    ? view.deriveKnown(
                            new Once(day, area == null ? List.of() : area.entries()), Part.class, () -> look(day, area))
                    : look(day, area);
        }

        private Part look(LocalDate day, @Nullable Boundary area) {
            Looks look = java.util.Objects.requireNonNull(looks.get(day));
            Line line = look.all().cells();
            BitSet cells = area == null
                    ? line.every()
                    : line.inside(area.drawn().body().geometry());
            Set<UUID> entries = new LinkedHashSet<>(area == null ? List.of() : area.entries());
            double light = 0;
            double dark = 0;
            double sensors = 0;
            for (Effort.Spent one : look.spent()) {
                Watch watch = one.watch();
                double there = area == null ? 1 : inside(watch, area);
                boolean reaches = effort.cells(watch, day).intersects(cells);
                if (there > 0 || reaches) {
                    entries.add(watch.entry());
                }
                if (watch.source().person()) {
                    light += there * one.light();
                    dark += there * one.dark();
                } else {
                    sensors += there * (one.light() + one.dark());
                }
            }
            return new Part(look, cells, light, dark, sensors, entries);
        }

        private double inside(Watch watch, Boundary area) {
            Stood stood = new Stood(watch.entry(), area.drawn().id());
            return view.deriveKnown(
                    stood,
                    Double.class,
                    () -> Line.shareInside(watch.where(), area.drawn().body().geometry()));
        }

        /** Where somebody watched, beside a zone as it is drawn. */
        private record Stood(UUID watch, UUID zone) {}

        private static Exposure sum(@Nullable Boundary area, @Nullable LocalDate day, List<Part> parts) {
            double km = 0;
            Effort.Hours light = Effort.Hours.NONE;
            Effort.Hours dark = Effort.Hours.NONE;
            double covered = 0;
            double seeing = 0;
            double hearing = 0;
            double[] stood = new double[3];
            Set<UUID> entries = new LinkedHashSet<>();
            for (Part part : parts) {
                km += part.cells().cardinality() * Line.CELL_METRES / 1000 / parts.size();
                light = light.plus(part.looks().all().light(part.cells()));
                dark = dark.plus(part.looks().all().dark(part.cells()));
                covered += part.looks().all().covered(part.cells());
                seeing += part.looks().seeing().covered(part.cells());
                hearing += part.looks().hearing().covered(part.cells());
                stood[0] += part.observersByDay();
                stood[1] += part.observersByNight();
                stood[2] += part.sensors();
                entries.addAll(part.entries());
            }
            boolean drawn = km > 0;
            int days = parts.size();
            return new Exposure(
                    area,
                    day,
                    km,
                    light.all() + dark.all(),
                    covered,
                    drawn ? covered / days : null,
                    drawn ? light.share() : null,
                    drawn ? dark.share() : null,
                    drawn ? seeing / days : null,
                    drawn ? hearing / days : null,
                    stood[0],
                    stood[1],
                    stood[2],
                    List.copyOf(entries));
        }
    }
}
