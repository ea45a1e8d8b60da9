package org.truce.simulation.ceasefire;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.truce.model.Text;
import org.truce.model.entry.Basis.Reliability;
import org.truce.model.entry.Entry;
import org.truce.model.id.ActorId;
import org.truce.model.id.BoundaryId;
import org.truce.model.id.PostId;
import org.truce.model.kind.Body;
import org.truce.model.kind.Ground.ActorNamed;
import org.truce.model.kind.Ground.ActorType;
import org.truce.model.kind.Ground.BoundaryDrawn;
import org.truce.model.kind.Ground.MandateSet;
import org.truce.model.kind.Ground.Mode;
import org.truce.model.kind.Ground.Role;
import org.truce.model.kind.Ground.Toponyms;
import org.truce.model.kind.Incident.Act;
import org.truce.model.kind.Incident.AllegationMade;
import org.truce.model.kind.Incident.IncidentClosed;
import org.truce.model.kind.Incident.Outcome;
import org.truce.model.kind.Judgement.ParametersAgreed;
import org.truce.model.kind.Observation.Means;
import org.truce.model.kind.Observation.Observed;
import org.truce.model.kind.Observation.Seen;
import org.truce.model.kind.Observation.SeenType;
import org.truce.model.kind.Observation.SensorRan;
import org.truce.model.kind.Observation.SensorType;
import org.truce.model.kind.Statement.Event;
import org.truce.model.kind.Statement.EventReported;
import org.truce.model.kind.Statement.Status;
import org.truce.model.place.Where;
import org.truce.model.quantity.Amount;
import org.truce.model.quantity.Hours;
import org.truce.model.quantity.Metres;
import org.truce.model.quantity.PerDay;
import org.truce.model.quantity.Share;
import org.truce.model.quantity.Unit;
import org.truce.model.time.Edtf;
import org.truce.simulation.EntryMaker;
import org.truce.simulation.Note;
import org.truce.simulation.Words;

/**
 * The entries that a mission would make of an invented ceasefire, day by day: cameras, microphones and patrols that ran for
 * so long, what they recorded, heard and saw, what villages alleged and what outlets reported. Not thread-safe.
 */
public final class CeasefireEntries {
    /** The zone of its days. */
    public static final ZoneId ZONE = ZoneOffset.UTC;

    /** Its first day. */
    public static final LocalDate FIRST = LocalDate.parse("2023-01-01");

    /** The tolerated rate and that of a breach, incidents a day, as methods.md §1.8 has them. */
    public static final double TOLERATED = 0.5;

    public static final double BREACH = 2;

    private static final double RADIUS_95 = 2.4477468306808166;
    private static final double SIGMAS = StrictMath.sqrt(3);
    private static final double FIELD_OF_VIEW = 2600;
    private static final double MINUTES = 1440;

    private static final double CLOSED_DAYS = 0.5;
    private static final int MANY = 100_000;

    private final EntryMaker maker;
    private final PriorityQueue<Closure> closures =
            new PriorityQueue<>(Comparator.comparingDouble(Closure::day).thenComparing(Closure::incident));
    private final Set<Long> opened = new HashSet<>();
    private final String north;
    private final String south;

    /** From a seed, with the names of the parties north and south of the line: nothing else depends on these. */
    public CeasefireEntries(long seed, String north, String south) {
        this.maker = new EntryMaker(seed);
        this.north = north;
        this.south = south;
    }

    /** With the parties of the exercise. */
    public static CeasefireEntries of(long seed) {
        return new CeasefireEntries(seed, "avelia", "boreth");
    }

    /** Mandate, parameters, actors, line and sectors: before the first day. */
    public List<Entry> before() {
        List<Entry> out = new ArrayList<>();
        Instant clock = at(-0.5);
        List<String> parties = List.of(north, south).stream().sorted().toList();
        out.add(make(
                clock,
                new MandateSet(
                        Words.of("Miral (simulation)", "Мираль (моделирование)", "ميرال (محاكاة)"),
                        parties.stream().map(ActorId::new).toList(),
                        new ActorId("mission"),
                        ZONE,
                        LocalTime.MIDNIGHT,
                        List.of("ar", "ru", "en"),
                        Toponyms.BOTH_PARTIES,
                        FIRST,
                        Mode.RECONSTRUCTED,
                        true)));
        out.add(make(clock, parameters(parties)));
        for (String party : parties) {
            out.add(make(clock, named(party, ActorType.STATE, Text.of("und", party))));
        }
        out.add(make(
                clock,
                named(
                        "mission",
                        ActorType.MISSION,
                        Words.of("Observer mission", "Миссия наблюдателей", "بعثة المراقبين"))));
        out.add(make(clock, named("villages", ActorType.COMMUNITY, Words.of("Villages", "Сёла", "القرى"))));
        out.add(draw(
                clock,
                "line-of-contact",
                Role.LINE_OF_CONTACT,
                Words.of("Line of contact", "Линия соприкосновения", "خط التماس"),
                Front.line()));
        String[][] sectors = {
            {"sector-west", "Western sector", "Западный сектор", "القطاع الغربي"},
            {"sector-centre", "Central sector", "Центральный сектор", "القطاع الأوسط"},
            {"sector-east", "Eastern sector", "Восточный сектор", "القطاع الشرقي"}
        };
        for (int sector = 0; sector < Front.SECTORS; sector++) {
            String[] of = sectors[sector];
            out.add(draw(clock, of[0], Role.ZONE_OF_RESPONSIBILITY, Words.of(of[1], of[2], of[3]), Front.area(sector)));
        }
        return out;
    }

    private static ParametersAgreed parameters(List<String> parties) {
        List<ActorId> signed =
                new ArrayList<>(parties.stream().map(ActorId::new).toList());
        signed.add(new ActorId("mission"));
        return new ParametersAgreed(
                new PerDay(TOLERATED),
                new PerDay(BREACH),
                14,
                3,
                List.of(Act.ATTACK),
                new Share(0.9),
                new Share(0.9),
                new Share(0.25),
                new Metres(30_000),
                new Hours(48),
                new Hours(72),
                new Share(0.8),
                7,
                Words.of(
                        "one incident counts once, however many observers report it",
                        "один инцидент считается один раз, сколько бы наблюдателей о нём ни сообщили",
                        "يُحسب الحادث الواحد مرة واحدة مهما تعدد المراقبون الذين أبلغوا عنه"),
                true,
                signed);
    }

    private static ActorNamed named(String id, ActorType type, Text name) {
        return new ActorNamed(new ActorId(id), type, name, List.of(), null, List.of());
    }

    private Entry draw(Instant clock, String id, Role role, Text name, Geometry geometry) {
        Note note = Note.by("mission:analyst", clock).during(FIRST.toString());
        return maker.make(
                note,
                new BoundaryDrawn(
                        new BoundaryId(id),
                        role,
                        name,
                        geometry,
                        new Edtf(FIRST.toString()),
                        null,
                        false,
                        Words.of("invented", "вымышлено", "مختلَق")));
    }

    private Entry make(Instant stated, Body body) {
        return maker.make(Note.by("mission:analyst", stated), body);
    }

    /**
     * An entry of a day, and of what it tells.
     *
     * @param entry the entry
     * @param told what a source told; absent for what tells of no incident
     */
    public record Made(Entry entry, @Nullable Told told) {}

    /** What was entered on a day: what was told, what was closed half a day later, and how long was watched. */
    public List<Made> of(Day day) {
        List<Made> out = new ArrayList<>();
        for (Told told : day.told()) {
            Entry entry = told(told);
            out.add(new Made(entry, told));
            if (told.source().watches() && !told.again() && first(told)) {
                closures.add(new Closure(told.stated() + CLOSED_DAYS, entry.id()));
            }
        }
        while (!closures.isEmpty() && closures.element().day < day.number() + 1) {
            out.add(new Made(closed(closures.remove()), null));
        }
        for (int post = 0; post < Front.POSTS; post++) {
            double hours = day.watched().get(post) * 24;
            if (hours > 0) {
                out.add(new Made(sensor(day, post, hours), null));
            }
        }
        out.sort(Comparator.comparing(made -> made.entry().stated()));
        return out;
    }

    /** Whether it is the first that the mission was told of an incident, of those of late. */
    private boolean first(Told told) {
        if (told.incident() < 0) {
            return true;
        }
        if (opened.size() > MANY) {
            opened.clear();
        }
        return opened.add(told.incident());
    }

    /** The sides told each other, and nothing followed. */
    private Entry closed(Closure closure) {
        Instant stated = at(closure.day);
        return maker.make(
                Note.by("mission:liaison", stated)
                        .during(minute(closure.day).minusSeconds(60), minute(closure.day), ZONE)
                        .on(List.of(closure.incident)),
                new IncidentClosed(closure.incident, Outcome.RESOLVED, null, List.of()));
    }

    private record Closure(double day, UUID incident) {}

    private Entry sensor(Day day, int post, double hours) {
        double east = Front.post(post);
        Note note = Note.by("mission:monitor", at(day.number() + 1 - 0.5 / MINUTES))
                .during(FIRST.plusDays(day.number()).toString())
                .at(Front.point(east, Front.north(east)), 10);
        return maker.make(
                note,
                new SensorRan(new PostId(post(post)), SensorType.CAMERA, new Metres(FIELD_OF_VIEW), new Hours(hours)));
    }

    private static String post(int post) {
        return "post-%02d".formatted(post + 1);
    }

    private Entry told(Told told) {
        double spread = told.source().minutes() / MINUTES * SIGMAS;
        Instant from = minute(told.day() - spread);
        Instant to = minute(told.day() + spread).plusSeconds(60);
        Instant within = at(told.stated());
        Note note = Note.by("mission:monitor", within)
                .during(from, to.isAfter(within) ? ceiling(within, from) : to, ZONE)
                .at(
                        Front.point(told.east(), told.north()),
                        StrictMath.rint(told.source().metres() * RADIUS_95));
        return switch (told.source()) {
            case PATROL, CAMERA, ACOUSTIC -> maker.make(note, observed(told));
            case RESIDENT ->
                maker.make(
                        note.from("village-%02d".formatted(told.number() + 1), Reliability.C, 3),
                        new AllegationMade(
                                new ActorId(side(told, south, north)),
                                new ActorId(side(told, north, south)),
                                told.act(),
                                News.what(told.act()),
                                null));
            case NEWS ->
                maker.make(
                        note.from(News.outlet(told.number()), Reliability.D, 4),
                        new EventReported(
                                Event.CEASEFIRE_VIOLATION,
                                Status.ASSERTED,
                                News.what(told.act()),
                                List.of(),
                                null,
                                null,
                                List.of()));
        };
    }

    /** The party whose side of the line something came from, by where it was told to be. */
    private static String side(Told told, String northern, String southern) {
        return told.north() > Front.north(told.east()) ? northern : southern;
    }

    /** Nothing is stated before it took place: a window ends at the latest when it was told. */
    private static Instant ceiling(Instant told, Instant from) {
        Instant minute = Instant.ofEpochSecond(Math.floorDiv(told.getEpochSecond(), 60L) * 60);
        return minute.isAfter(from) ? minute : from.plusSeconds(60);
    }

    private Observed observed(Told told) {
        double stands = Front.post(told.number());
        boolean heavy = told.act() == Act.HEAVY_WEAPONS_FIRE
                || told.act() == Act.AIR_OR_DRONE_STRIKE
                || told.act() == Act.MINE_OR_EXPLOSIVE;
        Amount count = Amount.of(1, Unit.ROUNDS);
        return new Observed(
                new ActorId("mission"),
                new Where(null, Front.point(stands, Front.north(stands)), new Metres(10)),
                null,
                switch (told.source()) {
                    case CAMERA -> Means.RECORDED;
                    case ACOUSTIC -> Means.HEARD;
                    case PATROL, RESIDENT, NEWS -> Means.HEARD_AND_SEEN;
                },
                count,
                List.of(new Seen(heavy ? SeenType.EXPLOSION : SeenType.SHOT, null, count, null, null)),
                null,
                null,
                List.of(),
                News.what(told.act()),
                false,
                null);
    }

    /** The text of a news report, with its language and outlet. */
    public static Map<String, String> news(Told told) {
        LocalDate day = at(told.day()).atZone(ZONE).toLocalDate();
        return Map.of(
                "lang", News.language(told.number()),
                "outlet", News.outlet(told.number()),
                "text", News.text(told, day));
    }

    /** An instant of the ceasefire, from days since its first one began. */
    public static Instant at(double day) {
        return FIRST.atStartOfDay(ZONE).toInstant().plusMillis(StrictMath.round(day * 86_400_000));
    }

    private static Instant minute(double day) {
        return Instant.ofEpochSecond(Math.floorDiv(at(day).getEpochSecond(), 60L) * 60);
    }
}
