package org.truce.simulation.exercise;

import static org.truce.simulation.exercise.Theatre.AVELIA;
import static org.truce.simulation.exercise.Theatre.BORETH;
import static org.truce.simulation.exercise.Theatre.ZONE;
import static org.truce.simulation.exercise.Theatre.actor;
import static org.truce.simulation.exercise.Theatre.at;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.truce.model.Text;
import org.truce.model.id.BoundaryId;
import org.truce.model.id.HazardId;
import org.truce.model.id.ObligationId;
import org.truce.model.id.PlaceId;
import org.truce.model.kind.Agreement.PerformanceReported;
import org.truce.model.kind.Corridor.PassageCounted;
import org.truce.model.kind.Corridor.PassageObstructed;
import org.truce.model.kind.Mines.AccidentHappened;
import org.truce.model.kind.Mines.HazardRecorded;
import org.truce.model.kind.Mines.HazardStatus;
import org.truce.model.kind.Mines.HazardType;
import org.truce.model.kind.Mines.ItemsDestroyed;
import org.truce.model.kind.Mines.LandReleased;
import org.truce.model.kind.Mines.MapHandedOver;
import org.truce.model.kind.Mines.Method;
import org.truce.model.kind.Named;
import org.truce.model.kind.Persons.Batch;
import org.truce.model.kind.Persons.Load;
import org.truce.model.kind.Persons.SearchMade;
import org.truce.model.kind.Persons.TransferMade;
import org.truce.model.kind.Return.ReturnCounted;
import org.truce.model.quantity.Amount;
import org.truce.model.quantity.Casualties;
import org.truce.model.quantity.Tally;
import org.truce.model.quantity.Unit;
import org.truce.simulation.Note;
import org.truce.simulation.Sheets;
import org.truce.simulation.SplitMix64;
import org.truce.simulation.Words;

/** What else makes a ceasefire: traffic on the road, returns, mines, detained persons. */
final class LifeScript {
    private static final LocalDate SINCE = Theatre.FIRST;

    private final Sheets sheets;
    private final SplitMix64 random;

    LifeScript(Sheets sheets, long seed) {
        this.sheets = sheets;
        this.random = SplitMix64.of(seed, "life");
    }

    void write() {
        corridor();
        returns();
        hazards();
        clearance();
        transfers();
        searches();
    }

    private void corridor() {
        for (int day = 0; day < Theatre.DAYS; day++) {
            LocalDate date = Theatre.day(day);
            boolean shut =
                    !date.isBefore(LocalDate.parse("2024-04-25")) && date.isBefore(LocalDate.parse("2024-04-29"));
            if (!shut && day % 2 == 0) {
                passed(date, random.between(20, 60), "north", "на север", "شمالاً");
                passed(date, random.between(20, 60), "south", "на юг", "جنوباً");
            }
        }
        obstructed(
                "2024-03-23",
                "2024-03-23",
                BORETH,
                0,
                Words.of("cars turned back", "машины развёрнуты", "أُعيدت سيارات"));
        obstructed(
                "2024-04-25",
                "2024-04-28",
                null,
                140,
                Words.of("closed after shelling", "закрыто после обстрела", "أُغلق بعد القصف"));
        obstructed(
                "2024-05-16",
                "2024-05-16",
                AVELIA,
                35,
                Words.of("a protest on the road", "протест на дороге", "احتجاج على الطريق"));
    }

    private void passed(LocalDate date, int vehicles, String en, String ru, String ar) {
        sheets.put(
                "13-corridor",
                Note.by("mission:checkpoint", at(date, 20, 0))
                        .during(date.toString())
                        .in("sarrow-bridge"),
                new PassageCounted(
                        new BoundaryId("sarrow-road"), Amount.of(vehicles, Unit.VEHICLES), Words.of(en, ru, ar)));
    }

    private void obstructed(String from, String to, @Nullable String by, int stranded, Text what) {
        sheets.put(
                "13-corridor",
                Note.by("mission:checkpoint", at(from, 18, 0))
                        .during(from.equals(to) ? from : from + "/" + to)
                        .in("sarrow-bridge"),
                new PassageObstructed(
                        new BoundaryId("sarrow-road"),
                        by == null ? null : Named.of(actor(by)),
                        what,
                        stranded == 0 ? null : Amount.of(stranded, Unit.PERSONS)));
    }

    /** Every fourth day; on 24 May the total fell by a slip of the pen that was corrected two days later. */
    private void returns() {
        int total = 0;
        for (int day = 10; day < Theatre.DAYS; day += 4) {
            LocalDate date = Theatre.day(day);
            boolean shut =
                    !date.isBefore(LocalDate.parse("2024-04-25")) && date.isBefore(LocalDate.parse("2024-05-12"));
            int persons = shut ? 0 : random.between(8, 40);
            total += persons;
            if (date.equals(LocalDate.parse("2024-05-24"))) {
                UUID slip = returned(at(date, 19, 0), date, persons, total - 100, null);
                returned(at(date.plusDays(2), 9, 0), date, persons, total, slip);
            } else {
                returned(at(date, 19, 0), date, persons, total, null);
            }
        }
    }

    private UUID returned(Instant stated, LocalDate date, int persons, int total, @Nullable UUID corrects) {
        Note note = Note.by("relief:counter", stated).during(date.toString());
        return sheets.put(
                "14-returns",
                corrects == null ? note : note.correcting(corrects, "100 too few"),
                new ReturnCounted(
                        new Tally(Amount.of(persons, Unit.PERSONS), Amount.of(total, Unit.PERSONS), SINCE),
                        null,
                        new PlaceId("pellan"),
                        new PlaceId("sarrow"),
                        actor("contingent"),
                        Words.of("counted at the bridge", "подсчёт у моста", "عدّ عند الجسر"),
                        Words.of(
                                "displaced persons who came back for good",
                                "перемещённые лица, вернувшиеся насовсем",
                                "نازحون عادوا نهائياً")));
    }

    private void hazards() {
        for (int i = 1; i <= 10; i++) {
            double east = -27 + 5.5 * i;
            double north = Theatre.north(east) + (i % 2 == 0 ? 1.6 : -1.6);
            HazardType type = i % 3 == 0 ? HazardType.CONFIRMED : HazardType.SUSPECTED;
            hazard(at(Theatre.day(4 + i), 15, 0), i, type, HazardStatus.OPEN, east, north);
            if (i <= 3) {
                hazard(at(Theatre.day(80 + 7 * i), 15, 0), i, type, HazardStatus.HANDED_OVER, east, north);
            }
        }
        accident("2024-03-29", -9, 1.8, 0, 1);
        accident("2024-05-09", 13, -1.9, 1, 2);
    }

    private void hazard(Instant when, int number, HazardType type, HazardStatus status, double east, double north) {
        sheets.put(
                "15-mines",
                Note.by("clearance:surveyor", when)
                        .during(when.atZone(ZONE).toLocalDate().toString())
                        .at(Theatre.box(east - 0.2, north - 0.15, east + 0.2, north + 0.15), 50),
                new HazardRecorded(
                        new HazardId("hazard-%02d".formatted(number)),
                        type,
                        status,
                        Amount.of(120_000, Unit.SQUARE_METRES),
                        Words.of("anti-personnel mines", "противопехотные мины", "ألغام مضادة للأفراد")));
    }

    private void accident(String day, double east, double north, int killed, int wounded) {
        Casualties casualties = new Casualties(null, killed, null, wounded, null, null, null, null);
        sheets.put(
                "15-mines",
                Note.by("clearance:surveyor", at(day, 18, 0)).during(day).at(Theatre.point(east, north), 200),
                new AccidentHappened(
                        casualties, Words.of("a mine on a field path", "мина на полевой дороге", "لغم في طريق حقل")));
    }

    /** Each Thursday: m² cleared and cancelled, items destroyed; totals since the first day. */
    private void clearance() {
        double cleared = 0;
        double cancelled = 0;
        double items = 0;
        for (int week = 1; week <= 16; week++) {
            LocalDate day = Theatre.FIRST.plusDays(7L * week - 1);
            double land = 100.0 * random.between(20, 60);
            double off = week % 4 == 0 ? 12_000 : 0;
            int found = random.between(2, 14);
            cleared += land;
            cancelled += off;
            items += found;
            released(day, Method.CLEARED, land, cleared);
            if (off > 0) {
                released(day, Method.CANCELLED, off, cancelled);
            }
            sheets.put(
                    "15-mines",
                    Note.by("clearance:centre", at(day, 16, 30)).during(day.toString()),
                    new ItemsDestroyed(
                            actor("clearance"),
                            new Tally(Amount.of(found, Unit.ITEMS), Amount.of(items, Unit.ITEMS), SINCE)));
        }
        maps("2024-04-12", AVELIA, BORETH, 420);
        maps("2024-05-21", BORETH, AVELIA, 310);
    }

    private void released(LocalDate day, Method method, double area, double total) {
        Tally tally = new Tally(Amount.of(area, Unit.SQUARE_METRES), Amount.of(total, Unit.SQUARE_METRES), SINCE);
        // Each method is a series of its own; totals of one are never held against another's.
        sheets.put(
                "15-mines",
                Note.by("clearance:centre", at(day, 16, method == Method.CLEARED ? 0 : 10))
                        .during(day.toString()),
                new LandReleased(actor("clearance"), method, tally, null, null, null, null));
    }

    private void maps(String day, String from, String to, int mines) {
        sheets.put(
                "15-mines",
                Note.by("mission:monitor", at(day, 14, 0)).during(day),
                new MapHandedOver(
                        actor(from),
                        actor(to),
                        Amount.of(mines, Unit.MINES),
                        Words.of("along the Sarrow road", "вдоль дороги Сарроу", "على طول طريق سارو"),
                        List.of(Named.of(actor("mission")))));
    }

    /** 12 + 10 + 16 of 60 detained persons come home; bodies twice. */
    private void transfers() {
        detainees("2024-03-22", 7, 5);
        detainees("2024-04-15", 4, 6);
        detainees("2024-06-07", 9, 7);
        sheets.put(
                "16-persons",
                Note.by("relief:delegate", at("2024-05-01", 17, 0))
                        .during("2024-05-01")
                        .in("sarrow-bridge"),
                new TransferMade(
                        List.of(
                                batch(AVELIA, BORETH, Load.BODIES, 5, Unit.BODIES),
                                batch(BORETH, AVELIA, Load.BODIES, 3, Unit.BODIES)),
                        List.of(Named.of(actor("relief"))),
                        null));
    }

    private void detainees(String day, int north, int south) {
        Note note = Note.by("relief:delegate", at(day, 17, 0)).during(day).in("sarrow-bridge");
        UUID transfer = sheets.put(
                "16-persons",
                note,
                new TransferMade(
                        List.of(
                                batch(BORETH, AVELIA, Load.DETAINEES, north, Unit.PERSONS),
                                batch(AVELIA, BORETH, Load.DETAINEES, south, Unit.PERSONS)),
                        List.of(Named.of(actor("relief")), Named.of(actor("mediators"))),
                        null));
        sheets.put(
                AgreementScript.SHEET,
                Note.by("mission:analyst", at(day, 18, 0)).during(day).on(List.of(transfer)),
                new PerformanceReported(
                        new ObligationId("detainees"),
                        null,
                        Words.of("persons returned", "лица возвращены", "أُعيد أشخاص"),
                        Amount.of(north + south, Unit.PERSONS),
                        false));
    }

    private static Batch batch(String from, String to, Load what, int number, Unit unit) {
        return new Batch(actor(from), actor(to), what, Amount.of(number, unit), null, null);
    }

    private void searches() {
        int missing = 31;
        for (int month = 3; month <= 6; month++) {
            missing -= month - 2;
            String day = "2024-%02d-%02d".formatted(month, 27);
            sheets.put(
                    "16-persons",
                    Note.by("relief:delegate", at(day, 12, 0)).during(day),
                    new SearchMade(
                            Named.of(actor("relief")),
                            Amount.of(month, Unit.OPERATIONS),
                            Amount.of(month - 2, Unit.BODIES),
                            Amount.of(missing, Unit.PERSONS),
                            null));
        }
    }
}
