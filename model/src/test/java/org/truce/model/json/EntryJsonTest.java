package org.truce.model.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.truce.model.Problem;
import org.truce.model.entry.Entry;
import org.truce.model.kind.Unread;

class EntryJsonTest {
    private static final String CONTROL = """
            {"id":"01932f4e-8c00-7000-8000-000000000001","kind":"ControlChanged","v":1,"author":{"actor":"mission"},\
            "stated":"2020-11-20T12:00:00Z","occurred":{"edtf":"2020-11-20"},"basis":[{"address":"https://example.org/a"}],\
            "audience":"public","body":{"zone":"aghdam-district","from":"armenia","to":"azerbaijan"}}""";

    static Stream<String> kinds() {
        return Kinds.all().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyKindGoesToJsonAndBack(String kind) {
        RandomEntries entries = new RandomEntries(new SplittableRandom(kind.hashCode()));
        for (int i = 0; i < 50; i++) {
            Entry entry = entries.entry(kind);
            byte[] json = EntryJson.write(entry);
            if (EntryJson.readStrict(json) instanceof EntryJson.Result.Read(Entry back)) {
                assertEquals(entry, back, () -> new String(json, UTF_8));
                assertArrayEquals(json, EntryJson.write(back));
            } else {
                throw new AssertionError(EntryJson.readStrict(json) + " in " + new String(json, UTF_8));
            }
        }
    }

    @Test
    void thereIsOneKindForEachConceptOfTheDomain() {
        assertTrue(Kinds.all().size() >= 45, () -> "only " + Kinds.all().keySet());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "v":1                      | "v":1,"v":1                   | bad-json         | /
            "v":1                      | "v":2                         | unknown-version  | /v
            "ControlChanged"           | "ControlTaken"                | unknown-kind     | /kind
            "zone":"aghdam-district",  | ``                            | missing-field    | /body/zone
            "to":"azerbaijan"          | "to":null                     | wrong-type       | /body/to
            "to":"azerbaijan"          | "to":7                        | wrong-type       | /body/to
            "to":"azerbaijan"          | "to":"a b"                    | bad-id           | /body/to
            "to":"azerbaijan"          | "to":"azerbaijan","too":"x"   | unknown-field    | /body/too
            2020-11-20"                | 2020-11-31"                   | no-such-date     | /occurred/edtf
            "edtf":"2020-11-20"        | "edtf":"20 November"          | bad-date         | /occurred/edtf
            "edtf":"2020-11-20"        | "edtf":"2020-11-20/2020-11-1" | bad-date         | /occurred/edtf
            "edtf":"2020-11-20"        | "edtf":"2020-11-20/2020-11-01"| bad-interval     | /occurred/edtf
            "edtf":"2020-11-20"        | "edtf":"2020-11-20","zone":"Mars/Base" | bad-time | /occurred/zone
            2020-11-20T12:00:00Z       | yesterday                     | bad-time         | /stated
            -7000-                     | -4000-                        | not-uuidv7       | /
            01932f4e                   | 01932F4E                      | bad-uuid         | /id
            "public"                   | "everybody"                   | bad-audience     | /audience
            https://example.org/a      | example.org                   | bad-address      | /basis/0
            {"actor":"mission"}        | []                            | wrong-type       | /author
            """)
    void badInputHasACodeAndAPlace(String good, String bad, String code, String place) {
        String json = CONTROL.replaceFirst(
                java.util.regex.Pattern.quote(good), java.util.regex.Matcher.quoteReplacement(bad));
        Problem first = problems(json).getFirst();
        assertEquals(code + " at " + place, first.code() + " at " + first.place(), first::sentence);
        assertTrue(first.sentence().length() > 15, first::sentence);
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        String json = CONTROL.replace("\"public\"", "\"nobody\"")
                .replace("azerbaijan", "")
                .replace("2020-11-20T", "T");
        assertEquals(
                List.of("/stated", "/audience", "/body/to"),
                problems(json).stream().map(Problem::place).toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"type":"Polygon","coordinates":[[[46,39],[47,40],[47,39],[46,40],[46,39]]]} | invalid-geometry
            {"type":"Polygon","coordinates":[[[46,39],[47,39],[47,40],[46,39.5]]]}       | open-ring
            {"type":"Polygon","coordinates":[[[46,39],[47,39],[47,40],[46,39]],[[50,50],[51,50],[51,51],[50,50]]]} | invalid-geometry
            {"type":"Point","coordinates":[39.8,146.7]}                                  | probably-swapped
            {"type":"Point","coordinates":[200,46.7]}                                    | off-the-globe
            {"type":"Point","coordinates":"46 39"}                                       | bad-geometry
            {"type":"Circle","coordinates":[46,39]}                                      | bad-geometry
            """)
    void impossibleGeometriesAreRefused(String geometry, String code) {
        String json = CONTROL.replace("\"basis\"", "\"where\":{\"geometry\":" + geometry + "},\"basis\"");
        assertEquals(
                code + " at /where/geometry",
                problems(json).getFirst().code() + " at "
                        + problems(json).getFirst().place());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "members":["0175b0bd-5700-7a28-97cf-48c4aca1d5d6","0175b0bd-5700-7a28-97cf-48c4aca1d5d6"] | twice
            "members":["0175b0bd-5700-7a28-97cf-48c4aca1d5d6"],"incident":"0175b0bd-5700-7a28-97cf-48c4aca1d5d6" | links-to-itself
            """)
    void nothingIsLinkedToItself(String members, String code) {
        String json = CONTROL.replace("ControlChanged", "IncidentLinked")
                .replaceFirst("\"body\":.*", "\"body\":{" + members + "}}");
        assertEquals(code, problems(json).getFirst().code());
        assertEquals("/body", problems(json).getFirst().place());
    }

    @Test
    void classesOfAnObservationAddUp() {
        String json = CONTROL.replace("ControlChanged", "Observed").replaceFirst("\"body\":.*", """
                "body":{"observer":"mission","means":"heard","count":{"value":3,"unit":"rounds"},\
                "seen":[{"type":"shot","count":{"value":2,"unit":"rounds"}}]}}""");
        assertEquals("classes-do-not-add-up", problems(json).getFirst().code());
        assertInstanceOf(
                EntryJson.Result.Read.class,
                EntryJson.read(json.replace("\"value\":2", "\"value\":3").getBytes(UTF_8)));
    }

    @Test
    void laterKindsAndVersionsAreKeptUnread() {
        String later = CONTROL.replace("\"v\":1", "\"v\":9").replace("\"zone\"", "\"zoneOfTomorrow\"");
        if (EntryJson.read(later.getBytes(UTF_8)) instanceof EntryJson.Result.Read(Entry entry)) {
            assertInstanceOf(Unread.class, entry.body());
            assertEquals("ControlChanged", entry.kind());
            assertTrue(new String(EntryJson.write(entry), UTF_8).contains("zoneOfTomorrow"));
        } else {
            throw new AssertionError();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``        | no-entry
            []        | no-entry
            "text"    | no-entry
            {         | bad-json
            {}{}      | bad-json
            nope      | bad-json
            """)
    void whatIsNoEntryIsSaid(String json, String code) {
        assertEquals(code, problems(json).getFirst().code());
    }

    @Test
    void hugeAndDeepInputIsRefused() {
        assertEquals(
                "too-large",
                problems(" ".repeat(EntryJson.MAX_BYTES + 1)).getFirst().code());
        assertEquals("bad-json", problems("[".repeat(5000)).getFirst().code());
        assertEquals(
                "text-too-long",
                problems(CONTROL.replace("armenia", "x".repeat(60_001)))
                        .getFirst()
                        .code());
    }

    private static List<Problem> problems(String json) {
        return switch (EntryJson.readStrict(json.getBytes(UTF_8))) {
            case EntryJson.Result.Bad(List<Problem> problems) -> problems;
            case EntryJson.Result.Read(Entry entry) -> throw new AssertionError("accepted " + entry);
        };
    }

    private static final String DUTY = """
            {"id":"01932f4e-8c00-7000-8000-000000000001","kind":"ObligationSet","v":2,"author":{"actor":"mission"},\
            "stated":"2020-11-20T12:00:00Z","occurred":{"edtf":"2020-11-10"},"basis":[{"address":"https://example.org/a"}],\
            "audience":"public","body":{"obligation":"stay","instrument":"i","point":"4","summary":{"en":"stays"},\
            "bearers":["russia"],"form":"maintain","renewable":true,\
            "deadline":{"day":"2025-11-10","zone":"Europe/Moscow","words":"by"},"until":"2025-11-10","term":"P5Y","notice":"P6M"}}""";

    /** A version knows the fields that it brought, and those before; what an obligation may not say has a code. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "v":2                  | "v":2                               | -               | -
            "v":2                  | "v":1                               | unknown-field   | /body/term
            ,"term":"P5Y","notice":"P6M" | ``                            | -               | -
            "v":2                  | "v":3                               | unknown-version | /v
            "zone":"Europe/Moscow" | "zone":"Europe/Atlantis"            | bad-time        | /body/deadline/zone
            "day":"2025-11-10"     | "day":"2025-02-29"                  | bad-time        | /body/deadline/day
            "P6M"                  | "six months"                        | bad-time        | /body/notice
            "P6M"                  | "P-6M"                              | bad-notice      | /body
            "P5Y"                  | "P0D"                               | bad-term        | /body
            "renewable":true,      | ``                                  | bad-term        | /body
            "notice":"P6M"         | "notice":"P6M","every":"P1W"        | bad-period      | /body
            """)
    void versionsOfAnObligation(String what, String by, String code, String place) {
        String json = DUTY.replace(what, by);
        String told = EntryJson.readStrict(json.getBytes(UTF_8)) instanceof EntryJson.Result.Bad(List<Problem> problems)
                ? problems.getFirst().code() + " " + problems.getFirst().place()
                : "- -";
        assertEquals(code + " " + place, told, json);
    }

    /** A body of version 1 is read as one of version 2 in which the younger fields are left out, and is written as it was. */
    @Test
    void anEarlierVersionIsReadForEver() {
        String json = DUTY.replace(",\"term\":\"P5Y\",\"notice\":\"P6M\"", "").replace("\"v\":2", "\"v\":1");
        Entry entry = assertInstanceOf(EntryJson.Result.Read.class, EntryJson.readStrict(json.getBytes(UTF_8)))
                .entry();
        assertEquals(1, entry.v());
        assertEquals(json, new String(EntryJson.write(entry), UTF_8));
    }
}
