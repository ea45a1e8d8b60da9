package org.truce.reading.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExtractorTest {
    private static final String RUSSIAN =
            "Над линией соприкосновения весь день шёл тихий дождь, и наблюдатели молчали.";
    private static final String ARABIC = "هطل المطر طوال النهار على خط التماس وبقي المراقبون صامتين في مواقعهم.";

    private static String text(String name, byte[] bytes) {
        return assertInstanceOf(Extraction.Text.class, Extractor.standard().extract(name, bytes))
                .text();
    }

    private static String code(byte[] bytes) {
        return assertInstanceOf(
                        Extraction.Refused.class, Extractor.limitedTo(1000).extract("a.txt", bytes))
                .problem()
                .code();
    }

    @ParameterizedTest
    @CsvSource({"windows-1251", "UTF-8", "KOI8-R"})
    void russianInAnyCodePage(String charset) {
        assertEquals(RUSSIAN, text("a.txt", RUSSIAN.getBytes(Charset.forName(charset))));
    }

    @ParameterizedTest
    @CsvSource({"windows-1256", "UTF-8"})
    void arabicInAnyCodePage(String charset) {
        assertEquals(ARABIC, text("a.txt", ARABIC.getBytes(Charset.forName(charset))));
    }

    @Test
    void byteOrderMarksDecideAndGo() {
        assertEquals(RUSSIAN, text("a.txt", ("\uFEFF" + RUSSIAN).getBytes(StandardCharsets.UTF_8)));
        assertEquals(RUSSIAN, text("a.txt", ("\uFEFF" + RUSSIAN).getBytes(StandardCharsets.UTF_16LE)));
        assertEquals(RUSSIAN, text("a.txt", ("\uFEFF" + RUSSIAN).getBytes(StandardCharsets.UTF_16BE)));
    }

    @Test
    void aPageBecomesLinesAndItsDeclaredCharsetIsBelieved() {
        String page = "<html><head><meta charset=\"windows-1251\"><title>x</title></head><body><nav><ul><li>Один</li>"
                + "<li>Два</li><li>Три</li></ul></nav><h1>Тихо</h1><p>" + RUSSIAN
                + "</p><script>var a = 1;</script></body></html>";
        assertEquals(
                "Один   Два   Три\n\nТихо\n\n" + RUSSIAN,
                text("a.html", page.getBytes(Charset.forName("windows-1251"))));
    }

    @Test
    void whatIsNoReportIsRefusedWithACode() {
        assertEquals("empty-file", code(new byte[0]));
        assertEquals("too-large", code(new byte[2000]));
        assertEquals("binary-file", code("%PDF-1.7".getBytes(StandardCharsets.UTF_8)));
        assertEquals("binary-file", code("a\u0000b".getBytes(StandardCharsets.UTF_8)));
        assertEquals("empty-file", code(" \n ".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aDeclaredCharsetThatTheBytesAreNotIsNamedWithThePlace() {
        byte[] bytes = "<html><meta charset=utf-8><p>caf\u00E9</p>".getBytes(StandardCharsets.ISO_8859_1);
        Extraction.Refused refused =
                assertInstanceOf(Extraction.Refused.class, Extractor.standard().extract("a.html", bytes));
        assertEquals("wrong-charset", refused.problem().code());
        assertTrue(refused.problem().place().startsWith("byte "));
    }
}
