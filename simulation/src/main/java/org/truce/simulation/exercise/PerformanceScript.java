package org.truce.simulation.exercise;

import static org.truce.simulation.exercise.Theatre.AVELIA;
import static org.truce.simulation.exercise.Theatre.BORETH;
import static org.truce.simulation.exercise.Theatre.PARTIES;
import static org.truce.simulation.exercise.Theatre.actor;
import static org.truce.simulation.exercise.Theatre.at;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.truce.model.Text;
import org.truce.model.id.ObligationId;
import org.truce.model.kind.Agreement.BreachFound;
import org.truce.model.kind.Agreement.Change;
import org.truce.model.kind.Agreement.How;
import org.truce.model.kind.Agreement.ObligationAmended;
import org.truce.model.kind.Agreement.PerformanceReported;
import org.truce.model.kind.Agreement.PositionTaken;
import org.truce.model.kind.Agreement.Progress;
import org.truce.model.kind.Agreement.ProgressGraded;
import org.truce.model.kind.Agreement.Stance;
import org.truce.model.quantity.Amount;
import org.truce.model.quantity.Unit;
import org.truce.model.time.Deadline;
import org.truce.model.time.Edtf;
import org.truce.simulation.Note;
import org.truce.simulation.Sheets;
import org.truce.simulation.Words;

/** What became of the obligations: performances, an amendment, breaches and a repair, positions, grades of progress. */
final class PerformanceScript {
    private static final String POSITIONS = "06-positions";
    private static final int WEEKS = 17;

    /** Grades by obligation on three days: N not initiated, M minimum, I intermediate, F full. The second desk differs where it has a letter of its own. */
    private static final Map<String, List<String>> GRADES = Map.ofEntries(
            Map.entry("weapons-avelia", List.of("FFF", "FFF")),
            Map.entry("weapons-boreth", List.of("FFF", "IFF")),
            Map.entry("keep-out", List.of("III", "IMI")),
            Map.entry("ussel", List.of("FFF", "FFF")),
            Map.entry("tolven", List.of("MFF", "MFF")),
            Map.entry("movement", List.of("IMI", "IMI")),
            Map.entry("road", List.of("IIF", "IMI")),
            Map.entry("detainees", List.of("MII", "MII")),
            Map.entry("maps", List.of("MII", "MIF")),
            Map.entry("reports", List.of("FII", "FIF")),
            Map.entry("returns", List.of("MMI", "MMI")),
            Map.entry("crossings", List.of("NNN", "NNM")),
            Map.entry("status-talks", List.of("NNN", "NNN")));

    private final Sheets sheets;

    PerformanceScript(Sheets sheets) {
        this.sheets = sheets;
    }

    void write() {
        weapons();
        districts();
        quantities();
        reports();
        breaches();
        positions();
        grades();
    }

    /** Avelia withdraws 24 of 24 in time; Boreth 23, which its tolerance of 5 % (24 × 0.95 = 22.8) allows. */
    private void weapons() {
        weapons("2024-03-06", AVELIA, 10);
        weapons("2024-03-11", AVELIA, 14);
        weapons("2024-03-08", BORETH, 9);
        weapons("2024-03-15", BORETH, 14);
    }

    private void weapons(String day, String party, int items) {
        performed(
                at(day, 14, 0),
                "weapons-" + party,
                party,
                Amount.of(items, Unit.ITEMS),
                false,
                Words.of(
                        "heavy weapons brought to a storage site and counted by monitors",
                        "тяжёлое оружие доставлено на место хранения и пересчитано наблюдателями",
                        "نُقلت أسلحة ثقيلة إلى موقع تخزين وعدّها المراقبون"));
    }

    private void districts() {
        performed(
                at("2024-03-20", 11, 0),
                "ussel",
                BORETH,
                null,
                true,
                Words.of("the district was handed over", "район передан", "سُلِّمت المقاطعة"));
        Instant asked = at("2024-03-28", 16, 0);
        sheets.put(
                AgreementScript.SHEET,
                Note.by("mission:analyst", asked).during("2024-03-28"),
                new ObligationAmended(
                        new ObligationId("tolven"),
                        actor(AVELIA),
                        actor("mediators"),
                        actor(BORETH),
                        How.EXCHANGE_OF_LETTERS,
                        Words.of(
                                "roads into the district are to be cleared of mines first",
                                "сначала дороги в район должны быть разминированы",
                                "ينبغي أولاً تطهير الطرق المؤدية إلى المقاطعة من الألغام"),
                        new Deadline(LocalDate.parse("2024-03-31"), null, Theatre.ZONE, true, "by 31 March 2024"),
                        new Deadline(LocalDate.parse("2024-04-10"), null, Theatre.ZONE, true, "by 10 April 2024"),
                        null,
                        null,
                        null,
                        null));
        performed(
                at("2024-04-09", 15, 0),
                "tolven",
                AVELIA,
                null,
                true,
                Words.of("the district was handed over", "район передан", "سُلِّمت المقاطعة"));
        sheets.put(
                AgreementScript.SHEET,
                Note.by("mission:analyst", at("2024-06-25", 16, 0)).during("2024-06-25"),
                new ObligationAmended(
                        new ObligationId("observers"),
                        actor("mission"),
                        null,
                        actor("joint-commission"),
                        How.INSTRUMENT,
                        Words.of("for six more months", "ещё на шесть месяцев", "لستة أشهر أخرى"),
                        null,
                        null,
                        null,
                        null,
                        Change.RENEWED,
                        null));
    }

    private void quantities() {
        performed(
                at("2024-04-12", 12, 0),
                "maps",
                AVELIA,
                Amount.of(2, Unit.MAPS),
                false,
                Words.of("two maps handed over", "переданы две карты", "سُلِّمت خريطتان"));
        performed(
                at("2024-05-21", 12, 0),
                "maps",
                BORETH,
                Amount.of(1, Unit.MAPS),
                false,
                Words.of("one map handed over", "передана одна карта", "سُلِّمت خريطة واحدة"));
    }

    /** A report of each party every Friday; the one of 26 April came from one side only. */
    private void reports() {
        for (int week = 0; week < WEEKS; week++) {
            LocalDate friday = Theatre.FIRST.plusWeeks(week);
            for (String party : PARTIES) {
                if (!(party.equals(AVELIA) && friday.equals(LocalDate.parse("2024-04-26")))) {
                    performed(
                            at(friday, 17, 0),
                            "reports",
                            party,
                            null,
                            false,
                            Words.of("weekly report", "еженедельный доклад", "تقرير أسبوعي"));
                }
            }
        }
    }

    private void performed(Instant when, String duty, String by, @Nullable Amount done, boolean completes, Text what) {
        sheets.put(
                AgreementScript.SHEET,
                Note.by("mission:monitor", when.plusSeconds(1800)).during(when, when.plusSeconds(60), Theatre.ZONE),
                new PerformanceReported(new ObligationId(duty), actor(by), what, done, completes));
    }

    /** One breach of each party is found and repaired, and one of both; that of the positions stands. */
    private void breaches() {
        for (String party : PARTIES) {
            breach(
                    "2024-05-02",
                    11,
                    "ceasefire",
                    party,
                    "2024-05-10",
                    Words.of(
                            "heavy weapons were fired in the night of 24 April",
                            "в ночь на 25 апреля вёлся огонь из тяжёлого оружия",
                            "أُطلقت النار من أسلحة ثقيلة ليلة 24 نيسان/أبريل"));
        }
        breach(
                "2024-04-02",
                10,
                "keep-out",
                AVELIA,
                "2024-04-04",
                Words.of(
                        "two howitzers stood 6 km from the line",
                        "две гаубицы стояли в 6 км от линии",
                        "كان مدفعا هاوتزر على بعد 6 كم من الخط"));
        breach(
                "2024-05-03",
                12,
                "movement",
                BORETH,
                "2024-05-06",
                Words.of(
                        "patrols were turned back at three places",
                        "патрули разворачивали в трёх местах",
                        "أُعيدت الدوريات من ثلاثة مواضع"));
        breach(
                "2024-05-02",
                12,
                "positions",
                AVELIA,
                null,
                Words.of(
                        "forces advanced up to 2 km at the Saddle on the night of 24 April",
                        "в ночь на 25 апреля силы продвинулись у Седловины на расстояние до 2 км",
                        "تقدمت قوات حتى كيلومترين عند السرج ليلة 24 نيسان/أبريل"));
    }

    private void breach(String day, int hour, String duty, String bearer, @Nullable String repaired, Text what) {
        sheets.put(
                AgreementScript.SHEET,
                Note.by("joint-commission:chair", at(day, hour, 0)).during(day),
                new BreachFound(
                        new ObligationId(duty),
                        actor(bearer),
                        actor("joint-commission"),
                        what,
                        null,
                        repaired == null ? null : new Edtf(repaired)));
    }

    private void positions() {
        Text kept = Words.of(
                "our side keeps the ceasefire",
                "наша сторона соблюдает прекращение огня",
                "جانبنا ملتزم بوقف إطلاق النار");
        Text broken = Words.of(
                "the other side broke it on the night of 24 April",
                "другая сторона нарушила его в ночь на 25 апреля",
                "خرقه الطرف الآخر ليلة 24 نيسان/أبريل");
        for (String party : PARTIES) {
            position("2024-03-10", "ceasefire", party, Stance.NOT_BREACHED, party, kept);
            position("2024-04-26", "ceasefire", party, Stance.BREACHED, Theatre.other(party), broken);
            position("2024-06-20", "ceasefire", party, Stance.NOT_BREACHED, party, kept);
        }
        disputes();
        outlook();
    }

    private void disputes() {
        position(
                "2024-03-16",
                "weapons-boreth",
                AVELIA,
                Stance.NOT_FULFILLED,
                BORETH,
                Words.of("one weapon is missing", "не хватает одной единицы", "تنقص قطعة واحدة"));
        position(
                "2024-03-17",
                "weapons-boreth",
                BORETH,
                Stance.FULFILLED,
                BORETH,
                Words.of(
                        "the text allows one to be missing",
                        "текст допускает недостачу одной",
                        "يسمح النص بنقص قطعة واحدة"));
        position(
                "2024-05-04",
                "movement",
                BORETH,
                Stance.READS_OTHERWISE,
                BORETH,
                Words.of(
                        "movement may be stopped where it is dangerous",
                        "движение может быть остановлено там, где опасно",
                        "يجوز وقف التنقل حيث يكون خطراً"));
        position(
                "2024-05-11",
                "positions",
                AVELIA,
                Stance.READS_OTHERWISE,
                AVELIA,
                Words.of(
                        "the forces returned to positions held before",
                        "силы вернулись на прежние позиции",
                        "عادت القوات إلى مواقع سابقة"));
        position(
                "2024-05-11",
                "positions",
                BORETH,
                Stance.BREACHED,
                AVELIA,
                Words.of("the line was moved by force", "линия сдвинута силой", "أُزيح الخط بالقوة"));
    }

    private void outlook() {
        position(
                "2024-06-02",
                "crossings",
                AVELIA,
                Stance.ACCEPTS,
                BORETH,
                Words.of(
                        "ready once the detained are home",
                        "готовы, как только удерживаемые будут дома",
                        "مستعدون حالما يعود المحتجزون"));
        position(
                "2024-06-03",
                "status-talks",
                BORETH,
                Stance.REJECTS,
                AVELIA,
                Words.of(
                        "not before the Saddle is settled",
                        "не раньше, чем решится вопрос о Седловине",
                        "ليس قبل تسوية مسألة السرج"));
    }

    private void position(String day, String duty, String party, Stance stance, String regarding, Text words) {
        Instant when = at(day, 13, party.equals(AVELIA) ? 0 : 30);
        sheets.put(
                POSITIONS,
                Note.by(party + ":liaison", when).during(day),
                new PositionTaken(new ObligationId(duty), actor(party), stance, words, actor(regarding)));
    }

    private void grades() {
        List<String> days = List.of("2024-04-01", "2024-05-15", "2024-06-25");
        GRADES.keySet().stream().sorted().forEach(duty -> {
            for (int i = 0; i < days.size(); i++) {
                grade(days.get(i), duty, "desk-a", grades(duty, 0).charAt(i));
                grade(days.get(i), duty, "desk-b", grades(duty, 1).charAt(i));
            }
        });
    }

    private static String grades(String duty, int desk) {
        return GRADES.getOrDefault(duty, List.of("", "")).get(desk);
    }

    private void grade(String day, String duty, String desk, char letter) {
        Progress progress = switch (letter) {
            case 'N' -> Progress.NOT_INITIATED;
            case 'M' -> Progress.MINIMUM;
            case 'I' -> Progress.INTERMEDIATE;
            case 'F' -> Progress.FULL;
            default -> throw new IllegalArgumentException("no grade: " + letter);
        };
        sheets.put(
                POSITIONS,
                Note.by(desk + ":coder", at(day, desk.equals("desk-a") ? 10 : 11, 0))
                        .during(day),
                new ProgressGraded(new ObligationId(duty), progress, null));
    }
}
