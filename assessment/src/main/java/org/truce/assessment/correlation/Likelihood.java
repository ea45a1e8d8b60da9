package org.truce.assessment.correlation;

import java.util.Arrays;
import java.util.Comparator;

/**
 * How well a sighting and an incident fit (Fellegi and Sunter 1969 with physics; methods.md §2.1). An incident's place and
 * time are normal given its members; a sighting errs as it declares, or with a small share some times as far. All
 * arithmetic is that of {@link StrictMath}. Not thread-safe.
 */
final class Likelihood {
    /** What lies more standard deviations away is not looked at. */
    private static final double GATE = 4.5;

    private static final double TWO_PI = 2 * StrictMath.PI;
    private static final double SQUARE_METRES_PER_KM = 1e6;
    private static final double SCALE = TWO_PI * TWO_PI * TWO_PI / SQUARE_METRES_PER_KM / SQUARE_METRES_PER_KM;
    /** By so much class and number of reports may speak for a link, and no more matters here. */
    private static final double FAVOUR = 5;

    private static final double[] LOGS = logs();
    private static final double[] SHARES =
            Arrays.stream(ActClass.values()).mapToDouble(ActClass::share).toArray();
    private static final double[][] NAMES = names();
    private static final double[][] NAMED_SHARE = named();
    /** No report at all of an incident that happened. */
    private static final double UNREPORTED = StrictMath.exp(
            -Arrays.stream(SourceKind.values()).mapToDouble(SourceKind::reports).sum());

    private static final double LOG_UNREPORTED = StrictMath.log(UNREPORTED);
    private static final double[] FIRST = first();
    private static final Comparator<Sighting> EXACT_FIRST = Comparator.comparingDouble(Sighting::rough)
            .thenComparingDouble(Sighting::day)
            .thenComparingLong(Sighting::id);

    private final double outliers;
    private final double inliers;
    private final double factor2;
    private final double threshold;

    /** What the last fit consisted of. */
    private double both;

    private double act;
    private double sources;
    private boolean outlier;

    Likelihood(Rules rules) {
        this.outliers = StrictMath.log(rules.outlierShare());
        this.inliers = StrictMath.log1p(-rules.outlierShare());
        this.factor2 = rules.outlierFactor() * rules.outlierFactor();
        this.threshold = rules.threshold();
    }

    private static double[] logs() {
        double[] logs = new double[64];
        Arrays.setAll(logs, StrictMath::log);
        return logs;
    }

    private static double[][] names() {
        int classes = ActClass.values().length;
        double[][] names = new double[SourceKind.values().length * classes][classes];
        for (SourceKind kind : SourceKind.values()) {
            for (ActClass named : ActClass.values()) {
                for (ActClass was : ActClass.values()) {
                    names[kind.index() * classes + named.index()][was.index()] = kind.names(named, was);
                }
            }
        }
        return names;
    }

    private static double[][] named() {
        double[][] shares = new double[SourceKind.values().length][ActClass.values().length];
        for (SourceKind kind : SourceKind.values()) {
            for (ActClass named : ActClass.values()) {
                for (ActClass was : ActClass.values()) {
                    shares[kind.index()][named.index()] += was.share() * kind.names(named, was);
                }
            }
        }
        return shares;
    }

    private static double[] first() {
        return Arrays.stream(SourceKind.values())
                .mapToDouble(kind -> StrictMath.log(UNREPORTED + kind.invented()))
                .toArray();
    }

    /**
     * By what a sighting's errors are to be multiplied, squared, to find all that it may belong to: one that errs more than
     * it declares is looked for further away only if it could be recognised there at all.
     *
     * @param mean logarithm of the mean density of incidents
     */
    double factor(Sighting one, double mean) {
        double area = factor2 * one.rough() / 2 / SQUARE_METRES_PER_KM;
        double days = factor2 * one.daySd() * one.daySd();
        double best = outliers - 0.5 * StrictMath.log(TWO_PI * TWO_PI * TWO_PI * area * area * days) - mean + FAVOUR;
        return best > threshold ? factor2 : 1;
    }

    /** Whether a sighting is near enough to an incident to be compared with it. */
    boolean near(Case known, Sighting one, double factor) {
        double days = one.day() - known.day;
        if (days * days > GATE * GATE * (factor * one.daySd() * one.daySd() + known.dayVariance)) {
            return false;
        }
        double dx = one.east() - known.east;
        double dy = one.north() - known.north;
        double variance = factor * one.rough() + known.eastVariance + known.northVariance;
        return dx * dx + dy * dy <= GATE * GATE * variance;
    }

    /** The same as far away as the sighting may err. */
    boolean near(Case known, Sighting one) {
        return near(known, one, factor2);
    }

    /** The logarithm of the likelihood ratio of a sighting's belonging to an incident against its being another. */
    double fit(Case known, Sighting one) {
        double dx = one.east() - known.east;
        double dy = one.north() - known.north;
        double days = one.day() - known.day;
        double in = inliers + agreement(known, one, dx, dy, days, 1);
        double out = outliers + agreement(known, one, dx, dy, days, factor2);
        outlier = out > in;
        double less = outlier ? in - out : out - in;
        both = (outlier ? out : in) + (less < -40 ? 0 : StrictMath.log1p(StrictMath.exp(less)));
        int kind = one.kind().index();
        double[] names = NAMES[kind * Case.CLASSES + one.act().index()];
        double joint = 0;
        double all = 0;
        for (int i = 0; i < Case.CLASSES; i++) {
            joint += known.classes[i] * names[i];
            all += known.classes[i];
        }
        act = StrictMath.log(joint / all / NAMED_SHARE[kind][one.act().index()]);
        // One more of a Poisson number of reports, against the first report of another incident, or an invented one.
        int told = known.reports[kind] + 1;
        sources = -FIRST[kind] - (told < LOGS.length ? LOGS[told] : StrictMath.log(told));
        if (known.distinct == 1) {
            sources += LOG_UNREPORTED - FIRST[known.members[0].kind().index()];
        }
        return both + act + sources - known.density;
    }

    /** Logarithm of the density of a sighting, given an incident, for each square kilometre and day. */
    private static double agreement(Case known, Sighting one, double dx, double dy, double days, double factor) {
        double a = factor * one.eastVariance() + known.eastVariance;
        double b = factor * one.covariance() + known.covariance;
        double c = factor * one.northVariance() + known.northVariance;
        double determinant = a * c - b * b;
        double variance = factor * one.daySd() * one.daySd() + known.dayVariance;
        double square = (c * dx * dx - 2 * b * dx * dy + a * dy * dy) / determinant + days * days / variance;
        return -0.5 * (square + StrictMath.log(determinant * (variance * SCALE)));
    }

    /** What the last {@link #fit} consisted of. */
    Terms terms(Case known, Sighting one) {
        double days = one.day() - known.day;
        double variance = (outlier ? factor2 : 1) * one.daySd() * one.daySd() + known.dayVariance;
        double time = -0.5 * (days * days / variance + StrictMath.log(TWO_PI * variance));
        return new Terms(both - time, time, act, -known.density, sources, outlier);
    }

    /** Opens an incident with a sighting. */
    void open(Case fresh, Sighting one, double density) {
        fresh.clear();
        fresh.density = density;
        fresh.add(one);
        state(fresh, one);
        fresh.score = 0;
    }

    private static void state(Case fresh, Sighting one) {
        fresh.east = one.east();
        fresh.north = one.north();
        fresh.eastVariance = one.eastVariance();
        fresh.covariance = one.covariance();
        fresh.northVariance = one.northVariance();
        fresh.day = one.day();
        fresh.dayVariance = one.daySd() * one.daySd();
        double[] names = NAMES[one.kind().index() * Case.CLASSES + one.act().index()];
        for (int i = 0; i < Case.CLASSES; i++) {
            fresh.classes[i] = SHARES[i] * names[i];
        }
        Arrays.fill(fresh.reports, 0);
        fresh.reports[one.kind().index()] = 1;
        fresh.distinct = 1;
    }

    /** Adds a sighting to an incident: what is known of it becomes more exact. */
    void join(Case known, Sighting one) {
        for (int i = 0; i < known.size; i++) {
            if (known.members[i].again(one)) {
                known.add(one);
                return;
            }
        }
        known.score += fit(known, one) - threshold;
        update(known, one);
        known.add(one);
    }

    /** Kalman's step, with the error that the sighting seems to have. */
    private void update(Case known, Sighting one) {
        double factor = outlier ? factor2 : 1;
        double a = factor * one.eastVariance() + known.eastVariance;
        double b = factor * one.covariance() + known.covariance;
        double c = factor * one.northVariance() + known.northVariance;
        double determinant = a * c - b * b;
        double dx = one.east() - known.east;
        double dy = one.north() - known.north;
        double u = (c * dx - b * dy) / determinant;
        double v = (a * dy - b * dx) / determinant;
        double ee = known.eastVariance;
        double en = known.covariance;
        double nn = known.northVariance;
        known.east += ee * u + en * v;
        known.north += en * u + nn * v;
        // C - C (C+S)^-1 C, written out.
        double p = (c * ee - b * en) / determinant;
        double q = (a * en - b * ee) / determinant;
        double r = (c * en - b * nn) / determinant;
        double s = (a * nn - b * en) / determinant;
        known.eastVariance = ee - (ee * p + en * q);
        known.covariance = en - (ee * r + en * s);
        known.northVariance = nn - (en * r + nn * s);
        double variance = factor * one.daySd() * one.daySd();
        double gain = known.dayVariance / (known.dayVariance + variance);
        known.day += gain * (one.day() - known.day);
        known.dayVariance *= 1 - gain;
        double[] names = NAMES[one.kind().index() * Case.CLASSES + one.act().index()];
        for (int i = 0; i < Case.CLASSES; i++) {
            known.classes[i] *= names[i];
        }
        known.reports[one.kind().index()]++;
        known.distinct++;
    }

    /**
     * Puts an incident together from its members anew, the most exact first.
     *
     * @param into where it is written; its members are set
     * @param without this one left out; none where negative
     */
    void rebuild(Case into, Case of, int without, Case plus) {
        Sighting[] all = new Sighting[of.size + plus.size];
        int count = 0;
        for (int i = 0; i < of.size; i++) {
            if (i != without) {
                all[count++] = of.members[i];
            }
        }
        for (int i = 0; i < plus.size; i++) {
            all[count++] = plus.members[i];
        }
        if (count > 1) {
            Arrays.sort(all, 0, count, EXACT_FIRST);
        }
        double density = of.density;
        open(into, all[0], density);
        for (int i = 1; i < count; i++) {
            join(into, all[i]);
        }
    }
}
