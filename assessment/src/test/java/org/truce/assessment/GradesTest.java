package org.truce.assessment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.truce.assessment.progress.Grades;
import org.truce.assessment.progress.Grades.Distribution;
import org.truce.picture.View;

/** Grades of several coders, by party and theme. Obligations a to e: alpha owes a and b, bravo c, both d, the guard e. */
class GradesTest {
    private static Script script() {
        Script script = new Script().mandate();
        for (String one : new String[] {
            "a:'alpha':Cease Fire",
            "b:'alpha':Prisoner Release",
            "c:'bravo':Cease Fire",
            "d:'alpha','bravo':",
            "e:'guard':Cease Fire"
        }) {
            String[] parts = one.split(":", -1);
            script.entry(
                    "ObligationSet",
                    "2020-11-10",
                    "2020-11-10",
                    "'obligation':'%s','instrument':'i','point':'7','summary':{'en':'s'},'bearers':[%s],'form':'achieve'%s"
                            .formatted(parts[0], parts[1], parts[2].isEmpty() ? "" : ",'pam':'" + parts[2] + "'"));
        }
        return script;
    }

    private static Script grade(Script script, String coder, String day, String grades) {
        for (String one : grades.split(" ", -1)) {
            String[] parts = one.split(":", -1);
            script.by(coder, "ProgressGraded", day, "'obligation':'" + parts[0] + "','progress':'" + parts[1] + "'");
        }
        return script;
    }

    private static String told(View view, String coder) {
        return Grades.of(view).distributions().stream()
                .filter(one -> one.coder().value().equals(coder))
                .map(GradesTest::told)
                .collect(Collectors.joining("; "));
    }

    private static String told(Distribution one) {
        Grades.Group group = one.group();
        String name = group.party() != null ? group.party().value() : group.theme() != null ? group.theme() : "all";
        return name + " " + one.graded() + "/" + group.obligations().size() + " " + one.counts() + " " + one.percent();
    }

    @Test
    void aCoderAloneHasNoKappa() {
        Script script = grade(script(), "ann", "2021-01-01", "a:full b:minimum c:minimum");
        assertEquals(
                "all 3/5 [0, 2, 0, 1] [0, 67, 0, 33]; alpha 2/3 [0, 1, 0, 1] [0, 50, 0, 50]; "
                        + "bravo 1/2 [0, 1, 0, 0] [0, 100, 0, 0]; Cease Fire 2/3 [0, 1, 0, 1] [0, 50, 0, 50]; "
                        + "Prisoner Release 1/1 [0, 1, 0, 0] [0, 100, 0, 0]",
                told(script.on("2021-02-01"), "ann"));
        assertEquals(0, Grades.of(script.on("2021-02-01")).agreements().size());
    }

    /**
     * Ann: a full, b minimum, c minimum, d intermediate; Ben: a full, b minimum, c intermediate, e full. Both graded a, b
     * and c. Steps seen: 0 + 0 + 1 = 1. Ann's margins: minimum 2, full 1; Ben's: one each of minimum, intermediate, full.
     * By chance (2·(0 + 1 + 2) + 1·(2 + 1 + 0)) ÷ 3 = 9 ÷ 3 = 3 steps: 1 − 1/3. Squared (2·(0 + 1 + 4) + 1·(4 + 1 + 0)) ÷ 3
     * = 5: 1 − 1/5.
     */
    @Test
    void twoCodersAreComparedOnWhatBothGraded() {
        Script script = grade(script(), "ann", "2021-01-01", "a:not-initiated");
        grade(script, "ann", "2021-01-02", "a:full b:minimum c:minimum d:intermediate");
        grade(script, "ben", "2021-01-03", "a:full b:minimum c:intermediate e:full");
        Grades grades = Grades.of(script.on("2021-02-01"));
        assertEquals(
                "ann ben 3 0.667 0.800",
                grades.agreements().stream()
                        .map(one -> String.format(
                                Locale.ROOT,
                                "%s %s %d %.3f %.3f",
                                one.first().value(),
                                one.second().value(),
                                one.both(),
                                one.linear(),
                                one.quadratic()))
                        .collect(Collectors.joining()));
        // The newest grade of each: Ann's first of a does not count any more; before she gave the second it did.
        assertEquals(
                "all 4/5 [0, 2, 1, 1] [0, 50, 25, 25]",
                told(script.on("2021-02-01"), "ann").split(";", -1)[0]);
        assertEquals(
                "all 1/5 [1, 0, 0, 0] [100, 0, 0, 0]",
                told(script.on("2021-01-01"), "ann").split(";", -1)[0]);
        // Who is no party and owes something stands after the parties; what names no provision is called by its point.
        assertEquals(
                "all alpha bravo guard Cease Fire Prisoner Release",
                told(script.on("2021-02-01"), "ben")
                        .replaceAll(" \\d/\\d [^;]*", "")
                        .replace(";", ""));
        assertEquals(
                "i 7 1/1 [0, 0, 1, 0] [0, 0, 100, 0]",
                told(script.on("2021-02-01"), "ann").split("; ", -1)[5]);
    }
}
