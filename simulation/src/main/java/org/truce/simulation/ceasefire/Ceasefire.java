package org.truce.simulation.ceasefire;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import org.truce.model.Invalid;
import org.truce.model.kind.Incident.Act;

/**
 * A scenario day by day. Incidents that follow others come up to some days later, half a kilometre or so away. Memory holds
 * what is still to happen or to be told, and nothing of what was. Not thread-safe.
 */
public final class Ceasefire implements Iterator<Day> {
    private static final double OUTLIERS = 0.05;
    private static final double OUTLIER_FACTOR = 5;
    private static final double LAG_DAYS = 1;
    private static final double SPREAD_METRES = 1000;
    private static final double DEPTH_METRES = 700;
    private static final double TOLD_AGAIN_DAYS = 0.3;
    private static final int OUTLETS = 6;
    private static final int VILLAGES = 24;
    private static final Act[] ACTS = {
        Act.SMALL_ARMS_FIRE,
        Act.HEAVY_WEAPONS_FIRE,
        Act.AIR_OR_DRONE_STRIKE,
        Act.MINE_OR_EXPLOSIVE,
        Act.ADVANCE,
        Act.OTHER
    };
    private static final double[] SHARES = {0.55, 0.2, 0.07, 0.05, 0.08, 0.05};

    private final Scenario scenario;
    private final int days;
    private final Chance truth;
    private final Chance sources;
    private final Chance watching;
    private final PriorityQueue<Happened> coming =
            new PriorityQueue<>(Comparator.comparingDouble(Happened::day).thenComparingLong(Happened::id));
    private final PriorityQueue<Told> untold =
            new PriorityQueue<>(Comparator.comparingDouble(Told::stated).thenComparingLong(Told::id));
    private int next;
    private long incidents;
    private long reports;

    /** A scenario of so many days, 1 to 100,000,000, from a seed. */
    public Ceasefire(Scenario scenario, int days, long seed) {
        Invalid.unless(days >= 1 && days <= 100_000_000, "bad-days", "A ceasefire has 1 to 100,000,000 days.");
        this.scenario = scenario;
        this.days = days;
        this.truth = new Chance(seed, "truth");
        this.sources = new Chance(seed, "sources");
        this.watching = new Chance(seed, "watching");
    }

    @Override
    public boolean hasNext() {
        return next < days;
    }

    @Override
    public Day next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        int day = next++;
        boolean turned = day >= Scenario.turn(days);
        double rate = turned ? scenario.after() : scenario.before();
        List<Double> watched = watched(day, turned ? scenario.watchedAfter() : scenario.watchedBefore());
        int fresh = truth.poisson(rate * (1 - scenario.following()));
        for (int i = 0; i < fresh; i++) {
            double east = truth.between(-Front.LENGTH / 2, Front.LENGTH / 2);
            coming.add(happen(-1, day + truth.share(), east));
        }
        List<Happened> happened = new ArrayList<>();
        while (!coming.isEmpty() && coming.element().day() < day + 1) {
            Happened one = coming.remove();
            happened.add(one);
            follow(one);
            report(one, watched);
        }
        invent(day, rate, watched);
        List<Told> told = new ArrayList<>();
        while (!untold.isEmpty() && (untold.element().stated() < day + 1)) {
            told.add(untold.remove());
        }
        return new Day(day, rate, watched, happened, told);
    }

    /** Coverage moves: it swings through the month, and each post has better and worse days. */
    private List<Double> watched(int day, double mean) {
        List<Double> watched = new ArrayList<>();
        double swing = 1 + 0.12 * StrictMath.sin(2 * StrictMath.PI * day / 30);
        for (int post = 0; post < Front.POSTS; post++) {
            double share = mean * swing * (1 + 0.15 * (watching.share() - 0.5));
            watched.add(StrictMath.rint(StrictMath.min(1, share) * 96) / 96);
        }
        return watched;
    }

    private Happened happen(long follows, double day, double east) {
        double draw = truth.share();
        int act = 0;
        while (act < ACTS.length - 1 && draw >= SHARES[act]) {
            draw -= SHARES[act++];
        }
        boolean northern = truth.is(0.5);
        double off = StrictMath.abs(truth.normal()) * DEPTH_METRES;
        return new Happened(
                incidents++, follows, day, east, Front.north(east) + (northern ? off : -off), ACTS[act], northern);
    }

    private void follow(Happened one) {
        int followers = truth.poisson(scenario.following());
        for (int i = 0; i < followers; i++) {
            double east = one.east() + truth.normal() * SPREAD_METRES;
            double within = StrictMath.min(Front.LENGTH / 2, StrictMath.max(-Front.LENGTH / 2, east));
            coming.add(happen(one.id(), one.day() + truth.exponential(LAG_DAYS), within));
        }
    }

    private void report(Happened one, List<Double> watched) {
        int post = Front.watching(one.east());
        boolean seen = sources.is(watched.get(post));
        for (Source source : Source.values()) {
            if (source == Source.NEWS) {
                int items = sources.poisson(source.reports());
                int first = sources.below(OUTLETS);
                for (int i = 0; i < StrictMath.min(items, OUTLETS); i++) {
                    tell(one, source, (first + i) % OUTLETS);
                }
            } else if ((seen || !source.watches()) && sources.is(source.reports())) {
                tell(one, source, source == Source.RESIDENT ? village(one.east()) : post);
            }
        }
    }

    private static int village(double east) {
        return (int) StrictMath.min(VILLAGES - 1, StrictMath.max(0, (east / Front.LENGTH + 0.5) * VILLAGES));
    }

    private void tell(Happened one, Source source, int number) {
        boolean far = sources.is(OUTLIERS);
        double factor = far ? OUTLIER_FACTOR : 1;
        double east = one.east() + factor * source.metres() * sources.normal();
        double north = one.north() + factor * source.metres() * sources.normal();
        double day = one.day() + factor * source.minutes() / 1440 * sources.normal();
        Act act = sources.is(source.right()) ? one.act() : other(one.act());
        tell(one.id(), source, number, StrictMath.max(one.day(), day), day, east, north, act);
    }

    private Act other(Act act) {
        Act other = ACTS[sources.below(ACTS.length)];
        while (other == act) {
            other = ACTS[sources.below(ACTS.length)];
        }
        return other;
    }

    private void tell(
            long of, Source source, int number, double after, double day, double east, double north, Act act) {
        double stated = after + source.minutes() / 1440 + 0.002 + sources.exponential(source.lateDays());
        untold.add(new Told(reports++, of, source, number, stated, day, east, north, act, false));
        if (sources.is(scenario.again())) {
            double later = stated + 0.001 + sources.exponential(TOLD_AGAIN_DAYS);
            untold.add(new Told(reports++, of, source, number, later, day, east, north, act, true));
        }
    }

    /** Reports of nothing that happened, anywhere along the line. */
    private void invent(int day, double rate, List<Double> watched) {
        for (Source source : Source.values()) {
            int invented = sources.poisson(rate * source.reports() * source.invents());
            for (int i = 0; i < invented; i++) {
                double east = sources.between(-Front.LENGTH / 2, Front.LENGTH / 2);
                double north = Front.north(east) + sources.normal() * DEPTH_METRES;
                int post = Front.watching(east);
                double when = day + sources.share();
                if (!source.watches() || sources.is(watched.get(post))) {
                    int number = source == Source.NEWS
                            ? sources.below(OUTLETS)
                            : source == Source.RESIDENT ? village(east) : post;
                    tell(-1, source, number, when, when, east, north, ACTS[sources.below(ACTS.length)]);
                }
            }
        }
    }
}
