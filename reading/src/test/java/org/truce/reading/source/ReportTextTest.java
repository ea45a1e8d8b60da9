package org.truce.reading.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ReportTextTest {
    private static String text(String file, String name, String charset) {
        return switch (ReportText.of(file.getBytes(Charset.forName(charset)), name)) {
            case ReportText.Result.Good(ReportText report) -> report.text();
            case ReportText.Result.Bad bad -> bad.problem().code();
        };
    }

    @Test
    void plainTextStaysAsItIsWithoutItsByteOrderMark() {
        assertEquals("خط  التماس\r\n", text("\uFEFFخط  التماس\r\n", "a.txt", "UTF-8"));
    }

    @Test
    void aPageBecomesItsBlocksWithoutScripts() {
        String page = "<html><head><title>T</title><script>var a = 1;</script></head><body><h1>Line of\n contact</h1>"
                + "<p>First <b>words</b>.<br>Second.</p><style>p{}</style><div>Third</div></body></html>";
        assertEquals("Line of contact\n\nFirst words.\nSecond.\n\nThird", text(page, "a.html", "UTF-8"));
    }

    @Test
    void aPageSaysItsCharset() {
        String page =
                "<html><head><meta charset=windows-1251><title>Линия</title></head><body><p>соприкосновения</body>";
        assertEquals("Линия\n\nсоприкосновения", text(page, "a.htm", "windows-1251"));
    }

    @Test
    void whatIsNoTextHasItsOwnSentence() {
        assertEquals("wrong-charset", text("<meta charset=utf-8><p>Линия", "a.html", "windows-1251"));
        assertEquals("empty-file", text(" \n", "a.txt", "UTF-8"));
        assertEquals("empty-file", text("<p></p>", "a.html", "UTF-8"));
        assertEquals("binary-file", text("\u0000\u0001ELF", "a.txt", "UTF-8"));
        assertEquals("too-large", text("x".repeat(ReportText.MAX_BYTES + 1), "a.txt", "UTF-8"));
        assertEquals("text/html", media("<!DOCTYPE html><p>x"));
        assertEquals("text/plain", media("x < y"));
    }

    private static String media(String file) {
        return ReportText.of(file.getBytes(StandardCharsets.UTF_8), "-") instanceof ReportText.Result.Good good
                ? good.report().mediaType()
                : "";
    }
}
