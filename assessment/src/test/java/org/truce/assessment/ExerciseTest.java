package org.truce.assessment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.ZoneId;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.truce.model.entry.Audience;
import org.truce.model.kind.Judgement.Level;

/** The sample exercise against what its README derives by hand. */
class ExerciseTest {
    private static final SampleRecord EXERCISE =
            new SampleRecord("exercise", ZoneId.of("Atlantic/Azores"), UnaryOperator.identity());

    /** Which rules that are evaluated do not hold, as known on the evening of the day. */
    @ParameterizedTest
    @CsvSource({
        "2024-03-11, INSUFFICIENT_OBSERVATION, coverage",
        "2024-03-12, FRAGILE,                  dwell",
        "2024-03-17, FRAGILE,                  dwell",
        "2024-03-18, FRAGILE,                  ''",
        "2024-04-23, FRAGILE,                  ''",
        "2024-04-24, BREACHED,                 serious-act",
        "2024-04-27, BREACHED,                 serious-act",
        "2024-04-28, INSUFFICIENT_OBSERVATION, unobserved-stretch",
        "2024-05-05, INSUFFICIENT_OBSERVATION, unobserved-stretch",
        "2024-05-06, FRAGILE,                  calm-rate",
        "2024-05-14, FRAGILE,                  dwell",
        "2024-05-15, FRAGILE,                  ''",
        "2024-06-28, FRAGILE,                  ''"
    })
    void levelsFollowOneAnotherAsTheReadmeSays(String day, Level level, String decides) {
        Assessment assessment = Assessor.assess(EXERCISE.on(day));
        List<String> failing = assessment.reasons().stream()
                .filter(Reason::fails)
                .map(Reason::code)
                .toList();
        assertEquals(level, assessment.level(), failing.toString());
        if (decides.isEmpty()) {
            assertEquals(List.of(), failing);
        } else {
            assertTrue(failing.contains(decides), failing.toString());
            assertFalse(failing.isEmpty());
        }
    }

    /** (10 × 4 + 2 × 2) / 60 from posts, (44 + 4 + 1.25) / 60 with sensors; patrols add less than 0.03. */
    @ParameterizedTest
    @CsvSource({"2024-03-20, public, 0.733", "2024-03-20, mission, 0.821", "2024-04-20, mission, 0.867"})
    void theShareOfTheLineThatIsWatchedFollowsFromThePosts(String day, String audience, double posts) {
        double covered = new Effort(EXERCISE.knowingAll(day, Audience.parse(audience)))
                .on(java.time.LocalDate.parse(day))
                .covered();
        assertTrue(covered >= posts - 0.005, "watched " + covered);
        assertTrue(covered <= posts + 0.03, "watched " + covered);
    }

    @Test
    void aDayOfTwentyThreeHoursIsWatchedLikeItsNeighbours() {
        java.time.LocalDate spring = java.time.LocalDate.parse("2024-03-31");
        Effort effort = new Effort(EXERCISE.knowingAll("2024-06-28", Audience.Group.MISSION));
        assertEquals(
                23, effort.on(spring).light().all() + effort.on(spring).dark().all(), 1e-9);
        assertEquals(
                24,
                effort.on(spring.plusDays(1)).light().all()
                        + effort.on(spring.plusDays(1)).dark().all(),
                1e-9);
        assertEquals(effort.on(spring.minusDays(1)).covered(), effort.on(spring).covered(), 0.02);
    }
}
