package org.truce.publication.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.truce.model.entry.Audience;
import org.truce.model.entry.Entry;
import org.truce.model.json.EntryJson;
import org.truce.model.kind.Statement.ReportReceived;
import org.truce.picture.Held;
import org.truce.picture.Picture;
import org.truce.reading.ReadingJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A stored reading as proposals, with all that its JSON says, whichever release of the reader wrote it. */
class ProposalFeedTest {
    private static final String TEXT = "Two soldiers were wounded near Hadrut on 11 December 2020, the ministry said.";
    private static final String REPORT = "01760000-0000-7fff-8000-000000000001";

    private static final String READING = """
            {"reader":"r 1","lang":"en","title":"","publisher":"","agencies":[],"publication_date":"2020-12-12",
             "dates":[{"surface":"11 December 2020","iso":"2020-12-11","spans":[[41,57]],"rule":"day","confidence":0.97}],
             "places":[],"actors":[],"agreements":[],"statements":[],
             "events":[{"type":"casualty","status":"asserted","date":"2020-12-11","place":null,"accused":null,"accuser":"Ministry",
               "quantities":[{"name":"soldiers","value":2,"unit":"","qualifier":"exact","span":[0,12]}],"span":[0,77],
               "trigger":"wounded","rule":"casualty/wounded","confidence":0.62},
              {"type":"earthquake","status":"asserted","date":null,"place":null,"accused":null,"accuser":null,"quantities":[],
               "span":[0,77],"trigger":"wounded"}],
             "claims":[{"template":"persons-returned","speaker":null,"comparator":"=","value":"2","since":"","place":"",
               "text":"t","span":[0,12]}],
             "furniture_spans":[]}
            """;

    private static Map<String, JsonNode> facts(String... decisions) {
        String report = """
                {"id":"%s","kind":"ReportReceived","v":1,"author":{"actor":"m"},"stated":"2020-12-12T12:00:00Z","audience":"public",\
                "body":{"agencies":[],"original":"%s","text":"%s","mediaType":"text/plain","extractor":"e 1"}}""".formatted(REPORT, "0".repeat(64), "1".repeat(64));
        Picture picture = new Picture();
        Entry entry = entry(report);
        picture.apply(0, Instant.EPOCH, entry);
        for (int i = 0; i < decisions.length; i++) {
            picture.apply(i + 1, Instant.EPOCH, entry(decisions[i]));
        }
        byte[] json = READING.getBytes(StandardCharsets.UTF_8);
        ReportReceived body = (ReportReceived) entry.body();
        StoredReading stored = new StoredReading(
                new Held<>(0, Instant.EPOCH, entry, body),
                TEXT,
                ReadingJson.read(json),
                JsonMapper.shared().readTree(json));
        Map<String, JsonNode> out = new TreeMap<>();
        ProposalFeed.of(stored, picture.at(Instant.MAX, 1 + decisions.length, Audience.Group.MISSION))
                .forEach(fact -> out.put(fact.get("n").stringValue(), fact));
        return out;
    }

    private static Entry entry(String json) {
        if (EntryJson.readStrict(json.getBytes(StandardCharsets.UTF_8)) instanceof EntryJson.Result.Read(Entry read)) {
            return read;
        }
        throw new AssertionError(json);
    }

    private static JsonNode fact(String n, String... decisions) {
        return java.util.Objects.requireNonNull(facts(decisions).get(n), n);
    }

    private static String review(String id, String verdict, String rest) {
        return """
                {"id":"01760000-0000-7fff-8000-00000000000%s","kind":"ReadingReviewed","v":1,"author":{"actor":"m"},\
                "stated":"2020-12-13T12:00:00Z","audience":"public","body":{"report":"%s","fact":"dates/0","verdict":"%s"}%s}""".formatted(id, REPORT, verdict, rest);
    }

    @Test
    void theRuleAndTheConfidenceAreShownWhereTheReadingHasThem() {
        assertEquals("casualty/wounded", fact("events/0").get("rule").stringValue());
        assertEquals(0.62, fact("events/0").get("confidence").doubleValue());
        assertEquals("day", fact("dates/0").get("rule").stringValue());
        assertTrue(fact("events/1").get("rule").isNull());
        assertTrue(fact("events/1").get("confidence").isNull());
    }

    @Test
    void anEventHasTheEntryThatItWouldBecome() {
        JsonNode draft = fact("events/0").get("draft");
        assertEquals("EventReported", draft.get("kind").stringValue());
        assertEquals("2020-12-11", draft.at("/occurred/edtf").stringValue());
        assertEquals(77, draft.at("/basis/0/span/end").intValue());
        assertEquals("persons", draft.at("/body/quantities/0/amount/unit").stringValue());
        assertTrue(!draft.has("id") && !draft.has("author"), draft.toString());
    }

    @Test
    void whatTheRecordHasNoKindForSaysSoAndAMentionNeedsNone() {
        assertTrue(fact("events/1").get("draft").isNull());
        assertEquals("no-such-entry-kind", fact("events/1").get("problem").stringValue());
        assertTrue(fact("dates/0").get("draft").isNull());
        assertTrue(fact("dates/0").get("problem").isNull());
        assertEquals(
                "persons-moved", fact("claims/0").at("/draft/body/template").stringValue());
    }

    @Test
    void theDecisionThatStandsIsTheLastOfItsChainAndAWithdrawalLeavesAProposal() {
        String first = review("2", "accepted", "");
        String then = ",\"replaces\":{\"entry\":\"01760000-0000-7fff-8000-00000000000%s\",\"why\":\"w\"%s}";
        assertEquals("proposed", fact("dates/0").get("state").stringValue());
        assertEquals("accepted", fact("dates/0", first).get("state").stringValue());
        String second = review("3", "rejected", then.formatted("2", ""));
        assertEquals("rejected", fact("dates/0", first, second).get("state").stringValue());
        String third = review("4", "rejected", then.formatted("3", ",\"withdraws\":true"));
        assertEquals(
                "proposed", fact("dates/0", first, second, third).get("state").stringValue());
    }
}
