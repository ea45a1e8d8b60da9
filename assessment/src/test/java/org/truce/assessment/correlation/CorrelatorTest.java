package org.truce.assessment.correlation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.truce.assessment.rate.Draws;
import org.truce.model.Invalid;

/** What is joined, what is not, and why. */
class CorrelatorTest {
    private static final double MINUTE = 1.0 / 1440;

    private static Sighting camera(long id, int source, double east, double day) {
        return Sighting.of(id, source, SourceKind.CAMERA, east, 0, day, ActClass.SMALL_ARMS);
    }

    private static Sighting acoustic(long id, int source, double east, double day) {
        return Sighting.of(id, source, SourceKind.ACOUSTIC, east, 0, day, ActClass.SMALL_ARMS);
    }

    private static List<Set<Long>> joined(Apart apart, Sighting... sightings) {
        return Correlator.all(List.of(sightings), Rules.LIKELY, apart).stream()
                .map(one -> (Set<Long>) new HashSet<>(one.members()))
                .toList();
    }

    private static List<Set<Long>> joined(Sighting... sightings) {
        return joined(new Apart(), sightings);
    }

    @Test
    void nothingAndOneAreIncidentsToo() {
        assertEquals(List.of(), joined());
        assertEquals(List.of(Set.of(1L)), joined(camera(1, 1, 0, 0)));
    }

    @Test
    void whatAgreesIsOneIncidentWithTermsThatAddUp() {
        List<Found> found = Correlator.all(
                List.of(camera(1, 1, 0, 0.5), acoustic(2, 2, 300, 0.5 + MINUTE)), Rules.LIKELY, new Apart());
        assertEquals(1, found.size());
        Link link = found.getFirst().links().getFirst();
        assertEquals(2, link.member());
        assertEquals(link.best(), link.terms().total(), 1e-9);
        assertTrue(link.terms().position() < 0 && link.terms().time() > 0, link.toString());
        // Between both, nearer to the camera, which is the more exact one.
        assertEquals(
                300 * 200.0 * 200 / (200 * 200 + 500 * 500), found.getFirst().east(), 1);
    }

    @Test
    void placeAndTimeKeepApart() {
        assertEquals(2, joined(camera(1, 1, 0, 0.5), camera(2, 2, 8000, 0.5)).size());
        assertEquals(2, joined(camera(1, 1, 0, 0.5), camera(2, 2, 0, 0.9)).size());
    }

    @Test
    void oneSourceTellsOfAnIncidentOnceAndAReportEnteredAgainIsNoOther() {
        assertEquals(2, joined(camera(1, 7, 0, 0.5), camera(2, 7, 10, 0.5)).size());
        assertEquals(List.of(Set.of(1L, 2L)), joined(camera(1, 7, 0, 0.5), camera(2, 7, 0, 0.5)));
    }

    @Test
    void whatAPersonDecidedStays() {
        Apart apart = new Apart();
        apart.keep(1, 2);
        assertEquals(
                2, joined(apart, camera(1, 1, 0, 0.5), acoustic(2, 2, 0, 0.5)).size());
        assertEquals(
                List.of(Set.of(1L, 2L)),
                joined(camera(1, 1, 0, 0.5).held(3), camera(2, 2, 20_000, 9.5).held(3)));
        assertEquals(
                2,
                joined(camera(1, 1, 0, 0.5).held(3), acoustic(2, 2, 0, 0.5).held(4))
                        .size());
    }

    @Test
    void simultaneousAndUnsortedSightingsGiveTheSameIncidents() {
        List<Sighting> all = new ArrayList<>();
        Draws draws = new Draws(3);
        for (int i = 0; i < 200; i++) {
            double east = 20_000 * draws.below(20);
            int day = draws.below(30);
            all.add(camera(2L * i, 2 * i, east + 50 * draws.normal(), day + 0.5));
            all.add(acoustic(2L * i + 1, 2 * i + 1, east + 100 * draws.normal(), day + 0.5));
        }
        Set<Set<Long>> first = new HashSet<>();
        Correlator.all(all, Rules.LIKELY, new Apart()).forEach(one -> first.add(new HashSet<>(one.members())));
        Set<Set<Long>> again = new HashSet<>();
        Correlator.all(all, Rules.LIKELY, new Apart()).forEach(one -> again.add(new HashSet<>(one.members())));
        assertEquals(first, again);
        assertEquals(400, first.stream().mapToInt(Set::size).sum());
        assertTrue(first.size() < 330, "incidents: " + first.size());
    }

    @Test
    void stricterLinkageGivesMoreIncidents() {
        List<Sighting> all = new ArrayList<>();
        Draws draws = new Draws(4);
        for (int i = 0; i < 300; i++) {
            SourceKind kind = i % 2 == 0 ? SourceKind.NEWS : SourceKind.RESIDENT;
            all.add(Sighting.of(
                    i, i, kind, 30_000 * draws.share(), 2000 * draws.normal(), i / 10.0, ActClass.SMALL_ARMS));
        }
        int strict = Correlator.all(all, Rules.LIKELY.strict(), new Apart()).size();
        int likely = Correlator.all(all, Rules.LIKELY, new Apart()).size();
        int lenient = Correlator.all(all, Rules.LIKELY.lenient(), new Apart()).size();
        assertTrue(lenient < likely && likely < strict, lenient + " " + likely + " " + strict);
    }

    @Test
    void memoryHoldsOnlyWhatIsOpen() {
        List<Found> out = new ArrayList<>();
        Correlator correlator = new Correlator(Rules.LIKELY, new Apart(), out::add);
        for (int day = 0; day < 100; day++) {
            correlator.add(camera(day, day, 0, day + 0.5));
        }
        assertTrue(out.size() > 90, "handed out: " + out.size());
        correlator.finish();
        assertEquals(100, out.size());
        assertEquals(100, correlator.sightings());
    }

    @Test
    void whatIsImpossibleIsRefused() {
        assertThrows(Invalid.class, () -> camera(1, 1, Double.NaN, 0));
        assertThrows(Invalid.class, () -> camera(1, 1, 0, Double.NaN));
        assertThrows(Invalid.class, () -> camera(1, 1, Double.POSITIVE_INFINITY, 0));
        assertThrows(Invalid.class, () -> new Sighting(1, 1, SourceKind.NEWS, 0, 0, 0, 0, 0, 0, 1, ActClass.OTHER, -1));
        assertThrows(Invalid.class, () -> new Rules(Double.NaN, 3, 2, 0.05, 5, 4, true));
        assertThrows(Invalid.class, () -> new Rules(0, 3, 2, 1.5, 5, 4, true));
    }

    @Test
    void bCubedOfAKnownExample() {
        // Two true groups {1,2,3} and {4}; found {1,2} and {3,4}.
        BCubed of = BCubed.of(List.of(List.of(1, 2), List.of(3, 4)), java.util.Map.of(1, "a", 2, "a", 3, "a", 4, "b"));
        assertEquals((1 + 1 + .5 + .5) / 4, of.precision(), 1e-12);
        assertEquals((2 / 3.0 + 2 / 3.0 + 1 / 3.0 + 1) / 4, of.recall(), 1e-12);
        assertFalse(Double.isNaN(BCubed.of(List.<List<Integer>>of(), java.util.Map.<Integer, String>of())
                .f1()));
    }
}
