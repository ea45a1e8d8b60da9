package org.truce.publication.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.truce.publication.feed.RegisterFeed;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Rows as cells, one line in, one line out. */
class RegisterCsvTest {
    private static ObjectNode row(String json) {
        return (ObjectNode) JsonMapper.shared().readTree(json.replace('\'', '"'));
    }

    private static String table(String register, String... rows) {
        StringBuilder out = new StringBuilder();
        try {
            RegisterCsv.of(register, Stream.of(rows).map(RegisterCsvTest::row).toList())
                    .write(out, _ -> {});
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toString();
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            plain      | plain
            a,b        | "a,b"
            say "no"   | "say ""no\"""
            =1+1       | '=1+1
            +1         | '+1
            -1         | '-1
            @SUM(A1)   | '@SUM(A1)
            ＝1+1      | '＝1+1
            =a,b       | "'=a,b"
            1-1        | 1-1
            """)
    void aTextIsACellAndNeverAFormula(String text, String cell) {
        ObjectNode row = row("{}").put("a", text);
        assertEquals(Map.of("a", Csv.words(text)), Flat.of(row));
        assertEquals(cell, Csv.line(List.of(Csv.words(text))));
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            {'a':-1.5}                         | {a=-1.5}
            {'a':true,'b':null}                | {a=true, b=}
            {'a':{'en':'x','ru':'у'}}          | {a.en=x, a.ru=у}
            {'a':{'id':'i','name':{'en':'x'}}} | {a.id=i, a.name.en=x}
            {'a':['x','y']}                    | {a=x;y}
            {'a':['x;y','z']}                  | {a=x\\;y;z}
            {'a':[]}                           | {a=}
            {'a':[{'b':1}]}                    | {a=[{"b":1}]}
            """)
    void everyFieldHasItsColumn(String json, String cells) {
        assertEquals(cells, Flat.of(row(json)).toString());
    }

    @Test
    void aCodedFactIsSaidInEveryLanguage() {
        Map<String, String> cells = Flat.of(row("{'s':{'code':'nothing','arguments':{},'entries':['e']}}"));
        assertEquals("nothing", cells.get("s.code"));
        assertEquals("e", cells.get("s.entries"));
        assertEquals(
                3,
                Stream.of("ar", "ru", "en")
                        .map(l -> cells.get("s." + l))
                        .distinct()
                        .count());
    }

    @Test
    void linesEndAsTheyShouldAndWordsKeepTheirs() {
        assertEquals(
                "a,b.en,b.ru\r\n1,,\"x\ny\"\r\n2,z,\r\n",
                table("none", "{'a':1,'b':{'ru':'x\\ny'}}", "{'a':2,'b':{'en':'z'}}"));
    }

    /** Where one row has an object and another has none, there is no column for its absence. */
    @Test
    void anAbsentObjectIsEmptyCells() {
        assertEquals("a.id,b\r\n,1\r\n3,\r\n", table("none", "{'a':null,'b':1}", "{'a':{'id':3},'b':null}"));
        assertEquals("a\r\n\r\n", table("none", "{'a':null}"));
    }

    @Test
    void everyRegisterIsDescribedAndSaysItsColumnsWithoutRows() {
        for (String register : RegisterFeed.ALL.keySet()) {
            String head = table(register);
            assertTrue(head.contains("entries") || head.contains("summary.code"), register + ": " + head);
            for (String column : Dictionary.columns(register)) {
                Dictionary.Line line = Dictionary.of(register, column);
                assertTrue(line.meaning().length() > 5 && !line.type().isEmpty(), line::toString);
            }
        }
    }

    @Test
    void aColumnIsDescribedAsFarAsItsParts() {
        assertEquals(
                new Dictionary.Line(
                        "due",
                        "deadline.zone",
                        "time zone",
                        "",
                        "The deadline that holds. The zone in which the day ends.",
                        Dictionary.of("due", "id").kind()),
                Dictionary.of("due", "deadline.zone"));
        assertTrue(Dictionary.of("actors", "name.hy").meaning().endsWith("In the language hy."));
        assertEquals("", Dictionary.of("actors", "nobody").meaning());
    }

    @Test
    void everyFieldOfEveryKindIsInTheDictionary() {
        List<Dictionary.Line> kinds = Dictionary.kinds();
        assertTrue(kinds.size() > 300, () -> "only " + kinds.size());
        assertTrue(kinds.stream()
                .allMatch(line -> !line.meaning().isEmpty() && !line.type().isEmpty()));
        assertEquals(
                "m",
                kinds.stream()
                        .filter(line -> line.field().equals("radiusMetres"))
                        .findFirst()
                        .orElseThrow()
                        .unit());
    }
}
