package org.truce.reading.story;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * Weighs a pair of reports (Fellegi and Sunter 1969): for each fact the logarithm of how much more often both have it
 * when they tell one story than when they tell two of one day and place. Facts that hang together are bounded for each
 * sort. Deterministic: sums run in a fixed order.
 */
final class Comparison {
    /** Logarithm of the odds that two reports which share a key tell one story. */
    private static final double PRIOR = -2.5;

    private static final double SAME = 1.3;
    private static final double OTHER = -1.0;

    private final Profile a;
    private final Profile b;
    private final Background background;
    private final List<Term> terms = new ArrayList<>();

    private Comparison(Profile a, Profile b, Background background) {
        this.a = a;
        this.b = b;
        this.background = background;
    }

    static Pair of(Profile a, Profile b, Background background) {
        return new Comparison(a, b, background).pair();
    }

    private Pair pair() {
        published();
        numbers();
        common(Sort.TIME, a.times, b.times, 0, 3, one -> 2.5);
        days();
        common(Sort.PLACE, a.places, b.places, -1, 2.5, one -> weight("place " + one, .3, .75));
        common(Sort.ACTOR, a.actors, b.actors, -.5, 2, one -> weight("actor " + one, .3, .5));
        names();
        topics();
        common(Sort.EVENT, a.events, b.events, -.8, 1.8, one -> StrictMath.log(.6 / .25));
        common(Sort.AGENCY, a.agencies, b.agencies, -.4, 1.2, one -> weight("agency " + one, .25, .6));
        words();
        terms.sort(Comparator.comparingDouble((Term term) -> -Math.abs(term.weight()))
                .thenComparing(Term::sort));
        double score = PRIOR;
        for (Term term : terms) {
            score += term.weight();
        }
        Verdict verdict = score >= SAME ? Verdict.SAME : score <= OTHER ? Verdict.OTHER : Verdict.UNSURE;
        return new Pair(a.id, b.id, score, terms, verdict);
    }

    /** Logarithm of the likelihood ratio of a fact that both have: {@code m} in one story, its share otherwise. */
    private double weight(String fact, double guess, double m) {
        return Math.max(0, StrictMath.log(m / background.share(fact, guess)));
    }

    private void term(Sort sort, Collection<String> agreed, double weight) {
        if (weight != 0) {
            terms.add(new Term(sort, List.copyOf(agreed), weight));
        }
    }

    private void common(
            Sort sort, Set<String> left, Set<String> right, double none, double most, ToDoubleFunction<String> weight) {
        List<String> agreed = left.stream().filter(right::contains).sorted().toList();
        double sum = 0;
        for (String one : agreed) {
            sum += weight.applyAsDouble(one);
        }
        boolean apart = agreed.isEmpty() && !left.isEmpty() && !right.isEmpty();
        term(sort, agreed, apart ? none : Math.min(most, sum));
    }

    private void published() {
        if (a.day == null || b.day == null) {
            return;
        }
        long apart = Math.abs(ChronoUnit.DAYS.between(a.day, b.day));
        double weight = apart == 0 ? .7 : apart == 1 ? -.3 : apart == 2 ? -1.5 : -5;
        term(Sort.PUBLISHED, apart == 0 ? List.of(a.day.toString()) : List.of(), weight);
    }

    /** Days other than those of publication that both name. */
    private void days() {
        Set<String> agreed = new HashSet<>(a.days);
        agreed.retainAll(b.days);
        agreed.remove(String.valueOf(a.day));
        agreed.remove(String.valueOf(b.day));
        term(Sort.DAY, agreed.stream().sorted().toList(), Math.min(2, .8 * agreed.size()));
    }

    private void numbers() {
        boolean fewerLeft = a.numbers.size() <= b.numbers.size();
        List<Double> fewer = fewerLeft ? a.numbers : b.numbers;
        List<Double> more = new ArrayList<>(fewerLeft ? b.numbers : a.numbers);
        List<String> agreed = new ArrayList<>();
        double weight = 0;
        int apart = 0;
        // The exact ones first, so that none is taken by one that is only near.
        List<Double> left = new ArrayList<>();
        for (Double number : fewer) {
            if (more.remove(number)) {
                agreed.add(written(number));
                weight += StrictMath.log(.5 / rarity(number));
            } else {
                left.add(number);
            }
        }
        for (Double number : left) {
            Double near = more.stream()
                    .filter(other -> rounded(number, other))
                    .findFirst()
                    .orElse(null);
            if (near != null) {
                more.remove(near);
                agreed.add(written(number) + "≈" + written(near));
                weight += .6 * StrictMath.log(.5 / rarity(Math.min(number, near)));
            } else if (number > 2) {
                apart++;
            }
        }
        term(Sort.NUMBER, agreed, Math.clamp(weight - .5 * apart, -2.5, 7));
    }

    /** Share of reports of other stories that have a number by chance. */
    private static double rarity(double number) {
        boolean whole = number == Math.rint(number);
        boolean round = whole && number >= 20 && number % 10 == 0;
        if (!whole) {
            return .01;
        }
        if (number <= 3) {
            return .35;
        }
        if (number <= 10) {
            return .18;
        }
        if (number < 20) {
            return .08;
        }
        return round ? .05 : number < 100 ? .03 : .005;
    }

    /** Whether one number is the other rounded to the digits that it has. */
    private static boolean rounded(double one, double other) {
        double low = Math.min(one, other);
        double high = Math.max(one, other);
        if (low < 3 || high > 1.06 * low) {
            return false;
        }
        return roundedTo(low, high) || roundedTo(high, low);
    }

    private static boolean roundedTo(double round, double exact) {
        double unit = 1;
        while (unit < 1e9 && round % (unit * 10) == 0) {
            unit *= 10;
        }
        return round == Math.rint(round) && Math.abs(exact - round) < unit;
    }

    private static String written(double number) {
        return number == Math.rint(number) && number < 1e12 ? String.valueOf((long) number) : String.valueOf(number);
    }

    private void names() {
        boolean fewerLeft = b.names.isEmpty() || (!a.names.isEmpty() && a.names.size() <= b.names.size());
        List<Set<String>> fewer = fewerLeft ? a.names : b.names;
        Set<String> others = fewerLeft ? b.skeletons : a.skeletons;
        List<String> agreed = new ArrayList<>();
        List<Double> weights = new ArrayList<>();
        int apart = 0;
        for (Set<String> signs : fewer) {
            String shared = signs.stream().filter(others::contains).findFirst().orElse("");
            if (shared.isEmpty()) {
                apart++;
            } else {
                agreed.add(shared);
                weights.add(weight("name " + shared, .15, .6));
            }
        }
        weights.sort(Comparator.reverseOrder());
        double sum = 0;
        double factor = 1;
        for (double weight : weights) {
            // Parts of one name come together; each further one counts for less.
            sum += factor * weight;
            factor *= .75;
        }
        term(Sort.NAME, agreed.stream().sorted().toList(), Math.clamp(sum - .2 * apart, -1, 5));
    }

    private void topics() {
        boolean fewerLeft = a.topics.size() <= b.topics.size();
        Set<String> fewer = fewerLeft ? a.topics : b.topics;
        Set<String> more = fewerLeft ? b.topics : a.topics;
        List<String> agreed = fewer.stream().filter(more::contains).sorted().toList();
        double sum = 0;
        for (String topic : agreed) {
            boolean common = Topics.packaged().common(topic);
            sum += weight("topic " + topic, common ? .3 : .1, .6);
        }
        int apart = fewer.size() - agreed.size();
        term(Sort.TOPIC, agreed, Math.clamp(.8 * sum - .45 * apart, -3, 6));
    }

    /** In one language the words themselves: rewritten copies share most of their stems, exact ones their shingles. */
    private void words() {
        if (a.lang != b.lang || a.stems.isEmpty() || b.stems.isEmpty()) {
            return;
        }
        Set<String> agreed = new HashSet<>(a.stems);
        agreed.retainAll(b.stems);
        double share = (double) agreed.size() / Math.min(a.stems.size(), b.stems.size());
        double like = a.shingles.like(b.shingles);
        double weight = Math.clamp(10 * (share - .2), -1.5, 2.5) + Math.clamp(8 * (like - .3), 0, 4);
        term(Sort.WORDS, List.of(Math.round(100 * share) + " %"), weight);
    }
}
