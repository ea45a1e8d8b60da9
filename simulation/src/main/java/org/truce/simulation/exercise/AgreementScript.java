package org.truce.simulation.exercise;

import static org.truce.simulation.exercise.Theatre.AVELIA;
import static org.truce.simulation.exercise.Theatre.BORETH;
import static org.truce.simulation.exercise.Theatre.PARTIES;
import static org.truce.simulation.exercise.Theatre.actor;
import static org.truce.simulation.exercise.Theatre.at;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.truce.model.Text;
import org.truce.model.id.InstrumentId;
import org.truce.model.id.ObligationId;
import org.truce.model.kind.Agreement.Form;
import org.truce.model.kind.Agreement.InstrumentAdopted;
import org.truce.model.kind.Agreement.InstrumentText;
import org.truce.model.kind.Agreement.ObligationSet;
import org.truce.model.kind.Agreement.Standing;
import org.truce.model.kind.Named;
import org.truce.model.place.Where;
import org.truce.model.quantity.Amount;
import org.truce.model.quantity.Share;
import org.truce.model.quantity.Unit;
import org.truce.model.time.Deadline;
import org.truce.model.time.Edtf;
import org.truce.simulation.Note;
import org.truce.simulation.Sheets;
import org.truce.simulation.Words;

/** What the invented parties signed: an accord of eleven points and a protocol, split into obligations of every form. */
final class AgreementScript {
    static final String SHEET = "05-agreement";
    private static final String ACCORD = "accord-2024";

    private final Sheets sheets;
    private Instant clock = at("2024-02-27", 9, 0);

    AgreementScript(Sheets sheets) {
        this.sheets = sheets;
    }

    void write() {
        instruments();
        force();
        districts();
        access();
        people();
        later();
    }

    private Note next() {
        clock = clock.plusSeconds(1);
        return Note.by("mission:analyst", clock).during("2024-03-01");
    }

    private void instruments() {
        sheets.put(
                SHEET,
                next().during("2024-02-26").in("miral-lake"),
                new InstrumentAdopted(
                        new InstrumentId(ACCORD),
                        Words.of("Accord of Lake Miral", "Соглашение у озера Мираль", "اتفاق بحيرة ميرال"),
                        List.of("26 February", "26 февраля", "26 شباط/فبراير"),
                        new Edtf("2024-03-01"),
                        signatories(),
                        List.of(
                                text("ar", Standing.AUTHORITATIVE),
                                text("ru", Standing.AUTHORITATIVE),
                                text("en", Standing.OFFICIAL_TRANSLATION)),
                        List.of()));
        sheets.put(
                SHEET,
                Note.by("mission:analyst", at("2024-05-10", 17, 0))
                        .during("2024-05-10")
                        .in("sarrow-bridge"),
                new InstrumentAdopted(
                        new InstrumentId("saddle-protocol"),
                        Words.of("Protocol of the Saddle", "Протокол о Седловине", "بروتوكول السرج"),
                        List.of("10 May", "10 мая", "10 أيار/مايو"),
                        new Edtf("2024-05-10"),
                        signatories(),
                        List.of(text("ar", Standing.AUTHORITATIVE), text("ru", Standing.AUTHORITATIVE)),
                        List.of(new InstrumentId(ACCORD))));
    }

    private static List<Named> signatories() {
        return List.of(
                new Named(actor(AVELIA), null, "party"),
                new Named(actor(BORETH), null, "party"),
                new Named(actor("mediators"), null, "witness"));
    }

    private static InstrumentText text(String language, Standing standing) {
        return new InstrumentText(language, standing, null, null, null);
    }

    private void force() {
        duty(
                        "ceasefire",
                        "1",
                        "a",
                        PARTIES,
                        Form.MAINTAIN,
                        Words.of(
                                "No fire of any kind along the line of contact",
                                "Никакого огня вдоль линии соприкосновения",
                                "لا إطلاق نار من أي نوع على طول خط التماس"))
                .until("2025-02-28")
                .pax("Ce", "CeProv")
                .put();
        duty(
                        "positions",
                        "1",
                        "b",
                        PARTIES,
                        Form.MAINTAIN,
                        Words.of(
                                "Both sides stay where they stood on 1 March 2024",
                                "Обе стороны остаются там, где стояли 1 марта 2024 года",
                                "يبقى الطرفان حيث كانا في 1 آذار/مارس 2024"))
                .put();
        for (String party : PARTIES) {
            duty(
                            "weapons-" + party,
                            "2",
                            party.equals(AVELIA) ? "a" : "b",
                            List.of(party),
                            Form.ACHIEVE,
                            Words.of(
                                    "24 heavy weapons are withdrawn beyond 10 km",
                                    "24 единицы тяжёлого оружия отводятся далее 10 км",
                                    "تُسحب 24 قطعة من الأسلحة الثقيلة إلى ما بعد 10 كم"))
                    .by("2024-03-15", true, "no later than 15 March 2024")
                    .quantity(24, Unit.ITEMS, 0.05)
                    .put();
        }
        duty(
                        "keep-out",
                        "2",
                        "c",
                        PARTIES,
                        Form.MAINTAIN,
                        Words.of(
                                "No heavy weapon returns into the withdrawal zone",
                                "Тяжёлое оружие не возвращается в зону отвода",
                                "لا يعود أي سلاح ثقيل إلى منطقة السحب"))
                .after("weapons-avelia", "weapons-boreth")
                .put();
    }

    private void districts() {
        duty(
                        "ussel",
                        "3",
                        "a",
                        List.of(BORETH),
                        Form.ACHIEVE,
                        Words.of(
                                "Ussel district is handed over", "Передаётся Уссельский район", "تُسلَّم مقاطعة أوسيل"))
                .by("2024-03-20", true, "by 20 March 2024")
                .over(Theatre.USSEL_DISTRICT)
                .put();
        duty(
                        "tolven",
                        "3",
                        "b",
                        List.of(AVELIA),
                        Form.ACHIEVE,
                        Words.of(
                                "Tolven district is handed over",
                                "Передаётся Тольвенский район",
                                "تُسلَّم مقاطعة تولفن"))
                .by("2024-03-31", true, "by 31 March 2024")
                .over(Theatre.TOLVEN_DISTRICT)
                .put();
    }

    private void access() {
        duty(
                        "observers",
                        "4",
                        "a",
                        List.of("mission"),
                        Form.POWER,
                        Words.of(
                                "The mission may place posts and send patrols anywhere along the line",
                                "Миссия может ставить посты и посылать патрули в любое место вдоль линии",
                                "للبعثة أن تقيم نقاطاً وأن ترسل دوريات في أي موضع على طول الخط"))
                .until("2024-08-31")
                .renewable(Period.ofMonths(6), Period.ofMonths(1))
                .pax("ImUN")
                .put();
        duty(
                        "movement",
                        "4",
                        "b",
                        PARTIES,
                        Form.MAINTAIN,
                        Words.of(
                                "Both sides let the mission move freely",
                                "Обе стороны обеспечивают миссии свободу передвижения",
                                "يكفل الطرفان للبعثة حرية التنقل"))
                .to("mission")
                .pax("ImUN", "HrMob")
                .put();
        duty(
                        "road",
                        "5",
                        null,
                        PARTIES,
                        Form.MAINTAIN,
                        Words.of(
                                "The Sarrow road stays open to civilians of both sides",
                                "Дорога Сарроу остаётся открытой для гражданских лиц обеих сторон",
                                "يبقى طريق سارو مفتوحاً لمدنيي الطرفين"))
                .put();
    }

    private void people() {
        duty(
                        "detainees",
                        "6",
                        null,
                        PARTIES,
                        Form.ACHIEVE,
                        Words.of(
                                "All 60 detained persons of both sides are returned",
                                "Возвращаются все 60 удерживаемых лиц обеих сторон",
                                "يُعاد جميع المحتجزين من الطرفين وعددهم 60"))
                .by("2024-06-15", false, "before 15 June 2024")
                .quantity(60, Unit.PERSONS, 0)
                .pax("TjPrire")
                .put();
        duty(
                        "maps",
                        "7",
                        "a",
                        PARTIES,
                        Form.ACHIEVE,
                        Words.of(
                                "Maps of minefields are handed over",
                                "Передаются карты минных полей",
                                "تُسلَّم خرائط حقول الألغام"))
                .by("2024-04-30", true, "by 30 April 2024")
                .quantity(4, Unit.MAPS, 0)
                .put();
        duty(
                        "reports",
                        "8",
                        null,
                        PARTIES,
                        Form.RECUR,
                        Words.of(
                                "Each side reports to the Joint Commission every week",
                                "Каждая сторона еженедельно докладывает Совместной комиссии",
                                "يقدّم كل طرف تقريراً أسبوعياً إلى اللجنة المشتركة"))
                .every(Period.ofDays(7))
                .put();
        duty(
                        "returns",
                        "9",
                        null,
                        PARTIES,
                        Form.MAINTAIN,
                        Words.of(
                                "Displaced persons may return in safety",
                                "Перемещённые лица могут безопасно вернуться",
                                "للنازحين أن يعودوا بأمان"))
                .pax("GRef")
                .put();
    }

    /** What waits: for another point, for words, and two that wait for each other. */
    private void later() {
        duty(
                        "crossings",
                        "10",
                        null,
                        PARTIES,
                        Form.ACHIEVE,
                        Words.of("Two more crossings are opened", "Открываются ещё два перехода", "يُفتح معبران آخران"))
                .after("detainees", "tolven")
                .quantity(2, Unit.POSTS, 0)
                .put();
        duty(
                        "status-talks",
                        "11",
                        "a",
                        PARTIES,
                        Form.ACHIEVE,
                        Words.of(
                                "Talks on the island's status begin",
                                "Начинаются переговоры о статусе острова",
                                "تبدأ المحادثات بشأن وضع الجزيرة"))
                .when(Words.of(
                        "once both sides call the situation calm",
                        "когда обе стороны назовут обстановку спокойной",
                        "عندما يصف الطرفان الوضع بأنه هادئ"))
                .put();
        duty(
                        "checkpoint-north",
                        "11",
                        "b",
                        List.of(AVELIA),
                        Form.ACHIEVE,
                        Words.of(
                                "The northern checkpoint is lifted after the southern one",
                                "Северный пост снимается после южного",
                                "تُرفع النقطة الشمالية بعد الجنوبية"))
                .after("checkpoint-south")
                .put();
        duty(
                        "checkpoint-south",
                        "11",
                        "c",
                        List.of(BORETH),
                        Form.ACHIEVE,
                        Words.of(
                                "The southern checkpoint is lifted after the northern one",
                                "Южный пост снимается после северного",
                                "تُرفع النقطة الجنوبية بعد الشمالية"))
                .after("checkpoint-north")
                .put();
    }

    private Duty duty(String id, String point, @Nullable String part, List<String> bearers, Form form, Text summary) {
        return new Duty(id, point, part, bearers, form, summary);
    }

    /** An obligation while it is put together. */
    private final class Duty {
        private final String id;
        private final String point;
        private final @Nullable String part;
        private final List<String> bearers;
        private final Form form;
        private final Text summary;
        private List<ObligationId> dependsOn = List.of();
        private List<String> beneficiaries = PARTIES;
        private List<String> pax = List.of();
        private @Nullable Text trigger;
        private @Nullable Deadline deadline;
        private @Nullable Amount quantity;
        private @Nullable Share tolerance;
        private @Nullable Where area;
        private @Nullable Edtf until;
        private @Nullable Period every;
        private @Nullable Period term;
        private @Nullable Period notice;
        private boolean renewable;

        Duty(String id, String point, @Nullable String part, List<String> bearers, Form form, Text summary) {
            this.id = id;
            this.point = point;
            this.part = part;
            this.bearers = bearers;
            this.form = form;
            this.summary = summary;
        }

        Duty by(String day, boolean inclusive, String words) {
            deadline = new Deadline(
                    LocalDate.parse(day), inclusive ? null : LocalTime.MIDNIGHT, Theatre.ZONE, inclusive, words);
            return this;
        }

        /** In an area. */
        Duty over(Geometry zone) {
            area = new Where(null, zone, null);
            return this;
        }

        Duty quantity(double value, Unit unit, double missing) {
            quantity = Amount.of(value, unit);
            tolerance = missing > 0 ? new Share(missing) : null;
            return this;
        }

        Duty after(String... others) {
            dependsOn = List.of(others).stream().map(ObligationId::new).toList();
            return this;
        }

        Duty when(Text words) {
            trigger = words;
            return this;
        }

        Duty to(String... others) {
            beneficiaries = List.of(others);
            return this;
        }

        Duty until(String day) {
            until = new Edtf(day);
            return this;
        }

        /** Renewed for a term at a time, unless a party says otherwise in time. */
        Duty renewable(Period length, Period before) {
            renewable = true;
            term = length;
            notice = before;
            return this;
        }

        Duty every(Period period) {
            every = period;
            return this;
        }

        Duty pax(String... codes) {
            pax = List.of(codes);
            return this;
        }

        void put() {
            sheets.put(
                    SHEET,
                    next(),
                    new ObligationSet(
                            new ObligationId(id),
                            new InstrumentId(ACCORD),
                            point,
                            part,
                            summary,
                            bearers.stream().map(Theatre::actor).toList(),
                            beneficiaries.stream().map(Theatre::actor).toList(),
                            actor("mission"),
                            form,
                            renewable,
                            !dependsOn.isEmpty() || trigger != null,
                            trigger,
                            deadline,
                            quantity,
                            tolerance,
                            dependsOn,
                            area,
                            until,
                            null,
                            pax,
                            every,
                            term,
                            notice));
        }
    }
}
