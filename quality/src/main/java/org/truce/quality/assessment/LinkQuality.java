package org.truce.quality.assessment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.truce.assessment.correlation.ActClass;
import org.truce.assessment.correlation.Apart;
import org.truce.assessment.correlation.BCubed;
import org.truce.assessment.correlation.Correlator;
import org.truce.assessment.correlation.Found;
import org.truce.assessment.correlation.Rules;
import org.truce.assessment.correlation.Sighting;
import org.truce.assessment.correlation.SourceKind;
import org.truce.simulation.ceasefire.Ceasefire;
import org.truce.simulation.ceasefire.Scenario;
import org.truce.simulation.ceasefire.Source;
import org.truce.simulation.ceasefire.Told;

/**
 * How well sightings are put together to incidents, on invented ceasefires: B-cubed precision and recall (Bagga and Baldwin
 * 1998), and whether the counts are right, day by day.
 */
public final class LinkQuality {
    /** The first seed of these ceasefires. */
    static final long SEED = 61_000;

    private LinkQuality() {}

    /**
     * What came out.
     *
     * @param precision mean share of a sighting's companions that belong to it
     * @param recall mean share of a sighting's true companions that were found
     * @param count incidents found for each that was reported
     * @param covered share of the days on which the truth lies from lenient to strict
     * @param queued share of the links that an analyst has to look at
     * @param sightings how many
     */
    record Linked(double precision, double recall, double count, double covered, double queued, long sightings) {
        double f1() {
            return 2 * precision * recall / (precision + recall);
        }
    }

    /** Everything that was told in a ceasefire, and of what. */
    static List<Told> told(String scenario, int days, long seed) {
        List<Told> told = new ArrayList<>();
        Ceasefire ceasefire = new Ceasefire(Scenario.named(scenario), days, seed);
        while (ceasefire.hasNext()) {
            told.addAll(ceasefire.next().told());
        }
        return told;
    }

    /** What a source told, with the errors that it declares. */
    public static Sighting sighting(Told told) {
        SourceKind kind = switch (told.source()) {
            case PATROL -> SourceKind.PATROL;
            case CAMERA -> SourceKind.CAMERA;
            case ACOUSTIC -> SourceKind.ACOUSTIC;
            case RESIDENT -> SourceKind.RESIDENT;
            case NEWS -> SourceKind.NEWS;
        };
        int source = told.source().name().hashCode() * 1000 + told.number();
        return Sighting.of(told.id(), source, kind, told.east(), told.north(), told.day(), ActClass.of(told.act()));
    }

    /** Puts ceasefires of a scenario together by some rules and holds the result against the truth. */
    static Linked measure(String scenario, int days, int runs, Rules rules, Consumer<String> log) {
        double[] sums = new double[5];
        long sightings = 0;
        for (int run = 0; run < runs; run++) {
            List<Told> told = told(scenario, days, SEED + run);
            List<Sighting> seen = told.stream().map(LinkQuality::sighting).toList();
            List<Found> likely = Correlator.all(seen, rules, new Apart());
            BCubed precise = cubed(told, likely);
            double real = real(told);
            sums[0] += precise.precision();
            sums[1] += precise.recall();
            sums[2] += likely.stream().filter(one -> !one.newsOnly()).count() / real;
            sums[3] += covered(
                    told,
                    days,
                    Correlator.all(seen, rules.lenient(), new Apart()),
                    Correlator.all(seen, rules.strict(), new Apart()));
            long links = likely.stream().mapToLong(one -> one.links().size()).sum();
            sums[4] += likely.stream()
                            .flatMap(one -> one.links().stream())
                            .filter(org.truce.assessment.correlation.Link::queue)
                            .count()
                    / (double) Math.max(1, links);
            sightings += told.size();
        }
        Linked linked =
                new Linked(sums[0] / runs, sums[1] / runs, sums[2] / runs, sums[3] / runs, sums[4] / runs, sightings);
        log.accept("links | " + scenario + " threshold " + rules.threshold() + " refined " + rules.refine() + " days "
                + days + " seeds " + SEED + ".." + (SEED + runs - 1) + " | " + linked + " f1 " + linked.f1());
        return linked;
    }

    /** How many incidents anybody but the news told of: what only news tell has a column of its own. */
    private static double real(List<Told> told) {
        return told.stream()
                .filter(one -> one.incident() >= 0 && one.source() != Source.NEWS)
                .mapToLong(Told::incident)
                .distinct()
                .count();
    }

    /** What tells of nothing that happened is a companion of nothing, but for itself entered again. */
    private static BCubed cubed(List<Told> told, List<Found> found) {
        Map<Long, Long> truth = new HashMap<>();
        for (Told one : told) {
            truth.put(one.id(), one.incident() >= 0 ? one.incident() : -2 - Math.round(one.day() * 1e9));
        }
        return BCubed.of(found.stream().map(Found::members).toList(), truth);
    }

    /** Share of the days on which the number of incidents that were told of lies from lenient to strict. */
    private static double covered(List<Told> told, int days, List<Found> lenient, List<Found> strict) {
        Map<Long, Double> first = new HashMap<>();
        told.stream()
                .filter(one -> one.incident() >= 0 && one.source() != Source.NEWS)
                .forEach(one -> first.merge(one.incident(), one.day(), (a, b) -> a));
        int[] real = new int[days];
        first.values().forEach(day -> count(real, day));
        int[] low = daily(days, lenient);
        int[] high = daily(days, strict);
        int inside = 0;
        for (int day = 0; day < days; day++) {
            inside += low[day] <= real[day] && real[day] <= high[day] ? 1 : 0;
        }
        return (double) inside / days;
    }

    private static int[] daily(int days, List<Found> found) {
        int[] counts = new int[days];
        found.stream().filter(one -> !one.newsOnly()).forEach(one -> count(counts, one.day()));
        return counts;
    }

    private static void count(int[] counts, double day) {
        counts[(int) Math.min(counts.length - 1, Math.max(0, Math.floor(day)))]++;
    }
}
