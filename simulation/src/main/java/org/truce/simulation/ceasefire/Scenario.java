package org.truce.simulation.ceasefire;

import java.util.List;
import org.truce.model.Invalid;
import org.truce.model.kind.Judgement.Level;

/**
 * What happens in a ceasefire, and how much of it is watched. Something may change after two thirds of its days.
 *
 * @param name by which it is asked for
 * @param about one English sentence
 * @param before incidents a day before the turn
 * @param after incidents a day from the turn on
 * @param watchedBefore share of the line and the time that is watched before the turn, 0 to 1
 * @param watchedAfter the same from the turn on
 * @param following share of the incidents that follow an earlier one, 0 up to but not including 1
 * @param again share of the reports that are entered twice
 */
public record Scenario(
        String name,
        String about,
        double before,
        double after,
        double watchedBefore,
        double watchedAfter,
        double following,
        double again) {
    private static final double SOME = 0.03;
    private static final double WORSE = 1.5;
    private static final double LEAST_WATCHED = 0.25;
    private static final double CLUSTERED = 0.5;
    /** The days on which an assessment looks back. */
    private static final int SEEN_DAYS = 14;

    /** Every scenario: those of the levels first, then those of correlation by incidents a day. */
    public static final List<Scenario> ALL = List.of(
            steady("calm", "Calm and well watched.", 0.1, 0.8),
            steady("calm-unwatched", "Calm, and hardly anybody watches.", 0.1, 0.1),
            new Scenario("going-blind", "Calm; then all but nobody watches any more.", 0.1, 0.1, 0.8, 0.05, 0, SOME),
            new Scenario(
                    "calm-entered-twice", "Calm, but three reports in ten come twice.", 0.1, 0.1, 0.8, 0.8, 0, 0.3),
            new Scenario(
                    "clustered", "Few incidents, but six in ten follow an earlier one.", 0.4, 0.4, 0.8, 0.8, 0.6, SOME),
            steady("busy", "An incident every day.", 1, 0.8),
            new Scenario("step", "Calm; then an incident every day.", 0.1, 1, 0.8, 0.8, 0, SOME),
            new Scenario(
                    "step-unwatched",
                    "Calm; then an incident every day, while watching all but ends.",
                    0.1,
                    1,
                    0.8,
                    0.15,
                    0,
                    SOME),
            new Scenario("breach", "Calm; then four incidents a day.", 0.1, 4, 0.8, 0.8, 0, SOME),
            new Scenario("recovery", "An incident every day; then calm.", 1, 0.1, 0.8, 0.8, 0, SOME),
            new Scenario("one-a-day", "One incident a day, half of them following.", 1, 1, 0.8, 0.8, 0.5, SOME),
            new Scenario("five-a-day", "Five incidents a day, half of them following.", 5, 5, 0.8, 0.8, 0.5, SOME),
            new Scenario(
                    "twenty-a-day", "Twenty incidents a day, half of them following.", 20, 20, 0.8, 0.8, 0.5, SOME));

    public Scenario {
        Invalid.unless(
                before >= 0 && after >= 0 && before <= 1e4 && after <= 1e4, "bad-rate", "A rate is 0 to 10,000 a day.");
        Invalid.unless(
                watchedBefore >= 0 && watchedBefore <= 1 && watchedAfter >= 0 && watchedAfter <= 1,
                "bad-coverage",
                "A share that is watched lies from 0 to 1.");
        Invalid.unless(
                following >= 0 && following <= 0.9, "bad-share", "At most nine of ten incidents follow another.");
        Invalid.unless(again >= 0 && again <= 1, "bad-share", "A share lies from 0 to 1.");
    }

    private static Scenario steady(String name, String about, double rate, double watched) {
        return new Scenario(name, about, rate, rate, watched, watched, 0, SOME);
    }

    /** The scenario of a name. */
    public static Scenario named(String name) {
        return ALL.stream()
                .filter(one -> one.name.equals(name))
                .findFirst()
                .orElseThrow(() -> new Invalid(
                        "no-scenario",
                        "There is no such scenario; there are "
                                + String.join(
                                        ", ", ALL.stream().map(Scenario::name).toList()) + "."));
    }

    /** The first day of the turn in a ceasefire of so many days. */
    public static int turn(int days) {
        return (int) (days * 2L / 3);
    }

    /**
     * The level that the truth of a day amounts to, by the list of methods.md §1.8: what an assessor would say who knew the
     * rate and saw as much.
     *
     * @param day number of the day, from 0
     * @param days how many the ceasefire has
     */
    public Level level(int day, int days) {
        int since = day - turn(days);
        boolean turned = since >= 0;
        double rate = turned ? after : before;
        double watched = turned ? watchedAfter : watchedBefore;
        if (rate > CeasefireEntries.BREACH) {
            return Level.BREACHED;
        }
        boolean risen = turned && since < SEEN_DAYS && after >= WORSE * before;
        if (risen && rate > 0.6 * CeasefireEntries.TOLERATED) {
            return Level.DETERIORATING;
        }
        if (watched < LEAST_WATCHED) {
            return Level.INSUFFICIENT_OBSERVATION;
        }
        boolean calm = rate < CeasefireEntries.TOLERATED && following < CLUSTERED;
        return calm && (!turned || since >= SEEN_DAYS || before <= after) ? Level.STABLE : Level.FRAGILE;
    }
}
