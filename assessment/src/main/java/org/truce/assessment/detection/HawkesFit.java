package org.truce.assessment.detection;

/**
 * The most likely parameters of a self-exciting process. For one decay the likelihood is concave in background and ratio,
 * and steps of Newton climb it, or of expectation-maximisation (methods.md §1.5) where those would leave what is
 * possible; over the decay, whose mean lag is kept between {@value #SHORTEST_HOURS} hours and
 * {@value #LONGEST_DAYS} days, a golden section. Linear in the events: some {@value #SECTIONS} passes with exponentials.
 *
 * @param background events a fully-covered day that follow none
 * @param ratio events that follow an event, on average, as it appears
 * @param lagDays mean lag
 * @param logLikelihood natural logarithm of the likelihood
 */
public record HawkesFit(double background, double ratio, double lagDays, double logLikelihood) {
    private static final double SHORTEST_HOURS = 4;
    private static final double LONGEST_DAYS = 7;
    private static final int SECTIONS = 18;
    private static final int CLIMBS = 60;
    private static final double GOLDEN = (StrictMath.sqrt(5) - 1) / 2;
    private static final double CLOSE = 1e-7;

    static HawkesFit of(Hawkes events, int count) {
        if (count == 0) {
            return new HawkesFit(0, 0, 1, 0);
        }
        double low = StrictMath.log(SHORTEST_HOURS / 24);
        double high = StrictMath.log(LONGEST_DAYS);
        double left = high - GOLDEN * (high - low);
        double right = low + GOLDEN * (high - low);
        HawkesFit atLeft = at(events, left, null);
        HawkesFit atRight = at(events, right, atLeft);
        for (int i = 0; i < SECTIONS; i++) {
            if (atLeft.logLikelihood > atRight.logLikelihood) {
                high = right;
                right = left;
                atRight = atLeft;
                left = high - GOLDEN * (high - low);
                atLeft = at(events, left, atRight);
            } else {
                low = left;
                left = right;
                atLeft = atRight;
                right = low + GOLDEN * (high - low);
                atRight = at(events, right, atLeft);
            }
        }
        return atLeft.logLikelihood > atRight.logLikelihood ? atLeft : atRight;
    }

    /** The best background and ratio for one lag, climbing from those of a lag beside it where there is one. */
    private static HawkesFit at(Hawkes events, double logLag, @org.jspecify.annotations.Nullable HawkesFit from) {
        double lag = StrictMath.exp(logLag);
        Hawkes.Kernel kernel = events.kernel(1 / lag);
        double[] excited = kernel.excited();
        double mu = from == null ? excited.length / kernel.background() / 2 : from.background;
        double n = from == null ? 0.5 : StrictMath.max(1e-6, from.ratio);
        if (!(kernel.offspring() > 0)) {
            return new HawkesFit(excited.length / kernel.background(), 0, lag, likelihood(events, kernel, mu, 0));
        }
        for (int i = 0; i < CLIMBS; i++) {
            double[] next = newton(excited, kernel, mu, n);
            double moved = StrictMath.abs(next[0] - mu) / mu + StrictMath.abs(next[1] - n);
            mu = next[0];
            n = next[1];
            if (moved < CLOSE) {
                break;
            }
        }
        return new HawkesFit(mu, n, lag, likelihood(events, kernel, mu, n));
    }

    /** A step of Newton's where it stays inside, else one of expectation-maximisation, which always does. */
    private static double[] newton(double[] excited, Hawkes.Kernel kernel, double mu, double n) {
        double byMu = -kernel.background();
        double byN = -kernel.offspring();
        double muMu = 0;
        double muN = 0;
        double nN = 0;
        for (double one : excited) {
            double share = 1 / (mu + n * one);
            byMu += share;
            byN += one * share;
            double square = share * share;
            muMu += square;
            muN += one * square;
            nN += one * one * square;
        }
        double determinant = muMu * nN - muN * muN;
        double toMu = mu + (nN * byMu - muN * byN) / determinant;
        double toN = n + (muMu * byN - muN * byMu) / determinant;
        boolean inside = determinant > 0
                && toMu > mu / 10
                && toMu < mu * 10
                && toN > n / 10
                && toN < StrictMath.max(2 * n, n + 0.5);
        return inside
                ? new double[] {toMu, toN}
                : new double[] {
                    mu * (byMu + kernel.background()) / kernel.background(),
                    n * (byN + kernel.offspring()) / kernel.offspring()
                };
    }

    private static double likelihood(Hawkes events, Hawkes.Kernel kernel, double mu, double n) {
        return events.logSum(kernel, mu, n) - mu * kernel.background() - n * kernel.offspring();
    }
}
