package org.truce.quality.assessment;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.truce.assessment.Assessment;
import org.truce.assessment.Assessor;
import org.truce.model.entry.Audience;
import org.truce.model.entry.Entry;
import org.truce.model.kind.Ground.BoundaryDrawn;
import org.truce.model.kind.Ground.Role;
import org.truce.model.kind.Judgement.Level;
import org.truce.picture.Picture;
import org.truce.picture.View;
import org.truce.simulation.ceasefire.Ceasefire;
import org.truce.simulation.ceasefire.CeasefireEntries;
import org.truce.simulation.ceasefire.Day;
import org.truce.simulation.ceasefire.Scenario;

/**
 * Which levels invented ceasefires get, by scenario and days since the turn: records as a mission would make them, read,
 * correlated and assessed as any other, with thresholds of their own. The ceasefires are assessed as a whole, without
 * zones.
 */
public final class LevelQuality {
    /** The first seed: none of these was looked at before. */
    static final long SEED = 7_000_000;

    static final int DAYS = 75;
    private static final List<Integer> AFTER = List.of(2, 8, 19);

    /** The rows of methods.md §1.8. */
    static final List<String> ROWS = List.of(
            "calm",
            "calm-unwatched",
            "going-blind",
            "calm-entered-twice",
            "clustered",
            "busy",
            "step",
            "step-unwatched",
            "breach",
            "recovery");

    private LevelQuality() {}

    /**
     * How often each level was given.
     *
     * @param scenario which
     * @param since days since the turn
     * @param truth the level that the truth amounts to
     * @param given how often each level was given
     */
    record Row(String scenario, int since, Level truth, Map<Level, Integer> given) {
        int all() {
            return given.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    /** Assesses some ceasefires of a scenario. */
    static List<Row> measure(String name, int first, int runs, Consumer<String> log) {
        Scenario scenario = Scenario.named(name);
        boolean steady = scenario.before() == scenario.after() && scenario.watchedBefore() == scenario.watchedAfter();
        Map<Integer, Row> rows = new TreeMap<>();
        for (int run = first; run < first + runs; run++) {
            long seed = SEED + run;
            Picture picture = new Picture();
            CeasefireEntries entries = CeasefireEntries.of(seed);
            entries.before().stream().filter(LevelQuality::whole).forEach(entry -> apply(picture, entry));
            Ceasefire ceasefire = new Ceasefire(scenario, DAYS, seed);
            while (ceasefire.hasNext()) {
                Day day = ceasefire.next();
                entries.of(day).forEach(made -> apply(picture, made.entry()));
                int since = day.number() - Scenario.turn(DAYS);
                if (AFTER.contains(since) && (!steady || since == AFTER.getLast())) {
                    Level level = assessed(picture, day.number()).level();
                    rows.computeIfAbsent(
                                    since,
                                    _ -> new Row(
                                            name,
                                            since,
                                            scenario.level(day.number(), DAYS),
                                            new EnumMap<>(Level.class)))
                            .given()
                            .merge(level, 1, Integer::sum);
                }
            }
        }
        rows.values()
                .forEach(row -> log.accept("levels | " + name + " day " + row.since() + " truth " + row.truth()
                        + " seeds " + (SEED + first) + ".." + (SEED + first + runs - 1) + " " + row.given()));
        return List.copyOf(rows.values());
    }

    /** The assessment at the end of a day, with what was known then and thresholds for it. */
    static Assessment assessed(Picture picture, int day) {
        View view = at(picture, day);
        if (Assessor.needsCalibration(view)) {
            Assessor.calibrate(view, _ -> {});
            view = at(picture, day);
        }
        return Assessor.assess(view);
    }

    private static View at(Picture picture, int day) {
        return picture.at(CeasefireEntries.at(day + 1), picture.size(), Audience.Group.MISSION);
    }

    private static boolean whole(Entry entry) {
        return !(entry.body() instanceof BoundaryDrawn drawn) || drawn.role() == Role.LINE_OF_CONTACT;
    }

    private static void apply(Picture picture, Entry entry) {
        picture.apply(picture.size(), entry.stated(), entry);
    }
}
