package org.truce.simulation.exercise;

import static org.truce.simulation.exercise.Theatre.BAD_NIGHT;
import static org.truce.simulation.exercise.Theatre.ZONE;
import static org.truce.simulation.exercise.Theatre.actor;
import static org.truce.simulation.exercise.Theatre.at;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.truce.model.Text;
import org.truce.model.id.PostId;
import org.truce.model.kind.Named;
import org.truce.model.kind.Observation.AccessRestricted;
import org.truce.model.kind.Observation.PatrolMade;
import org.truce.model.kind.Observation.PostClosed;
import org.truce.model.kind.Observation.PostManned;
import org.truce.model.kind.Observation.Restriction;
import org.truce.model.kind.Observation.SensorRan;
import org.truce.model.kind.Observation.SensorType;
import org.truce.model.quantity.Amount;
import org.truce.model.quantity.Hours;
import org.truce.model.quantity.Metres;
import org.truce.model.quantity.Unit;
import org.truce.simulation.Note;
import org.truce.simulation.Sheets;
import org.truce.simulation.SplitMix64;
import org.truce.simulation.Words;

/**
 * Who watched. Twelve posts stand every 5 km on the line and see 2 km to each side along it; four sensors stand in gaps
 * between them; three patrols a day drive 15 km each. Between the bad night and 5 May the eastern ones are closed or
 * turned back.
 */
final class WatchScript {
    static final int POSTS = 12;
    static final double FIELD_OF_VIEW = 2000;
    private static final String SHEET_POSTS = "07-posts";
    private static final LocalDate REOPENED = LocalDate.parse("2024-05-06");
    private static final List<Integer> CLOSED = List.of(9, 10);

    private final Sheets sheets;
    private final SplitMix64 random;

    WatchScript(Sheets sheets, long seed) {
        this.sheets = sheets;
        this.random = SplitMix64.of(seed, "watch");
    }

    void write() {
        posts();
        sensors();
        patrols();
        restrictions();
    }

    /** Kilometres east of the middle at which a post from 1 to 12 stands. */
    static double east(int post) {
        return -27.5 + 5 * (post - 1);
    }

    /** Whether a post is manned on a day. */
    static boolean manned(int post, LocalDate day) {
        boolean opened = !day.isBefore(Theatre.day((post - 1) / 2));
        return opened && !(CLOSED.contains(post) && day.isAfter(BAD_NIGHT) && day.isBefore(REOPENED));
    }

    static String name(int post) {
        return "post-%02d".formatted(post);
    }

    private void posts() {
        for (int post = 1; post <= POSTS; post++) {
            // Posts 3 and 8 watch by day only until reinforcements come.
            boolean half = post == 3 || post == 8;
            man(post, at(Theatre.day((post - 1) / 2), 8, 0), half ? 12 : 24);
            if (half) {
                man(post, at("2024-04-02", 8, 0), 24);
            }
        }
        for (int post : CLOSED) {
            Instant left = at(BAD_NIGHT.plusDays(1), 1, 30);
            sheets.put(
                    SHEET_POSTS,
                    monitor(left.plusSeconds(5400)).during(left, left.plusSeconds(60), ZONE),
                    new PostClosed(
                            id(name(post)),
                            null,
                            actor("mission"),
                            Words.of(
                                    "shells fell within 200 m", "снаряды падали в 200 м", "سقطت قذائف على بعد 200 م")));
            man(post, at(REOPENED, 8, 0), 24);
        }
        temporary();
        numbersOnly();
    }

    private void man(int post, Instant from, double hours) {
        double east = east(post);
        String by = post % 3 == 0 ? "contingent" : "mission";
        sheets.put(
                SHEET_POSTS,
                monitor(from.plusSeconds(3600))
                        .during(from, from.plusSeconds(60), ZONE)
                        .at(Theatre.point(east, Theatre.north(east)), 25),
                new PostManned(id(name(post)), null, actor(by), false, new Metres(FIELD_OF_VIEW), new Hours(hours)));
    }

    /** One post for three weeks, 500 m behind the new line at the Saddle. */
    private void temporary() {
        Instant from = at("2024-05-08", 8, 0);
        sheets.put(
                SHEET_POSTS,
                monitor(from.plusSeconds(3600))
                        .during(from, from.plusSeconds(60), ZONE)
                        .at(Theatre.point(15, -1.5), 25),
                new PostManned(id("saddle-temporary"), null, actor("mission"), true, new Metres(3000), new Hours(24)));
        Instant left = at("2024-05-29", 18, 0);
        sheets.put(
                SHEET_POSTS,
                monitor(left.plusSeconds(3600)).during(left, left.plusSeconds(60), ZONE),
                new PostClosed(
                        id("saddle-temporary"),
                        null,
                        actor("mission"),
                        Words.of("no longer needed", "больше не нужен", "لم تعد هناك حاجة إليها")));
    }

    /** What each party says of posts of its own is a number and no more: it gives no exposure. */
    private void numbersOnly() {
        int posts = 7;
        for (String party : Theatre.PARTIES) {
            sheets.put(
                    SHEET_POSTS,
                    Note.by(party + ":liaison", at("2024-03-12", 12, posts)).during("2024-03-12"),
                    new PostManned(null, Amount.of(posts, Unit.POSTS), actor(party + "-army"), false, null, null));
            posts++;
        }
    }

    /** Positions of sensors are for the mission alone. Two see the gaps at 5 km west and 20 km east, two hear further. */
    private void sensors() {
        for (int day = 8; day < Theatre.DAYS; day++) {
            sensor("camera-west", SensorType.CAMERA, -5, 1000, day, 0);
            sensor("camera-east", SensorType.CAMERA, 20, 1000, day, 0);
            // Its battery was empty from 15 to 20 May.
            boolean empty = day >= 75 && day <= 80;
            if (!empty) {
                sensor("microphones-west", SensorType.ACOUSTIC, -15, 3000, day, 0.1);
            }
            // Cut off on the bad night, repaired on 6 May.
            LocalDate date = Theatre.day(day);
            if (!date.isAfter(BAD_NIGHT) || !date.isBefore(REOPENED)) {
                sensor("microphones-east", SensorType.ACOUSTIC, 15, 3000, day, 0.1);
            }
        }
    }

    private void sensor(String id, SensorType type, double east, double view, int day, double failing) {
        LocalDate date = Theatre.day(day);
        double hours = date.equals(LocalDate.parse("2024-03-31")) ? 23 : 24;
        double uptime = random.chance(failing) ? hours - random.between(3, 16) : hours;
        sheets.put(
                "09-sensors",
                monitor(at(date.plusDays(1), 0, 20))
                        .during(date.toString())
                        .at(Theatre.point(east, Theatre.north(east)), 10)
                        .to("mission"),
                new SensorRan(id(id), type, new Metres(view), new Hours(uptime)));
    }

    private void patrols() {
        for (int day = 3; day < Theatre.DAYS; day++) {
            LocalDate date = Theatre.day(day);
            patrol(date, 9, -26, "mission");
            patrol(date, 10, -8, "mission");
            if (!turnedBack(date)) {
                patrol(date, 13, 11, "contingent");
            }
            if (day % 2 == 0) {
                // By night, along another third each time.
                patrol(date, 21, -25 + 18 * (day / 2 % 2), "mission");
            }
        }
        mistake();
    }

    private static boolean turnedBack(LocalDate date) {
        return date.isAfter(BAD_NIGHT) && date.isBefore(REOPENED);
    }

    /** Two to three hours along 15 km, 200 m behind the line. */
    private void patrol(LocalDate date, int hour, double west, String by) {
        Instant from = at(date, hour, random.between(0, 5) * 10);
        Instant to = from.plusSeconds(60L * random.between(120, 180));
        sheets.put(
                "08-patrols",
                Note.by(by + ":patrol", to.plusSeconds(1800))
                        .during(from, to, ZONE)
                        .at(track(west, -0.2), 30),
                made(by));
    }

    private static PatrolMade made(String by) {
        return new PatrolMade(
                actor(by), null, new Metres(1000), Words.of("off-road car", "внедорожник", "سيارة للطرق الوعرة"));
    }

    private static org.locationtech.jts.geom.Geometry track(double west, double behind) {
        double[] eastNorth = new double[8];
        for (int i = 0; i < 4; i++) {
            double east = west + 5 * i;
            eastNorth[2 * i] = east;
            eastNorth[2 * i + 1] = Theatre.north(east) + behind;
        }
        return Theatre.line(eastNorth);
    }

    /** Five minutes were written where five hours were meant: flagged as too fast until it is corrected. */
    private void mistake() {
        Instant from = at("2024-04-16", 6, 0);
        Note note = Note.by("contingent:patrol", from.plusSeconds(18_000)).at(track(8, -0.3), 30);
        UUID wrong = sheets.put("08-patrols", note.during(from, from.plusSeconds(300), ZONE), made("contingent"));
        sheets.put(
                "08-patrols",
                Note.by("contingent:patrol", at("2024-04-18", 9, 0))
                        .at(track(8, -0.3), 30)
                        .during(from, from.plusSeconds(18_000), ZONE)
                        .correcting(wrong, "five hours, not five minutes"),
                made("contingent"));
        Note twice = Note.by("mission:patrol", at("2024-05-14", 15, 0)).at(track(-8, -0.2), 30);
        UUID double0 = sheets.put(
                "08-patrols", twice.during(at("2024-05-14", 11, 0), at("2024-05-14", 13, 0), ZONE), made("mission"));
        sheets.put(
                "08-patrols",
                Note.by("mission:patrol", at("2024-05-15", 9, 0))
                        .at(track(-8, -0.2), 30)
                        .during(at("2024-05-14", 11, 0), at("2024-05-14", 13, 0), ZONE)
                        .withdrawing(double0, "entered twice"),
                made("mission"));
    }

    private void restrictions() {
        Text mines = Words.of("“the road is mined”", "«дорога заминирована»", "«الطريق ملغوم»");
        Text papers = Words.of("“wait for permission”", "«ждите разрешения»", "«انتظروا الإذن»");
        Text safety = Words.of("“for your own safety”", "«ради вашей безопасности»", "«من أجل سلامتكم»");
        restricted("2024-03-09", -24, -2, Restriction.DELAY, Theatre.BORETH, papers);
        restricted("2024-03-17", -8, 2, Restriction.DELAY, Theatre.AVELIA, papers);
        restricted("2024-03-26", -6, -6, Restriction.CONDITIONAL_ACCESS, Theatre.BORETH, papers);
        restricted("2024-04-02", 4, 6, Restriction.DENIAL, Theatre.AVELIA, safety);
        restricted("2024-04-11", 18, 7, Restriction.CONDITIONAL_ACCESS, Theatre.AVELIA, papers);
        restricted("2024-04-20", 22, -3, Restriction.DENIAL, Theatre.BORETH, mines);
        for (int day = 1; day <= 11; day++) {
            // The eastern patrol was turned back each day, by either side in turn; once by men in masks.
            LocalDate date = BAD_NIGHT.plusDays(day);
            String by = day % 2 == 0 ? Theatre.AVELIA : Theatre.BORETH;
            restricted(
                    date.toString(), 11, day % 2 == 0 ? 0.8 : -0.9, Restriction.DENIAL, day == 5 ? null : by, safety);
        }
        restricted("2024-05-18", 15, -1.8, Restriction.CONDITIONAL_ACCESS, Theatre.AVELIA, papers);
        restricted("2024-05-30", -5, -1, Restriction.DELAY, Theatre.BORETH, papers);
        restricted("2024-06-12", 16, 1, Restriction.OTHER, Theatre.AVELIA, mines);
        restricted("2024-06-21", 6, -3, Restriction.DENIAL, Theatre.BORETH, mines);
    }

    private void restricted(String day, double east, double north, Restriction how, @Nullable String by, Text reason) {
        Instant when = at(day, 13, 20);
        List<Named> who = new ArrayList<>();
        who.add(by == null ? new Named(null, "men in masks", null) : Named.of(actor(by)));
        sheets.put(
                "10-access",
                Note.by("mission:patrol", when.plusSeconds(7200))
                        .during(when, when.plusSeconds(3600), ZONE)
                        .at(Theatre.point(east, Theatre.north(east) + north), 150),
                new AccessRestricted(how, who.getFirst(), id("base-" + (east < 0 ? "west" : "east")), reason));
    }

    private static Note monitor(Instant stated) {
        return Note.by("mission:monitor", stated);
    }

    private static PostId id(String id) {
        return new PostId(id);
    }
}
