package org.truce.assessment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.truce.assessment.attribution.Attribution;
import org.truce.assessment.change.Change;
import org.truce.assessment.change.Changes;
import org.truce.model.id.BoundaryId;
import org.truce.model.id.ObligationId;
import org.truce.model.kind.Agreement.ObligationAmended;
import org.truce.model.kind.Body;
import org.truce.model.time.Deadline;
import org.truce.picture.Boundaries;
import org.truce.picture.Boundaries.Boundary;
import org.truce.picture.View;

/**
 * A course through the agreement of November 2020, lesson by lesson: a question in, an answer out. Answers are published
 * facts, or arithmetic that stands beside them. Days end in Yerevan (UTC+4), deadlines in Moscow (UTC+3), an hour later.
 * A question ends in the day of which it is asked, and after {@code /} the day up to which everything is known.
 */
class CurriculumTest {
    private static final SampleRecord SAMPLE = karabakh(UnaryOperator.identity());

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
            # 1 The deadline of Kalbajar: 15 November, moved on that day to the 25th, and met on it.
            1.1 | state p6-kalbajar 2020-11-14/2020-11-14   | in-force 2020-11-15
            1.2 | state p6-kalbajar 2020-11-15/2020-11-14   | in-force 2020-11-15
            1.3 | state p6-kalbajar 2020-11-16/2020-11-14   | overdue 2020-11-15
            1.4 | state p6-kalbajar 2020-11-16/2020-11-16   | in-force 2020-11-25 was 2020-11-15
            1.5 | state p6-kalbajar 2020-11-26/2020-11-24   | overdue 2020-11-25 was 2020-11-15
            1.6 | state p6-kalbajar 2020-11-25/2020-11-25   | fulfilled 2020-11-25 was 2020-11-15
            1.7 | amended p6-kalbajar 2020-11-16/2020-11-16 | asked by armenia, through russia, granted by azerbaijan, at a briefing
            1.8 | changes 2020-11-14 2020-11-16/2020-11-15  | change-state > change-deadline [change-state]
            # 2 Point 6 holds six obligations of three bearers; one waits for the plan of a road, which opened on 30 August 2022.
            2.1 | parts 6 2021-09-28/2021-09-28             | a armenia achieve, b armenia achieve, c russia maintain, d armenia+azerbaijan+russia achieve, e russia achieve conditional, f azerbaijan maintain
            2.2 | state p6-redeploy 2021-09-28/2021-09-28   | conditional -
            2.3 | waits p6-redeploy 2021-09-28/2021-09-28   | p6-plan
            2.4 | state p6-plan 2022-08-29/2023-01-01       | in-force 2023-11-10
            2.5 | state p6-redeploy 2022-08-30/2023-01-01   | in-force -
            2.6 | waits p6-redeploy 2022-08-30/2023-01-01   | nothing
            # 3 Five years from 10 November 2020, then five more unless a party objects six months before: by 10 May 2025.
            3.1 | term p4-stay 2021-09-28/2021-09-28        | to 2025-11-10, notice to 2025-05-10, renews by itself
            # From the end of 3 May to the end of 10 May are seven days; the power lapses in Moscow, an hour into the eighth.
            3.2 | due p4-stay 2025-05-03/2024-06-11         | notice 7 warned 7
            3.3 | due p4-notice 2025-05-03/2024-06-11       | power 8 warned 14
            3.4 | due p4-stay 2025-11-09/2024-06-11         | renewal 1 warned 1
            3.5 | state p4-stay 2025-11-11/2024-06-11       | in-force -
            3.6 | term p4-stay 2025-11-11/2024-06-11        | to 2030-11-10, notice to 2030-05-10, renews by itself
            # What really came: the contingent left by 12 June 2024, before the first term ended.
            3.7 | state p4-stay 2024-06-11/2026-01-01       | in-force -
            3.8 | state p4-stay 2024-06-12/2026-01-01       | ended -
            3.9 | due p4-stay 2025-05-03/2026-01-01         | nothing
            # 4 Three districts, each handed over on its day.
            4.1 | control aghdam-district 2020-11-19/2021-01-01   | nobody says
            4.2 | control aghdam-district 2020-11-20/2021-01-01   | azerbaijan
            4.3 | control kalbajar-district 2020-11-24/2021-01-01 | nobody says
            4.4 | control kalbajar-district 2020-11-25/2021-01-01 | azerbaijan
            4.5 | control lachin-district 2020-11-30/2021-01-01   | nobody says
            4.6 | control lachin-district 2020-12-01/2021-01-01   | azerbaijan
            4.7 | met p2-aghdam 2021-01-01/2021-01-01       | 2020-11-20, 0 days before the deadline
            4.8 | met p6-kalbajar 2021-01-01/2021-01-01     | 2020-11-25, 0 days before the deadline, 10 after the first
            4.9 | met p6-lachin 2021-01-01/2021-01-01       | 2020-12-01, 0 days before the deadline
            # 5 On 14 December 2020 the map no longer held the place where the first violation was recorded on the 11th.
            5.1 | zone peacekeepers-zone 6fa8ba 2020-12-13/2020-12-14 | in
            5.2 | zone peacekeepers-zone 6fa8ba 2020-12-14/2020-12-14 | out
            5.3 | zone peacekeepers-zone 6fa8ba 2020-12-14/2020-12-13 | in
            5.4 | zone peacekeepers-zone 6fa8ba 2020-12-13/2026-01-01 | in
            # The new course holds from its day on: nothing that happened before lies elsewhere.
            5.5 | moved 2020-12-13 2020-12-31/2020-12-14    | nothing
            # 6 Point 9, read by each in his own way, and the other positions of 2021 and 2022.
            6.1 | said p9-links 2022-06-19/2022-06-19       | armenia -, azerbaijan -: silent
            6.2 | said p9-links 2022-06-20/2022-06-20       | armenia -, azerbaijan reads-otherwise: contested
            6.3 | said p9-links 2022-06-21/2022-06-21       | armenia reads-otherwise, azerbaijan reads-otherwise: contested
            6.4 | said p9-nakhchivan 2022-12-02/2022-12-02  | armenia reads-otherwise, azerbaijan not-fulfilled: contested
            6.5 | state p9-nakhchivan 2022-12-02/2022-12-02 | conditional -
            6.6 | said p8-detainees 2021-05-01/2021-05-01   | armenia not-fulfilled, azerbaijan -: one-sided
            6.7 | said p8-detainees 2021-05-02/2021-05-02   | armenia not-fulfilled, azerbaijan fulfilled: contested
            # Both say that it was not done, each of the other.
            6.8 | said p7-return 2022-05-02/2022-05-02      | armenia not-fulfilled, azerbaijan not-fulfilled: contested
            # 7 The deadlines of January 2021: a first meeting by the 30th, a timetable by 1 March.
            7.1 | due w1-first-meeting 2021-01-16/2021-01-16 | deadline 15 warned 30
            7.2 | due w1-first-meeting 2021-01-30/2021-01-30 | deadline 1 warned 1
            7.3 | due w3-timetable 2021-03-11/2021-03-11     | deadline overdue 9
            """)
    void lesson(String number, String question, String answer) {
        assertEquals(answer, answer(SAMPLE, question), number);
    }

    /**
     * 8 and 9, which no published fact teaches: two sides that wait for each other, and a border that is drawn anew after
     * what happened beside it.
     */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            8.1 alpha waits for bravo, and bravo for alpha  | a>b>a two-sided; b>a>b two-sided
            8.2 alpha waits for itself through another duty | a>c>a circle; c>a>c circle
            9.1 the border as it was known then             | west
            9.2 the border as it is known                   | east
            """)
    void lessonsOfOurOwn(String lesson, String answer) {
        assertEquals(
                answer,
                switch (lesson.substring(0, 3)) {
                    case "8.1" -> circle("b", "bravo");
                    case "8.2" -> circle("c", "alpha");
                    case "9.1" -> border(3);
                    default -> border(4);
                });
    }

    private static String circle(String other, String bearer) {
        Script script = new Script().mandate();
        String duty = "'obligation':'%s','instrument':'i','point':'1','summary':{'en':'s'},'bearers':['%s'],"
                + "'form':'achieve','dependsOn':['%s']";
        script.entry("ObligationSet", "2020-11-10", "2020-11-10", duty.formatted("a", "alpha", other));
        script.entry("ObligationSet", "2020-11-10", "2020-11-10", duty.formatted(other, bearer, "a"));
        return Waiting.of(Obligations.of(script.on("2020-12-01"))).stream()
                .map(waiting -> waiting.file().id().value() + ">"
                        + waiting.chain().stream().map(ObligationId::value).collect(Collectors.joining(">"))
                        + (waiting.twoSided() ? " two-sided" : " circle"))
                .collect(Collectors.joining("; "));
    }

    /** West of 46.5° E until the border is drawn anew at 46.4°; the place is 46.45°, to 50 m. */
    private static String border(int known) {
        String zone = "'boundary':'%s','role':'district','name':{'en':'z'},'drawnFrom':{'en':'a map'},"
                + "'geometry':{'type':'Polygon','coordinates':[[[%s,39.5],[%s,39.5],[%s,39.7],[%s,39.7],[%s,39.5]]]}";
        Script script = new Script()
                .mandate()
                .entry("BoundaryDrawn", "2020-11-11", null, zone.formatted("west", 46.3, 46.5, 46.5, 46.3, 46.3))
                .entry("AllegationMade", "2020-12-01", "2020-12-01", """
                        'geometry':{'type':'Point','coordinates':[46.45,39.6]},'radiusMetres':50""", """
                        'by':'alpha','act':'attack','what':{'en':'fire'}""")
                .instead(
                        1,
                        "BoundaryDrawn",
                        "2020-12-10",
                        null,
                        "",
                        zone.formatted("east", 46.4, 46.7, 46.7, 46.4, 46.4));
        View view = script.on("2020-12-20", known);
        return Attribution.of(
                        java.util.Objects.requireNonNull(view.find(java.util.UUID.fromString(Script.id(2))))
                                .entry(),
                        view)
                .zones()
                .getFirst()
                .boundary()
                .id()
                .value();
    }

    /** One fact told otherwise, and the rows that notice. The entry is named by the ending of its id. */
    @ParameterizedTest(name = "{0}: {1} for {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            e72713 | "day":"2020-11-25"           | "day":"2020-11-26"           | state p6-kalbajar 2020-11-16/2020-11-16
            e72713 | "askedBy":"armenia"          | "askedBy":"azerbaijan"       | amended p6-kalbajar 2020-11-16/2020-11-16
            8247db | "day":"2020-11-15"           | "day":"2020-11-16"           | state p6-kalbajar 2020-11-16/2020-11-14
            1ddeca | "dependsOn":["p6-plan"]      | "dependsOn":["p6-lachin"]    | state p6-redeploy 2021-09-28/2021-09-28
            01ee11 | "bearers":["russia"]         | "bearers":["armenia"]        | parts 6 2021-09-28/2021-09-28
            ca3784 | "notice":"P6M"               | "notice":"P3M"               | term p4-stay 2021-09-28/2021-09-28
            ca3784 | "term":"P5Y"                 | "term":"P1Y"                 | term p4-stay 2025-11-11/2024-06-11
            8aa906 | "edtf":"2024-06-12"          | "edtf":"2024-06-11"          | state p4-stay 2024-06-11/2026-01-01
            4ebd45 | "edtf":"2020-11-20"          | "edtf":"2020-11-19"          | control aghdam-district 2020-11-19/2021-01-01
            8d8425 | "to":"azerbaijan"            | "to":"armenia"               | control kalbajar-district 2020-11-25/2021-01-01
            b7b69e | "edtf":"2020-12-01"          | "edtf":"2020-12-02"          | met p6-lachin 2021-01-01/2021-01-01
            61bd79 | "from":"2020-12-14"          | "from":"2020-12-15"          | zone peacekeepers-zone 6fa8ba 2020-12-14/2020-12-14
            05698f | "stance":"reads-otherwise"   | "stance":"accepts"           | said p9-links 2022-06-21/2022-06-21
            677a6f | "stance":"fulfilled"         | "stance":"not-fulfilled"     | said p8-detainees 2021-05-02/2021-05-02
            23ed7e | "day":"2021-03-01"           | "day":"2021-03-02"           | due w3-timetable 2021-03-11/2021-03-11
            """)
    void oneFactToldOtherwise(String entry, String fact, String other, String question) {
        SampleRecord changed =
                karabakh(line -> line.substring(0, 60).contains(entry) ? line.replace(fact, other) : line);
        assertNotEquals(EntryText.of(SAMPLE, entry), EntryText.of(changed, entry), "the fact does not stand there");
        assertNotEquals(answer(SAMPLE, question), answer(changed, question));
    }

    /** The text of an entry, to see that it was changed. */
    private static final class EntryText {
        static String of(SampleRecord record, String ending) {
            return new String(
                    org.truce.model.json.EntryJson.write(record.entry(ending)),
                    java.nio.charset.StandardCharsets.UTF_8);
        }
    }

    private static SampleRecord karabakh(UnaryOperator<String> told) {
        return new SampleRecord("karabakh-2020", Script.ZONE, told);
    }

    private static String answer(SampleRecord record, String question) {
        String[] words = question.split(" ", -1);
        String[] when = words[words.length - 1].split("/", -1);
        View view = record.on(when[0], when[1]);
        return switch (words[0]) {
            case "state" -> state(file(view, words[1]));
            case "amended" -> amended(view, words[1]);
            case "parts" -> parts(view, words[1]);
            case "waits" -> waits(view, words[1]);
            case "term" -> term(file(view, words[1]), view);
            case "due" -> due(view, words[1]);
            case "control" -> control(view, words[1]);
            case "met" -> met(file(view, words[1]), view);
            case "zone" -> zone(record, view, words[1], words[2]);
            case "said" -> said(view, words[1]);
            case "changes" -> changes(view, record.sizeAt(words[1]));
            case "moved" -> moved(view, record.sizeAt(words[1]));
            default -> throw new AssertionError(question);
        };
    }

    private static ObligationFile file(View view, String id) {
        ObligationFile file = Obligations.of(view).find(new ObligationId(id));
        if (file == null) {
            throw new AssertionError("no obligation " + id);
        }
        return file;
    }

    private static String day(@Nullable Deadline deadline) {
        return deadline == null ? "-" : deadline.day().toString();
    }

    private static String state(ObligationFile file) {
        boolean amended = !day(file.original()).equals(day(file.deadline()));
        return Body.wire(file.state()) + " " + day(file.deadline()) + (amended ? " was " + day(file.original()) : "");
    }

    private static String amended(View view, String id) {
        return view.happened(ObligationAmended.class).stream()
                .map(org.truce.picture.Held::body)
                .filter(body -> body.obligation().value().equals(id))
                .map(body -> "asked by " + value(body.askedBy()) + ", through " + value(body.via()) + ", granted by "
                        + value(body.grantedBy()) + ", at a " + Body.wire(body.how()))
                .collect(Collectors.joining("; "));
    }

    private static String value(org.truce.model.id.@Nullable ActorId actor) {
        return actor == null ? "-" : actor.value();
    }

    private static String parts(View view, String point) {
        return Obligations.of(view).all().stream()
                .map(file -> file.set().body())
                .filter(set -> set.instrument().value().equals("statement-2020-11-09")
                        && set.point().equals(point))
                .map(set -> set.part() + " "
                        + set.bearers().stream()
                                .map(bearer -> bearer.value())
                                .sorted()
                                .collect(Collectors.joining("+"))
                        + " " + Body.wire(set.form()) + (set.conditional() ? " conditional" : ""))
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static String waits(View view, String id) {
        return orNothing(Waiting.of(Obligations.of(view)).stream()
                .filter(waiting -> waiting.file().id().value().equals(id))
                .map(waiting ->
                        waiting.chain().stream().map(ObligationId::value).collect(Collectors.joining(">")))
                .collect(Collectors.joining(" ")));
    }

    private static String orNothing(String text) {
        return text.isEmpty() ? "nothing" : text;
    }

    private static String term(ObligationFile file, View view) {
        Term term = file.term();
        return term == null
                ? "-"
                : "to " + last(term.end(), view) + ", notice to "
                        + (term.notice() == null ? "-" : last(term.notice(), view))
                        + (term.silent() ? ", renews by itself" : "");
    }

    /** The last day before an instant. */
    private static String last(Instant instant, View view) {
        return instant.minusNanos(1).atZone(view.zone()).toLocalDate().toString();
    }

    private static String due(View view, String id) {
        return orNothing(Due.within(view, 30).stream()
                .filter(due -> due.file().id().value().equals(id))
                .map(due -> Body.wire(due.what()) + (due.overdue() ? " overdue" : "") + " " + due.days()
                        + (due.warning() == 0 ? "" : " warned " + due.warning()))
                .collect(Collectors.joining("; ")));
    }

    private static String control(View view, String zone) {
        Boundary boundary = Boundaries.of(view).find(new BoundaryId(zone));
        return boundary == null || boundary.controller() == null
                ? "nobody says"
                : boundary.controller().value();
    }

    private static String met(ObligationFile file, View view) {
        ObligationFile.Change change = file.history().stream()
                .filter(one -> one.state() == ObligationFile.State.FULFILLED)
                .findFirst()
                .orElseThrow();
        java.time.LocalDate day = change.at().atZone(view.zone()).toLocalDate();
        Deadline deadline = java.util.Objects.requireNonNull(file.deadline());
        Deadline first = java.util.Objects.requireNonNull(file.original());
        return day + ", " + ChronoUnit.DAYS.between(day, deadline.day()) + " days before the deadline"
                + (first.equals(deadline) ? "" : ", " + ChronoUnit.DAYS.between(first.day(), day) + " after the first");
    }

    private static String zone(SampleRecord record, View view, String zone, String ending) {
        return Attribution.of(record.entry(ending), view).zones().stream()
                        .filter(one -> one.boundary().id().value().equals(zone))
                        .anyMatch(one -> one.word() != Attribution.Word.NOT_DETERMINABLE)
                ? "in"
                : "out";
    }

    private static String said(View view, String id) {
        Positions positions = Positions.of(view).stream()
                .filter(one -> one.file().id().value().equals(id))
                .findFirst()
                .orElseThrow();
        return positions.said().stream()
                        .map(one -> one.who().value() + " "
                                + (one.position() == null
                                        ? "-"
                                        : Body.wire(one.position().body().stance())))
                        .collect(Collectors.joining(", "))
                + ": " + Body.wire(positions.standing());
    }

    /** What changed of obligations, and what follows from each. */
    private static String changes(View view, long since) {
        return Changes.of(view, since).stream()
                .filter(change -> change.weight() == Change.Weight.OBLIGATION)
                .map(change -> change.what().code()
                        + (change.downstream().isEmpty()
                                ? ""
                                : change.downstream().stream()
                                        .map(one -> one.code())
                                        .toList()
                                        .toString()
                                        .replace("[", " [")))
                .collect(Collectors.joining(" > "));
    }

    private static String moved(View view, long since) {
        List<String> moved = Changes.of(view, since).stream()
                .filter(change -> change.weight() == Change.Weight.GROUND)
                .flatMap(change -> change.downstream().stream())
                .map(one -> one.code())
                .toList();
        return orNothing(String.join(" ", moved));
    }
}
