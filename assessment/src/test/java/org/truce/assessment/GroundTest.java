package org.truce.assessment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Collectors;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.truce.assessment.ground.Handover;
import org.truce.assessment.ground.Strip;
import org.truce.assessment.ground.Withdrawal;

/** Strips measured on the ground, and districts handed over by their deadlines. */
class GroundTest {
    /** A strip of known length and width along a geodesic, at any azimuth and latitude. */
    @ParameterizedTest
    @CsvSource({
        "39.6, 46.5, 75, 30000, 5000",
        "0, 10, 0, 60000, 5000",
        "65, -20, 45, 12000, 3000",
        "-33, 18, 200, 90000, 500"
    })
    void aStripHasItsLengthAndWidth(double latitude, double longitude, double azimuth, double length, double width) {
        Coordinate[] ring = new Coordinate[2 * 31 + 1];
        for (int i = 0; i <= 30; i++) {
            GeodesicData axis =
                    Geodesic.WGS84.Line(latitude, longitude, azimuth).Position(length * i / 30);
            ring[i] = beside(axis, -90, width / 2);
            ring[61 - i] = beside(axis, 90, width / 2);
        }
        ring[62] = ring[0];
        Strip strip = Strip.of(new GeometryFactory().createPolygon(ring));
        assertEquals(width, strip.widthMetres(), width * 0.001);
        assertEquals(length, strip.lengthMetres(), length * 0.001);
        assertEquals(length * width, strip.areaSquareMetres(), length * width * 0.001);
    }

    private static Coordinate beside(GeodesicData axis, double turn, double metres) {
        GeodesicData at = Geodesic.WGS84.Direct(axis.lat2, axis.lon2, axis.azi2 + turn, metres);
        return new Coordinate(at.lon2, at.lat2);
    }

    private static Script owed() {
        return new Script().mandate().entry("ObligationSet", "2020-11-10", "2020-11-10", """
                        'obligation':'o','instrument':'i','point':'6','summary':{'en':'s'},'bearers':['alpha'],\
                        'form':'achieve','deadline':{'day':'2020-11-15','zone':'Europe/Moscow','inclusive':true,\
                        'words':'by 15 November 2020'},'area':{'place':'kalbajar'}""");
    }

    private static String handover(Script script) {
        return Handover.of(script.on("2021-01-01")).stream()
                .map(one -> one.timing() + " " + one.timingByOriginal() + " " + one.marginHours())
                .collect(Collectors.joining("; "));
    }

    /**
     * A deadline of 15 November in Moscow, inclusive, ends at 21:00 UTC. The 15th in Yerevan ends at 20:00 UTC, an hour before
     * it; the 25th ten days later.
     */
    @ParameterizedTest
    @CsvSource({
        "2020-11-15, ON_TIME ON_TIME 1.0",
        "2020-11-25, LATE LATE -239.0",
        "2020-11-14/2020-11-17, NOT_DETERMINABLE NOT_DETERMINABLE -47.0",
        "2020-11-15T21:00Z, LATE LATE -0.0166"
    })
    void aHandoverStandsBesideItsDeadline(String occurred, String told) {
        Script script = owed().entry("ControlChanged", "2020-12-01", occurred, "'zone':'kalbajar','to':'bravo'");
        assertEquals(told, handover(script).replaceAll("(-0\\.016\\d)\\d*", "$1"));
    }

    @Test
    void anAmendedDeadlineStandsBesideTheOriginalOne() {
        Script script = owed().entry("ObligationAmended", "2020-11-15", "2020-11-15", """
                        'obligation':'o','askedBy':'alpha','grantedBy':'bravo','how':'briefing','reason':{'en':'one road'},\
                        'newDeadline':{'day':'2020-11-25','zone':'Europe/Moscow','inclusive':true,'words':'25 November'}""")
                .entry("ControlChanged", "2020-12-01", "2020-11-25", "'zone':'kalbajar','to':'bravo'");
        assertEquals("ON_TIME LATE 1.0", handover(script));
    }

    @Test
    void aHandoverThatNothingOwedHasNoDeadline() {
        assertEquals(
                "NO_DEADLINE NO_DEADLINE null",
                handover(owed().entry("ControlChanged", "2020-12-01", "2020-11-25", "'zone':'hadrut','to':'bravo'")));
    }

    private static Script withdrawn(String weapons) {
        // The line runs north along 46° east; a degree of longitude is 85,394 m at 40° north.
        return new Script()
                .mandate()
                .entry("BoundaryDrawn", "2020-11-10", null, """
                        'boundary':'line','role':'line-of-contact','name':{'en':'Line'},'geometry':{'type':'LineString',\
                        'coordinates':[[46,39],[46,41]]},'from':'2020-11-10','approximate':false,\
                        'drawnFrom':{'en':'the text'}""")
                .entry("WithdrawalLineSet", "2020-11-10", "2020-11-20", """
                        'obligation':'o','line':'%s','distance':15000%s""".formatted(Script.id(1), weapons));
    }

    private static String at(double longitude, int radius) {
        return "'geometry':{'type':'Point','coordinates':[" + longitude + ",40]},'radiusMetres':" + radius;
    }

    private static String sightings(Script script) {
        return Withdrawal.of(script.on("2021-12-31")).stream()
                .map(one -> "%s %s %.2f %.0f-%.0f"
                        .formatted(
                                String.join(", ", one.weapons()),
                                one.word(),
                                one.probability(),
                                one.distance().from() / 100,
                                one.distance().to() / 100))
                .collect(Collectors.joining("; "));
    }

    private static Script seen(Script script, String day, String where, String type, String what) {
        return script.entry("Observed", day, day, where, """
                'observer':'m','means':'seen','count':{'value':1,'unit':'items'},\
                'seen':[{'type':'%s','count':{'value':1,'unit':'items'}%s}]""".formatted(type, what));
    }

    /**
     * Withdrawn to 15 km. With a 95 % radius of 1 km the deviation is 1,000 / 2.4477 = 408.6 m: Φ(1000/408.6) = .9928 at 14
     * km, Φ(408.6/408.6) = .8413 at 14,591.4 m, .5 on the edge.
     */
    @Test
    void aWeaponCountsWithinTheDistanceOfTheLineAsSigned() {
        String howitzer = ",'weapon':'Howitzer','calibre':'122mm'";
        Script script = withdrawn(",'weapons':['howitzer']");
        seen(script, "2021-03-01", at(46 + 14_000 / 85_394.0, 1000), "other", howitzer);
        seen(script, "2021-03-02", at(46 - 14_591.4 / 85_394, 1000), "movement", howitzer);
        seen(script, "2021-03-03", at(46 + 15_100 / 85_394.0, 1000), "other", howitzer);
        assertEquals(
                "Howitzer 122mm IN_VIOLATION 0.99 133-147; Howitzer 122mm TO_BE_VERIFIED 0.84 139-153",
                sightings(script));
        // The line moves away, by a version of its own: the legal line stays.
        script.entry("BoundaryDrawn", "2021-01-01", null, """
                'boundary':'line','role':'line-of-contact','name':{'en':'Line'},'geometry':{'type':'LineString',\
                'coordinates':[[47,39],[47,41]]},'from':'2021-01-01','approximate':false,'drawnFrom':{'en':'a survey'}""");
        assertEquals(
                "Howitzer 122mm IN_VIOLATION 0.99 133-147; Howitzer 122mm TO_BE_VERIFIED 0.84 139-153",
                sightings(script));
    }

    /** Only what was named, only from then on, and only where the weapon itself was placed. */
    @Test
    void onlyWeaponsThatAreWithdrawnCount() {
        Script script = withdrawn(",'weapons':['tank'],'calibreFrom':100");
        seen(script, "2020-11-19", at(46.01, 100), "other", ",'weapon':'tank'");
        seen(script, "2021-03-01", at(46.01, 100), "other", ",'weapon':'mortar','calibre':'82mm'");
        seen(script, "2021-03-02", at(46.01, 100), "explosion", ",'explosion':'impact','calibre':'152mm'");
        assertEquals("", sightings(script));
        seen(script, "2021-03-03", at(46.01, 100), "explosion", ",'explosion':'outgoing','calibre':'152mm'");
        seen(script, "2021-03-04", at(46.01, 100), "movement", ",'weapon':'TANK'");
        assertEquals("152mm IN_VIOLATION 1.00 8-9; TANK IN_VIOLATION 1.00 8-9", sightings(script));
    }
}
