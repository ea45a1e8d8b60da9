package org.truce.picture;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.truce.model.entry.Audience;
import org.truce.model.entry.Entry;
import org.truce.model.json.EntryJson;

/** Scenarios: entries in a line, flags in a line. The order in which they come in never matters. */
class FlagsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            returned 2020-12-21 total 42000 ; returned 2020-12-22 day 351 total 43000                  | -
            returned 2020-12-21 total 43000 ; returned 2020-12-22 day 351 total 42000                  | total-fell 2
            returned 2020-12-22 day 500 total 400                                                      | day-above-total 1
            duty o 2020-11-10 ; done o 2020-11-20                                                      | -
            done o 2020-11-20                                                                          | unknown-obligation 1
            duty o 2020-11-10 ; done o 2020-11-01                                                      | before-agreement 2
            zone z ; control z 2020-11-20 a b ; control z 2020-11-25 b a                               | -
            zone z ; control z 2020-11-20 a b ; control z 2020-11-20 a c                               | two-controllers 2
            zone z ; control z 2020-11-20 a b ; control z 2020-11-25 c a                               | controller-differs 2
            control z 2020-11-20 a b                                                                   | unknown-boundary 1
            close 2020-12-12 ; close 2020-12-14                                                        | closed-twice 2
            finding 2020-12-14                                                                         | finding-before-verification 1
            check 2020-12-13 ; finding 2020-12-14                                                      | -
            allege 2020-12-12 ; check 2020-12-13 of-it m ; finding 2020-12-14 of-it m                  | one-pair-of-eyes 2
            allege 2020-12-12 ; check 2020-12-13 of-it m ; finding 2020-12-14 of-it n                  | -
            at 46.5 39.5 ; at 46.6 39.6 ; zone z                                                       | -
            at 39.5 46.5 ; zone z                                                                      | probably-swapped 1
            at 12.0 55.0 ; zone z                                                                      | -
            at 39.5 46.5                                                                               | -
            line 46,39 47,40                                                                           | -
            line 46,39 47,40 47,39 46,40                                                               | line-crosses-itself 1
            review events/0 accepted ; review events/1 rejected                                        | -
            review events/0 accepted ; review events/0 rejected                                        | reviewed-twice 2
            patrol 2020-12-13T10:00Z/2020-12-13T11:00Z                                                 | -
            patrol 2020-12-13T10:00Z/2020-12-13T10:01Z                                                 | patrol-too-fast 1
            transfer 44 28 16                                                                          | -
            transfer 44 28 17                                                                          | parts-above-whole 1
            """)
    void contradictionsAreFlagged(String script, String expected) {
        List<Entry> entries = new ArrayList<>();
        for (String line : script.split(" ; ", -1)) {
            entries.add(entry(entries.size(), line.strip().split(" ", -1)));
        }
        Random random = new Random(7);
        for (int i = 0; i < 6; i++) {
            Picture picture = new Picture();
            for (int n = 0; n < entries.size(); n++) {
                picture.apply(n, Instant.EPOCH, entries.get(n));
            }
            View view = picture.at(Instant.MAX, picture.size(), Audience.Group.MISSION);
            String flags = Flags.of(view).all().stream()
                    .map(flag -> flag.code() + " " + flag.entries().size())
                    .collect(Collectors.joining(", "));
            assertEquals(expected, flags.isEmpty() ? "-" : flags);
            Collections.shuffle(entries, random);
        }
    }

    private static String author = "m";

    private static Entry entry(int n, String[] words) {
        String incident = words.length > 2 && words[2].equals("of-it")
                ? "'incident':'01760000-0000-7000-8000-000000000000'"
                : "'incident':'01760000-0000-7fff-8000-000000000000'";
        author = words.length > 3 && words[2].equals("of-it") ? words[3] : "m";
        return switch (words[0]) {
            case "returned" ->
                entry(
                        n,
                        "ReturnCounted",
                        words[1],
                        "",
                        "'persons':{" + tally(words) + "},'method':{'en':'m'},'population':{'en':'p'}");
            case "duty" ->
                entry(
                        n,
                        "ObligationSet",
                        words[2],
                        "",
                        "'obligation':'o','instrument':'i','point':'1','summary':{'en':'s'},'bearers':['a'],'form':'achieve'");
            case "at" ->
                entry(
                        n,
                        "ConcernRaised",
                        "2020-11-12",
                        "'where':{'geometry':{'type':'Point','coordinates':[" + words[1] + "," + words[2] + "]}},",
                        "'community':'c','concern':{'en':'w'}");
            case "line" ->
                entry(
                        n,
                        "BoundaryDrawn",
                        "2020-11-10",
                        "",
                        "'boundary':'l','role':'line-of-contact','name':{'en':'l'},'drawnFrom':{'en':'d'},'geometry':{'type':'LineString','coordinates':["
                                + java.util.Arrays.stream(words)
                                        .skip(1)
                                        .map(it -> "[" + it + "]")
                                        .collect(Collectors.joining(","))
                                + "]}");
            case "done" -> entry(n, "PerformanceReported", words[2], "", "'obligation':'o','what':{'en':'w'}");
            case "zone" ->
                entry(
                        n,
                        "BoundaryDrawn",
                        "2020-11-10",
                        "",
                        "'boundary':'z','role':'district','name':{'en':'z'},'drawnFrom':{'en':'d'},'geometry':{'type':'Polygon','coordinates':[[[46,39],[47,39],[47,40],[46,39]]]}");
            case "control" ->
                entry(
                        n,
                        "ControlChanged",
                        words[2],
                        "",
                        "'zone':'z','from':'" + words[3] + "','to':'" + words[4] + "'");
            case "close" -> entry(n, "IncidentClosed", words[1], "", incident + ",'outcome':'resolved'");
            case "allege" -> entry(n, "AllegationMade", words[1], "", "'by':'a','act':'other','what':{'en':'w'}");
            case "check" -> entry(n, "VerificationMade", words[1], "", incident + ",'result':'confirmed','by':'m'");
            case "finding" ->
                entry(
                        n,
                        "FindingMade",
                        words[1],
                        "",
                        incident + ",'by':'m','likelihood':'likely','confidence':'low','what':{'en':'w'}");
            case "review" ->
                entry(
                        n,
                        "ReadingReviewed",
                        "2020-12-14",
                        "",
                        "'report':'01760000-0000-7fff-8000-000000000001','fact':'" + words[1] + "','verdict':'"
                                + words[2] + "'");
            case "patrol" ->
                entry(
                        n,
                        "PatrolMade",
                        words[1],
                        "'where':{'geometry':{'type':'LineString','coordinates':[[46.5,39.5],[46.5,39.59]]}},",
                        "'by':'m'");
            case "transfer" ->
                entry(
                        n,
                        "TransferMade",
                        "2020-12-14",
                        "",
                        "'batches':[{'from':'a','to':'b','what':'detainees','number':{'value':%s,'unit':'persons'},'military':%s,'civilian':%s}]"
                                .formatted(words[1], words[2], words[3]));
            default -> throw new AssertionError(words[0]);
        };
    }

    private static String tally(String[] words) {
        List<String> parts = new ArrayList<>();
        for (int i = 2; i < words.length; i += 2) {
            parts.add("'" + words[i] + "':{'value':" + words[i + 1] + ",'unit':'persons'}");
        }
        return String.join(",", parts);
    }

    private static Entry entry(int n, String kind, String occurred, String where, String body) {
        String json =
                "{'id':'%s','kind':'%s','v':1,'author':{'actor':'%s'},'stated':'2021-01-01T00:00:00Z','occurred':{'edtf':'%s','zone':'Z'},%s'basis':[{'publisher':'p'}],'audience':'public','body':{%s}}"
                        .formatted(
                                new UUID(0x0176_0000_0000_7000L, 0x8000_0000_0000_0000L + n),
                                kind,
                                author,
                                occurred,
                                where,
                                body)
                        .replace('\'', '"');
        if (EntryJson.readStrict(json.getBytes(UTF_8)) instanceof EntryJson.Result.Read(Entry entry)) {
            return entry;
        }
        throw new AssertionError(EntryJson.readStrict(json.getBytes(UTF_8)) + json);
    }
}
