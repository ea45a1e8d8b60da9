package org.truce.assessment.correlation;

/**
 * The kinds of sources and what each declares of its errors: the values of methods.md §2.1, to be re-estimated from
 * incidents that persons confirmed. Where an entry states its own radius or time, that counts instead.
 */
public enum SourceKind {
    PATROL(0, 300, 10, 0.90, 0.3, 0.02),
    CAMERA(1, 200, 1, 0.90, 0.4, 0.02),
    ACOUSTIC(2, 500, 1, 0.75, 0.6, 0.03),
    RESIDENT(3, 1000, 60, 0.70, 0.4, 0.05),
    NEWS(4, 2500, 360, 0.70, 0.6, 0.05);

    private static final double MINUTES = 1440;

    private final int index;
    private final double metres;
    private final double days;
    private final double right;
    private final double reports;
    private final double invented;

    SourceKind(int index, double metres, double minutes, double right, double reports, double invented) {
        this.index = index;
        this.metres = metres;
        this.days = minutes / MINUTES;
        this.right = right;
        this.reports = reports;
        this.invented = invented;
    }

    /** Standard deviation of a position along each axis, in metres. */
    public double metres() {
        return metres;
    }

    /** Standard deviation of a time, in days. */
    public double days() {
        return days;
    }

    /** Probability that it names the class that it was; it errs to each other class alike. */
    public double right() {
        return right;
    }

    /** How many sources of this kind report an incident, in the mean. */
    public double reports() {
        return reports;
    }

    /** How many reports tell of nothing that happened, for each incident and source that could have reported it. */
    public double invented() {
        return invented;
    }

    /** Probability of naming one class where it was another, or the same. */
    public double names(ActClass named, ActClass was) {
        return named == was ? right : (1 - right) / (ActClass.values().length - 1);
    }

    /** Its place in arrays, from 0. */
    int index() {
        return index;
    }
}
