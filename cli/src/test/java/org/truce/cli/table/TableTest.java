package org.truce.cli.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {
    @Test
    void columnsStandUnderTheirTitles() {
        List<String> lines = new Table("day", "what")
                .row("2020-12-11", "attack")
                .row("2022-03-24", "advance")
                .lines(80, false);
        assertEquals(
                List.of("day         what", "──────────  ───────", "2020-12-11  attack", "2022-03-24  advance"), lines);
    }

    @Test
    void aLongCellIsWrappedAtSpacesAndNoLineIsWiderThanTheTerminal() {
        List<String> lines = new Table("id", "words")
                .row("a1", "the parties halt at the positions that they reached and nobody moves before the deadline")
                .lines(40, false);
        assertTrue(lines.stream().allMatch(line -> Width.of(line) <= 40), lines.toString());
        assertEquals("a1  the parties halt at the positions", lines.get(2));
        assertEquals("    that they reached and nobody moves", lines.get(3));
        assertEquals("    before the deadline", lines.get(4));
    }

    @Test
    void arabicLinesReadFromTheRightAndKeepIdsInTheirOrder() {
        List<String> lines =
                new Table("اليوم", "ما حدث").row("2020-12-11", "هجوم").lines(80, true);
        assertEquals("\u200F\u20682020-12-11\u2069  \u2068هجوم\u2069", lines.get(2));
        assertTrue(lines.stream().allMatch(line -> line.startsWith("\u200F")));
    }

    @Test
    void marksTakeNoColumnAndWideCharactersTwo() {
        assertEquals(4, Width.of("مُدَرَّس".replaceAll("\\p{Mn}", "")));
        assertEquals(4, Width.of("مُدَرَّس"));
        assertEquals(4, Width.of("停火"));
        assertEquals(2, Width.of("\u2068ab\u2069"));
    }

    @Test
    void aWordThatIsTooLongIsCut() {
        assertEquals(List.of("01932f4e", "-8c00-70", "00"), Wrap.lines("01932f4e-8c00-7000", 8));
        assertEquals(List.of("停", "火"), Wrap.lines("停火", 1));
        assertEquals(List.of(""), Wrap.lines("  ", 8));
    }
}
