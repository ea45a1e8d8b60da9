package org.truce.assessment.correlation;

import java.util.Arrays;

/** An incident while it is put together: its members, and what they tell of its place, time and class. */
final class Case {
    static final int CLASSES = ActClass.values().length;
    private static final int KINDS = SourceKind.values().length;

    Sighting[] members = new Sighting[4];
    int size;
    double east;
    double north;
    double eastVariance;
    double covariance;
    double northVariance;
    double day;
    double dayVariance;
    /** Of each class, with all that was said of it: joint, not normalised. */
    final double[] classes = new double[CLASSES];

    final int[] reports = new int[KINDS];
    int distinct;
    /** Logarithm of the joint likelihood of the members, less what every partition has in common. */
    double score;

    /** The density, logarithm, where it was opened. */
    double density;

    int held = -1;
    long cell;
    boolean open = true;

    void add(Sighting one) {
        if (size == members.length) {
            members = Arrays.copyOf(members, 2 * size);
        }
        members[size++] = one;
        if (one.held() >= 0) {
            held = one.held();
        }
    }

    void clear() {
        size = 0;
        distinct = 0;
        held = -1;
        Arrays.fill(reports, 0);
    }

    /** Becomes what another is; the other is not used any more. */
    void take(Case other) {
        members = other.members;
        size = other.size;
        east = other.east;
        north = other.north;
        eastVariance = other.eastVariance;
        covariance = other.covariance;
        northVariance = other.northVariance;
        day = other.day;
        dayVariance = other.dayVariance;
        System.arraycopy(other.classes, 0, classes, 0, CLASSES);
        System.arraycopy(other.reports, 0, reports, 0, KINDS);
        distinct = other.distinct;
        score = other.score;
        held = other.held;
    }

    int indexOf(long id) {
        for (int i = 0; i < size; i++) {
            if (members[i].id() == id) {
                return i;
            }
        }
        return -1;
    }

    boolean newsOnly() {
        for (int i = 0; i < size; i++) {
            if (members[i].kind() != SourceKind.NEWS) {
                return false;
            }
        }
        return true;
    }

    ActClass likeliest() {
        int best = 0;
        for (int i = 1; i < CLASSES; i++) {
            best = classes[i] > classes[best] ? i : best;
        }
        return ActClass.at(best);
    }
}
