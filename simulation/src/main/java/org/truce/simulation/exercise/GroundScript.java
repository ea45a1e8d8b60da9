package org.truce.simulation.exercise;

import static org.truce.simulation.exercise.Theatre.actor;
import static org.truce.simulation.exercise.Theatre.at;
import static org.truce.simulation.exercise.Theatre.box;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.truce.model.Text;
import org.truce.model.entry.Basis.Reliability;
import org.truce.model.id.BoundaryId;
import org.truce.model.id.PlaceId;
import org.truce.model.kind.Ground.ActorNamed;
import org.truce.model.kind.Ground.ActorType;
import org.truce.model.kind.Ground.BoundaryDrawn;
import org.truce.model.kind.Ground.ControlChanged;
import org.truce.model.kind.Ground.MandateSet;
import org.truce.model.kind.Ground.Mode;
import org.truce.model.kind.Ground.PlaceNamed;
import org.truce.model.kind.Ground.PlaceType;
import org.truce.model.kind.Ground.Role;
import org.truce.model.kind.Ground.Toponyms;
import org.truce.model.kind.Incident.Act;
import org.truce.model.kind.Judgement.CountingRuleAgreed;
import org.truce.model.kind.Judgement.CountingUnit;
import org.truce.model.kind.Judgement.ParametersAgreed;
import org.truce.model.kind.Observation.SeenType;
import org.truce.model.quantity.Hours;
import org.truce.model.quantity.Metres;
import org.truce.model.quantity.PerDay;
import org.truce.model.quantity.Share;
import org.truce.model.time.Edtf;
import org.truce.simulation.Note;
import org.truce.simulation.Sheets;
import org.truce.simulation.Words;

/** Who and where: mandate, thresholds, actors, places, lines and zones, and which districts change hands. */
final class GroundScript {
    private static final String ANALYST = "mission:analyst";

    private final Sheets sheets;
    private Instant clock = at("2024-02-26", 16, 0);
    private int places;

    GroundScript(Sheets sheets) {
        this.sheets = sheets;
    }

    void write() {
        mandate();
        countingRules();
        actors();
        places();
        boundaries();
        control();
    }

    private Note next() {
        clock = clock.plusSeconds(1);
        return Note.by(ANALYST, clock);
    }

    private void mandate() {
        sheets.put(
                "01-mandate",
                next(),
                new MandateSet(
                        Words.of("Miral (exercise)", "Мираль (учение)", "ميرال (تمرين)"),
                        Theatre.PARTIES.stream().map(Theatre::actor).toList(),
                        actor(Theatre.MISSION),
                        Theatre.ZONE,
                        LocalTime.of(20, 0),
                        List.of("ar", "ru", "en"),
                        Toponyms.BOTH_PARTIES,
                        LocalDate.parse("2024-04-26"),
                        Mode.RECONSTRUCTED,
                        true));
        sheets.put(
                "01-mandate",
                next(),
                new ParametersAgreed(
                        new PerDay(2),
                        new PerDay(6),
                        14,
                        3,
                        List.of(Act.HEAVY_WEAPONS_FIRE, Act.AIR_OR_DRONE_STRIKE, Act.ADVANCE, Act.ATTACK),
                        new Share(0.9),
                        new Share(0.9),
                        new Share(0.5),
                        new Metres(2500),
                        new Hours(48),
                        new Hours(72),
                        new Share(0.8),
                        7,
                        Words.of(
                                "one incident counts once, however many observers report it",
                                "один инцидент считается один раз, сколько бы наблюдателей о нём ни сообщили",
                                "يُحسب الحادث الواحد مرة واحدة مهما تعدد المراقبون الذين أبلغوا عنه"),
                        false,
                        List.of(actor(Theatre.AVELIA), actor(Theatre.BORETH), actor(Theatre.MISSION))));
    }

    /** The mission counts incidents, and rounds beside them; each party counts its ledger in a way of its own. */
    private void countingRules() {
        counted(
                "incidents",
                null,
                CountingUnit.INCIDENT,
                null,
                Words.of("each incident once", "каждый инцидент один раз", "كل حادث مرة واحدة"));
        counted(
                "rounds",
                null,
                CountingUnit.ROUND,
                null,
                Words.of("each explosion, burst and shot", "каждый взрыв, очередь и выстрел", "كل انفجار ورشقة وطلقة"));
        counted(
                "series",
                Theatre.AVELIA,
                CountingUnit.SERIES,
                1.0,
                Words.of(
                        "one for each series without an hour of silence",
                        "одно на каждую серию без часа тишины",
                        "واحد لكل سلسلة بلا ساعة صمت"));
        counted(
                "each-round",
                Theatre.BORETH,
                CountingUnit.ROUND,
                null,
                Words.of("each round", "каждый выстрел", "كل طلقة"));
    }

    private void counted(String rule, @Nullable String by, CountingUnit unit, @Nullable Double gap, Text name) {
        sheets.put(
                "01-mandate",
                next(),
                new CountingRuleAgreed(
                        rule,
                        name,
                        by == null ? null : actor(by),
                        unit,
                        gap == null ? null : new Hours(gap),
                        gap == null ? null : new Metres(2000),
                        List.of(SeenType.EXPLOSION, SeenType.BURST, SeenType.SHOT),
                        new Edtf("2024-03-01")));
    }

    private void actors() {
        named("avelia", ActorType.STATE, null, "Avelia", "Авелия", "أفيليا");
        named("boreth", ActorType.STATE, null, "Boreth", "Борет", "بوريث");
        named(
                "mission",
                ActorType.MISSION,
                null,
                "Miral Observer Mission",
                "Миссия наблюдателей на Мирале",
                "بعثة المراقبين في ميرال");
        named(
                "contingent",
                ActorType.PEACEKEEPERS,
                null,
                "Peacekeeping contingent",
                "Миротворческий контингент",
                "قوة حفظ السلام");
        named("avelia-army", ActorType.ARMED_FORCES, "avelia", "Army of Avelia", "Армия Авелии", "جيش أفيليا");
        named("boreth-army", ActorType.ARMED_FORCES, "boreth", "Army of Boreth", "Армия Борета", "جيش بوريث");
        bodies();
        communities();
    }

    private void bodies() {
        named(
                "joint-commission",
                ActorType.ORGANISATION,
                null,
                "Joint Ceasefire Commission",
                "Совместная комиссия по прекращению огня",
                "اللجنة المشتركة لوقف إطلاق النار");
        named("mediators", ActorType.MEDIATORS, null, "Group of mediators", "Группа посредников", "مجموعة الوسطاء");
        named(
                "relief",
                ActorType.ORGANISATION,
                null,
                "Island Relief Society",
                "Островное общество помощи",
                "جمعية الإغاثة في الجزيرة");
        named(
                "clearance",
                ActorType.ORGANISATION,
                null,
                "Clearance Centre",
                "Центр разминирования",
                "مركز إزالة الألغام");
        named(
                "desk-a",
                ActorType.ORGANISATION,
                "mission",
                "Analysis desk A",
                "Аналитическая группа А",
                "مكتب التحليل أ");
        named(
                "desk-b",
                ActorType.ORGANISATION,
                "mission",
                "Analysis desk B",
                "Аналитическая группа Б",
                "مكتب التحليل ب");
    }

    private void communities() {
        named(
                "upper-villages",
                ActorType.COMMUNITY,
                null,
                "Villages above the line",
                "Сёла выше линии",
                "القرى أعلى الخط");
        named(
                "lower-villages",
                ActorType.COMMUNITY,
                null,
                "Villages below the line",
                "Сёла ниже линии",
                "القرى أسفل الخط");
        named("island-daily", ActorType.MEDIA, null, "The Island Daily", "Островная газета", "يومية الجزيرة");
    }

    private void named(String id, ActorType type, @Nullable String partOf, String en, String ru, String ar) {
        sheets.put(
                "02-actors",
                next(),
                new ActorNamed(
                        actor(id),
                        type,
                        Words.of(en, ru, ar),
                        List.of(),
                        partOf == null ? null : actor(partOf),
                        List.of()));
    }

    private void places() {
        place("velora", PlaceType.CITY, -20, 9, Words.of("Velora", "Велора", "فيلورا"), null, 1500);
        place("morrin", PlaceType.TOWN, -8, 6, Words.of("Morrin", "Моррин", "مورين"), "Upper Morrin", 800);
        place("ussel", PlaceType.TOWN, 20, 8, Words.of("Ussel", "Уссель", "أوسيل"), "Old Ussel", 800);
        place("sarrow", PlaceType.VILLAGE, 2, 2.5, Words.of("Sarrow", "Сарроу", "سارو"), null, 400);
        place("hallin", PlaceType.VILLAGE, -24, 2, Words.of("Hallin", "Халлин", "هالين"), null, 400);
        place("orrel", PlaceType.VILLAGE, 14, 2.2, Words.of("Orrel", "Оррел", "أوريل"), "Orrel Heights", 400);
        place("pellan", PlaceType.CITY, -18, -10, Words.of("Pellan", "Пеллан", "بيلان"), null, 1500);
        place("tolven", PlaceType.TOWN, -22, -7, Words.of("Tolven", "Тольвен", "تولفن"), "New Tolven", 800);
        place("gedra", PlaceType.TOWN, -5, -6, Words.of("Gedra", "Гедра", "غيدرا"), null, 800);
        place("lumar", PlaceType.VILLAGE, 9, -2.4, Words.of("Lumar", "Лумар", "لومار"), null, 400);
        place("ostel", PlaceType.VILLAGE, 24, -2, Words.of("Ostel", "Остель", "أوستل"), "Ostel Ford", 400);
        place(
                "saddle",
                PlaceType.HEIGHT,
                15,
                -0.9,
                Words.of("The Saddle", "Седловина", "السرج"),
                "Hill of the Saddle",
                300);
        place(
                "sarrow-bridge",
                PlaceType.CROSSING,
                -5,
                0,
                Words.of("Sarrow Bridge", "Мост Сарроу", "جسر سارو"),
                null,
                150);
        place(
                "miral-lake",
                PlaceType.RESERVOIR,
                4,
                8,
                Words.of("Lake Miral", "Озеро Мираль", "بحيرة ميرال"),
                null,
                2000);
    }

    /** The party that does not hold the place calls it otherwise where another name is given. */
    private void place(
            String id,
            PlaceType type,
            double east,
            double north,
            Text name,
            @Nullable String otherwise,
            double radius) {
        places++;
        Text others = otherwise == null ? name : Text.of("en", otherwise);
        boolean aveliaHolds = Theatre.holder(east, north).equals(Theatre.AVELIA);
        sheets.put(
                "03-places",
                next().at(Theatre.point(east, north), radius),
                new PlaceNamed(
                        new PlaceId(id),
                        type,
                        "MX-%03d".formatted(places),
                        name,
                        Map.of(
                                actor(Theatre.AVELIA), aveliaHolds ? name : others,
                                actor(Theatre.BORETH), aveliaHolds ? others : name),
                        List.of(),
                        null));
    }

    private void boundaries() {
        Text line = Words.of("Line of contact", "Линия соприкосновения", "خط التماس");
        draw(next(), "line-of-contact", Role.LINE_OF_CONTACT, line, Theatre.lineOfContact(false), "2024-03-01", false);
        zone("sector-west", "Western sector", "Западный сектор", "القطاع الغربي", box(-30, -15, -10, 15));
        zone("sector-centre", "Central sector", "Центральный сектор", "القطاع الأوسط", box(-10, -15, 10, 15));
        zone("sector-east", "Eastern sector", "Восточный сектор", "القطاع الشرقي", box(10, -15, 30, 15));
        draw(
                next(),
                "withdrawal-zone",
                Role.ZONE,
                Words.of("Withdrawal zone", "Зона отвода", "منطقة السحب"),
                box(-30, -10, 30, 10),
                "2024-03-01",
                false);
        draw(
                next(),
                "sarrow-road",
                Role.CORRIDOR,
                Words.of("Sarrow road", "Дорога Сарроу", "طريق سارو"),
                box(-7.5, -12, -2.5, 12),
                "2024-03-01",
                false);
        district("morrin-district", "Morrin district", "Моррский район", "مقاطعة مورين", box(-30, 4, 10, 15));
        district("ussel-district", "Ussel district", "Уссельский район", "مقاطعة أوسيل", Theatre.USSEL_DISTRICT);
        district("tolven-district", "Tolven district", "Тольвенский район", "مقاطعة تولفن", Theatre.TOLVEN_DISTRICT);
        district("gedra-district", "Gedra district", "Гедрский район", "مقاطعة غيدرا", box(-10, -15, 30, -4));
        Note moved = Note.by(ANALYST, at("2024-04-27", 11, 0)).from("patrols of 25 and 26 April", Reliability.A, 2);
        draw(moved, "line-of-contact", Role.LINE_OF_CONTACT, line, Theatre.lineOfContact(true), "2024-04-25", true);
        draw(
                Note.by(ANALYST, at("2024-05-10", 12, 0)),
                "saddle-area",
                Role.DISENGAGEMENT_AREA,
                Words.of(
                        "Disengagement area at the Saddle",
                        "Участок разведения у Седловины",
                        "منطقة فصل القوات عند السرج"),
                box(12, -3.5, 18, 1.5),
                "2024-05-10",
                false);
    }

    private void zone(String id, String en, String ru, String ar, Geometry area) {
        draw(next(), id, Role.ZONE_OF_RESPONSIBILITY, Words.of(en, ru, ar), area, "2024-03-01", false);
    }

    private void district(String id, String en, String ru, String ar, Geometry area) {
        draw(next(), id, Role.DISTRICT, Words.of(en, ru, ar), area, "2024-03-01", true);
    }

    private void draw(Note note, String id, Role role, Text name, Geometry geometry, String from, boolean approximate) {
        sheets.put(
                "04-boundaries",
                note,
                new BoundaryDrawn(
                        new BoundaryId(id),
                        role,
                        name,
                        geometry,
                        new Edtf(from),
                        null,
                        approximate,
                        Words.of("drawn for the exercise", "нарисовано для учения", "رُسم من أجل التمرين")));
    }

    /** Two districts change hands, one each way: one on the day that was agreed, one nine days late. */
    private void control() {
        control("2024-03-01", 0, "morrin-district", null, Theatre.AVELIA);
        control("2024-03-01", 0, "ussel-district", null, Theatre.BORETH);
        control("2024-03-01", 0, "tolven-district", null, Theatre.AVELIA);
        control("2024-03-01", 0, "gedra-district", null, Theatre.BORETH);
        control("2024-03-20", 11, "ussel-district", Theatre.BORETH, Theatre.AVELIA);
        control("2024-04-09", 15, "tolven-district", Theatre.AVELIA, Theatre.BORETH);
    }

    private void control(String day, int hour, String zone, @Nullable String from, String to) {
        Instant when = at(day, hour, 0);
        sheets.put(
                "04-boundaries",
                Note.by("mission:monitor", when.plusSeconds(3600)).during(when, when.plusSeconds(60), Theatre.ZONE),
                new ControlChanged(new BoundaryId(zone), from == null ? null : actor(from), actor(to)));
    }
}
