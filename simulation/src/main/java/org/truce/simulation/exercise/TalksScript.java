package org.truce.simulation.exercise;

import static org.truce.simulation.exercise.Theatre.AVELIA;
import static org.truce.simulation.exercise.Theatre.BORETH;
import static org.truce.simulation.exercise.Theatre.PARTIES;
import static org.truce.simulation.exercise.Theatre.actor;
import static org.truce.simulation.exercise.Theatre.at;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.truce.model.Text;
import org.truce.model.entry.Basis.Reliability;
import org.truce.model.id.ObligationId;
import org.truce.model.kind.Community.ConcernAnswered;
import org.truce.model.kind.Community.ConcernRaised;
import org.truce.model.kind.Community.UndertakingMade;
import org.truce.model.kind.Judgement;
import org.truce.model.kind.Judgement.AssessmentIssued;
import org.truce.model.kind.Mediation.Format;
import org.truce.model.kind.Mediation.Level;
import org.truce.model.kind.Mediation.MeetingHeld;
import org.truce.model.kind.Mediation.VisitAgreed;
import org.truce.model.kind.Mediation.VisitPlanned;
import org.truce.model.kind.Named;
import org.truce.model.kind.Statement.ClaimMade;
import org.truce.model.kind.Statement.Comparator;
import org.truce.model.kind.Statement.Measure;
import org.truce.model.kind.Statement.SpeechMode;
import org.truce.model.kind.Statement.StatementMade;
import org.truce.model.kind.Statement.Template;
import org.truce.simulation.Note;
import org.truce.simulation.Sheets;
import org.truce.simulation.Words;

/** Who spoke with whom, what communities asked for, what was said in public, and what the mission issued. */
final class TalksScript {
    private final Sheets sheets;

    TalksScript(Sheets sheets) {
        this.sheets = sheets;
    }

    void write() {
        concerns();
        meetings();
        visits();
        statements();
        issued();
    }

    private void concerns() {
        concern(
                "2024-03-14",
                "lower-villages",
                "2024-03-18",
                true,
                Words.of("water is cut off every second day", "воду отключают через день", "تُقطع المياه كل يومين"));
        concern(
                "2024-03-19",
                "upper-villages",
                "2024-03-29",
                true,
                Words.of(
                        "herders cannot reach their pastures",
                        "пастухи не могут дойти до пастбищ",
                        "لا يصل الرعاة إلى مراعيهم"));
        concern(
                "2024-03-30",
                "lower-villages",
                "2024-04-03",
                false,
                Words.of("drones fly over the school", "дроны летают над школой", "تحلق طائرات مسيّرة فوق المدرسة"));
        concern(
                "2024-04-08",
                "upper-villages",
                "2024-04-10",
                true,
                Words.of(
                        "the dead of last year have no names on their graves",
                        "у погибших в прошлом году нет имён на могилах",
                        "لا أسماء على قبور قتلى العام الماضي"));
        laterConcerns();
    }

    private void laterConcerns() {
        concern(
                "2024-04-25",
                "lower-villages",
                "2024-04-26",
                false,
                Words.of("families sleep in cellars", "семьи спят в подвалах", "تنام العائلات في الأقبية"));
        concern(
                "2024-04-25",
                "upper-villages",
                "2024-05-02",
                true,
                Words.of("the clinic has no medicine", "в больнице нет лекарств", "لا دواء في العيادة"));
        concern(
                "2024-05-13",
                "lower-villages",
                "2024-05-20",
                true,
                Words.of(
                        "the harvest lies behind the new line",
                        "урожай остался за новой линией",
                        "بقي الحصاد خلف الخط الجديد"));
        concern(
                "2024-06-04",
                "upper-villages",
                null,
                false,
                Words.of("no bus goes to Velora", "в Велору не ходит автобус", "لا حافلة إلى فيلورا"));
        concern(
                "2024-06-18",
                "lower-villages",
                null,
                false,
                Words.of(
                        "nobody marks the minefields", "минные поля никто не обозначает", "لا أحد يعلّم حقول الألغام"));
        undertaking(
                "2024-04-06",
                Words.of("a spring is repaired together", "вместе отремонтирован родник", "أُصلح ينبوع معاً"));
        undertaking("2024-06-01", Words.of("a market day at the bridge", "ярмарка у моста", "يوم سوق عند الجسر"));
    }

    private void concern(String day, String community, @Nullable String answered, boolean settles, Text words) {
        UUID concern = sheets.put(
                "17-communities",
                Note.by("mission:community-officer", at(day, 11, 0)).during(day),
                new ConcernRaised(actor(community), words));
        if (answered != null) {
            sheets.put(
                    "17-communities",
                    Note.by("mission:community-officer", at(answered, 15, 0))
                            .during(answered)
                            .on(List.of(concern)),
                    new ConcernAnswered(
                            concern,
                            actor("joint-commission"),
                            settles
                                    ? Words.of(
                                            "settled with both sides", "улажено с обеими сторонами", "سُوّي مع الطرفين")
                                    : Words.of(
                                            "raised with both sides",
                                            "поставлено перед обеими сторонами",
                                            "طُرح على الطرفين"),
                            settles));
        }
    }

    private void undertaking(String day, Text what) {
        sheets.put(
                "17-communities",
                Note.by("mission:community-officer", at(day, 17, 0)).during(day),
                new UndertakingMade(
                        List.of(actor("upper-villages"), actor("lower-villages")),
                        what,
                        Words.of("Sarrow Bridge", "мост Сарроу", "جسر سارو")));
    }

    private void meetings() {
        Text weekly =
                Words.of("weekly session of the commission", "еженедельное заседание комиссии", "جلسة أسبوعية للجنة");
        for (int week = 0; week < 17; week++) {
            Instant when = Theatre.at(Theatre.FIRST.plusWeeks(week).plusDays(4), 10, 0);
            if (week != 8) {
                meeting(when, Format.JOINT, Level.COMMANDERS, weekly, "reports");
            }
        }
        meeting(
                at("2024-04-26", 9, 0),
                Format.TELEPHONE,
                Level.MINISTERS,
                Words.of("both call for calm", "оба призывают к спокойствию", "دعا الاثنان إلى الهدوء"),
                "ceasefire");
        meeting(
                at("2024-05-10", 10, 0),
                Format.JOINT,
                Level.DEPUTY_MINISTERS,
                Words.of("Protocol of the Saddle signed", "подписан Протокол о Седловине", "وُقّع بروتوكول السرج"),
                "positions");
        meeting(
                at("2024-06-10", 10, 0),
                Format.SEPARATE_AND_JOINT,
                Level.ENVOYS,
                Words.of("crossings discussed, no date", "обсуждены переходы, даты нет", "بُحثت المعابر دون تاريخ"),
                "crossings");
    }

    private void meeting(Instant when, Format format, Level level, Text outcome, String duty) {
        List<Named> there = Stream.concat(
                        PARTIES.stream().map(party -> new Named(actor(party), null, "delegation")),
                        Stream.of(Named.of(actor("mission"))))
                .toList();
        sheets.put(
                "18-mediation",
                Note.by("mission:analyst", when.plusSeconds(14_400))
                        .during(when, when.plusSeconds(7200), Theatre.ZONE)
                        .in("sarrow-bridge"),
                new MeetingHeld(
                        format, level, there, Named.of(actor("mediators")), outcome, List.of(new ObligationId(duty))));
    }

    private void visits() {
        Text purpose = Words.of(
                "to see the line with both sides", "увидеть линию с обеими сторонами", "معاينة الخط مع الطرفين");
        visit("2024-03-20", "2024-04-04", true, purpose);
        visit("2024-05-06", "2024-05-22", true, purpose);
        visit("2024-06-14", "2024-07-03", false, purpose);
    }

    private void visit(String stated, String day, boolean agreed, Text purpose) {
        List<Named> visitors = List.of(Named.of(actor("mediators")));
        UUID visit = sheets.put(
                "18-mediation",
                Note.by("mediators:secretary", at(stated, 12, 0)).during(day),
                new VisitPlanned(visitors, purpose));
        if (agreed) {
            sheets.put(
                    "18-mediation",
                    Note.by("mission:analyst", at(stated, 18, 0)).during(stated),
                    new VisitAgreed(
                            visit,
                            visitors,
                            PARTIES.stream().map(it -> Named.of(actor(it))).toList(),
                            null));
            meeting(at(day, 9, 0), Format.VISIT, Level.ENVOYS, purpose, "observers");
        }
    }

    private void statements() {
        statement(
                "2024-04-25",
                AVELIA,
                Words.of(
                        "We answered fire that came first from the south.",
                        "Мы ответили на огонь, начатый с юга.",
                        "رددنا على نار بدأت من الجنوب."));
        statement(
                "2024-04-25",
                BORETH,
                Words.of(
                        "We answered fire that came first from the north.",
                        "Мы ответили на огонь, начатый с севера.",
                        "رددنا على نار بدأت من الشمال."));
        statement("2024-06-20", AVELIA, Words.of("The line is calm.", "На линии спокойно.", "الخط هادئ."));
        statement(
                "2024-06-21",
                BORETH,
                Words.of(
                        "The line is calm, but it is in the wrong place.",
                        "На линии спокойно, но она не там, где должна быть.",
                        "الخط هادئ لكنه ليس في مكانه."));
        claim(
                "2024-05-09",
                AVELIA,
                Template.COUNT,
                Words.of(
                        "Forty violations by the other side since 25 April",
                        "С 25 апреля другая сторона совершила сорок нарушений",
                        "أربعون انتهاكاً من الطرف الآخر منذ 25 نيسان/أبريل"),
                Comparator.EQUAL,
                40.0,
                BORETH,
                "2024-04-25");
        claim(
                "2024-06-22",
                BORETH,
                Template.NONE_SINCE,
                Words.of(
                        "Not one shot since 1 June", "Ни одного выстрела с 1 июня", "لا طلقة واحدة منذ 1 حزيران/يونيو"),
                Comparator.EQUAL,
                0.0,
                null,
                "2024-06-01");
    }

    private void statement(String day, String party, Text words) {
        sheets.put(
                "19-statements",
                Note.by("mission:analyst", at(day, 16, party.equals(AVELIA) ? 0 : 5))
                        .during(day)
                        .from("The Island Daily", Reliability.B, 2),
                new StatementMade(
                        new Named(actor(party), null, "spokesperson"), SpeechMode.SUMMARY, words, null, null));
    }

    private void claim(
            String day,
            String party,
            Template template,
            Text words,
            Comparator comparator,
            double value,
            @Nullable String of,
            String since) {
        sheets.put(
                "19-statements",
                Note.by("mission:analyst", at(day, 16, 30)).during(day).from("The Island Daily", Reliability.B, 2),
                new ClaimMade(
                        template,
                        Named.of(actor(party)),
                        words,
                        comparator,
                        value,
                        Measure.COUNT,
                        null,
                        of == null ? null : actor(of),
                        java.time.LocalDate.parse(since),
                        null,
                        null,
                        null));
    }

    /** What the mission told the public, on what it knew the evening before. */
    private void issued() {
        issue("2024-04-01", Judgement.Level.FRAGILE);
        issue("2024-04-26", Judgement.Level.BREACHED);
        issue("2024-05-03", Judgement.Level.INSUFFICIENT_OBSERVATION);
        issue("2024-06-24", Judgement.Level.FRAGILE);
    }

    private void issue(String day, Judgement.Level level) {
        Instant cut = at(java.time.LocalDate.parse(day).minusDays(1), 20, 0);
        sheets.put(
                "20-judgements",
                Note.by("mission:head", at(day, 10, 0)).during(day),
                new AssessmentIssued(level, cut, sheets.statedBy(cut), null));
    }
}
