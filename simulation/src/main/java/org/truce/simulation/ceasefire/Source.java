package org.truce.simulation.ceasefire;

/** The five kinds of sources, what they declare of their errors (methods.md §2.1), and how late they report. */
public enum Source {
    PATROL(300, 10, 0.90, 0.30, 0.02, 0.25),
    CAMERA(200, 1, 0.90, 0.45, 0.02, 0.01),
    ACOUSTIC(500, 1, 0.75, 0.70, 0.03, 0.01),
    RESIDENT(1000, 60, 0.70, 0.40, 0.05, 0.4),
    NEWS(2500, 360, 0.70, 0.60, 0.05, 0.6);

    private final double metres;
    private final double minutes;
    private final double right;
    private final double reports;
    private final double invents;
    private final double lateDays;

    Source(double metres, double minutes, double right, double reports, double invents, double lateDays) {
        this.metres = metres;
        this.minutes = minutes;
        this.right = right;
        this.reports = reports;
        this.invents = invents;
        this.lateDays = lateDays;
    }

    /** Standard deviation of a position along each axis, metres. */
    public double metres() {
        return metres;
    }

    /** Standard deviation of a time, minutes. */
    public double minutes() {
        return minutes;
    }

    /** Probability of naming the right class. */
    double right() {
        return right;
    }

    /** Probability that it reports an incident that it could; how many of it do, of news. */
    double reports() {
        return reports;
    }

    /** Share of reports more that tell of nothing. */
    double invents() {
        return invents;
    }

    /** Mean time until it is told, days. */
    double lateDays() {
        return lateDays;
    }

    /** Whether it reports only what was watched. */
    boolean watches() {
        return this == PATROL || this == CAMERA || this == ACOUSTIC;
    }
}
