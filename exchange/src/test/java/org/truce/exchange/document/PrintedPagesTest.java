package org.truce.exchange.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.truce.exchange.document.Document.Result;
import org.truce.exchange.document.Printing.Printer;

/** Pages that were printed come back as they were written: word for word, each paragraph in one line. */
class PrintedPagesTest {
    private static final List<String> ARABIC = List.of(
            "هدوء على خط التماس بعد اتفاق اليوم",
            "يريفان، 28 سبتمبر 2021 - قال وزير الخارجية الروسي سيرغي لافروف إن \"الوضع هناك مستقر الآن\"، وأضاف أن بعثة OSCE Minsk Group سجلت 12 انفجارا يوم 27/09/2021 في الساعة 14:35 قرب مدينة شوشا (شوشي) بحسب البيان.",
            "وأكد المتحدث أن القوات انسحبت من الأراضي والقرى اللازمة لإزالة الألغام، وأن المساحة المطهرة بلغت ١٢٫٥ هكتارا خلال الفترة من ٢٠ إلى ٢٧ سبتمبر.",
            "نسبة الالتزام 95% وفق التقرير رقم SMM-2021/17.");
    private static final List<String> RUSSIAN = List.of(
            "На линии соприкосновения спокойно",
            "Ереван, 28 сентября 2021 года. Министр иностранных дел России Сергей Лавров заявил: «Ситуация там сейчас стабильна». По его словам, за сутки зафиксировано 12 нарушений режима прекращения огня северо-западнее Степанакерта.",
            "Пресс-служба ведомства уточнила, что в 14:35 наблюдатели OSCE SMM слышали 3 взрыва в 2–3 км к югу от поста.");
    private static final List<String> ENGLISH = List.of(
            "Quiet night along the line of contact",
            "YEREVAN, September 28. The foreign minister of Russia, Sergey Lavrov, said that \"the situation there is now stable\". Observers recorded 12 violations between 20:00 and 06:00, five fewer than on the day before.",
            "The mission's officer found no fresh craters (see report 17/2021) near the crossing.");

    private static List<Printer> printers() {
        return List.of(Printing::chromium, Printing::openhtmltopdf);
    }

    /** A page with the paragraphs in a width in points; 0 is as wide as the page. */
    private static String page(List<String> paragraphs, String lang, String style, int width) {
        StringBuilder html = new StringBuilder("<html lang=\"" + lang + "\"" + (lang.equals("ar") ? " dir=\"rtl\"" : "")
                + "><head><meta charset=\"utf-8\"/><title>x</title><style>body{font-family:"
                + (lang.equals("ar") ? "NotoNaskhArabic,'Noto Naskh Arabic'," : "")
                + "NotoSans,'Noto Sans';font-size:12pt;line-height:1.4}h1{font-size:18pt}" + style
                + "</style></head><body>");
        String box = width == 0 ? "" : " style=\"width:" + width + "pt\"";
        html.append("<h1>").append(paragraphs.getFirst()).append("</h1>");
        for (String words : paragraphs.subList(1, paragraphs.size())) {
            html.append("<p" + box + ">").append(words).append("</p>");
        }
        return html.append("</body></html>").toString();
    }

    private static Document read(byte[] pdf) {
        return switch (Documents.read(pdf, "page.pdf")) {
            case Result.Good(Document document) -> document;
            case Result.Bad(var problem) -> throw new AssertionError(problem);
        };
    }

    private static void comesBack(Printer printer, List<String> paragraphs, String lang, String style, int... widths)
            throws Exception {
        for (int width : widths) {
            String text =
                    read(printer.print(page(paragraphs, lang, style, width))).text();
            for (String paragraph : paragraphs) {
                long times = text.lines().filter(paragraph::equals).count();
                assertEquals(1, times, () -> paragraph + "\nis not once in\n" + text);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("printers")
    void arabicComesBackInReadingOrder(Printer printer) throws Exception {
        comesBack(printer, ARABIC, "ar", "", 0, 333);
    }

    @ParameterizedTest
    @MethodSource("printers")
    void justifiedArabicToo(Printer printer) throws Exception {
        comesBack(printer, ARABIC, "ar", "p{text-align:justify}", 410);
    }

    @ParameterizedTest
    @MethodSource("printers")
    void russianComesBack(Printer printer) throws Exception {
        comesBack(printer, RUSSIAN, "ru", "", 170, 400);
    }

    @ParameterizedTest
    @MethodSource("printers")
    void englishComesBack(Printer printer) throws Exception {
        comesBack(printer, ENGLISH, "en", "p{text-align:justify}", 170, 400);
    }

    @Test
    void vowelSignsStandBehindTheirLetters() throws Exception {
        String vowelled = "سُمِعَ دويُّ انفجارٍ قربَ القريةِ يومَ الاثنين.";
        comesBack(Printing::chromium, List.of("عنوان", vowelled), "ar", "", 0);
    }

    @Test
    void hyphensOfTypesettingGoAndHyphensOfWordsStay() throws Exception {
        List<String> text = List.of(
                "Hyphens",
                "The representatives of the humanitarian organisations travelled north-westwards through mountainous"
                        + " territory while the reconnaissance detachment continued its responsibilities.");
        comesBack(Printing::chromium, text, "en", "p{hyphens:auto}", 110, 150);
    }

    @ParameterizedTest
    @MethodSource("printers")
    void columnsAreReadOneAfterAnother(Printer printer) throws Exception {
        List<String> left = ENGLISH.subList(1, 3);
        String html = "<html><head><style>body{font-family:NotoSans;font-size:11pt}td{width:220pt;vertical-align:top;"
                + "padding-right:24pt}</style></head><body><h1>Two columns</h1><table><tr><td><p>" + left.get(0)
                + "</p></td><td><p>" + RUSSIAN.get(1) + "</p></td></tr></table></body></html>";
        List<String> lines = read(printer.print(html)).text().lines().toList();
        assertTrue(lines.contains(left.get(0)), () -> String.join("\n", lines));
        assertTrue(lines.contains(RUSSIAN.get(1)), () -> String.join("\n", lines));
    }

    @Test
    void paragraphsGoOnOverPagesAndHeadersComeOnce() throws Exception {
        StringBuilder html = new StringBuilder("<html><head><style>@page{size:A5;margin:20mm;"
                + "@top-center{content:'Example Gazette'}@bottom-center{content:'page ' counter(page)}}"
                + "body{font-family:NotoSans;font-size:12pt}</style></head><body>");
        String paragraph = "";
        for (int i = 0; i < 12; i++) {
            paragraph = ENGLISH.get(1) + " Number " + i + " " + ENGLISH.get(2);
            html.append("<p>").append(paragraph).append("</p>");
        }
        Document document =
                read(Printing.openhtmltopdf(html.append("</body></html>").toString()));
        String text = document.text();
        assertTrue(document.pages().size() >= 3, text);
        assertEquals(text.indexOf("Example Gazette"), text.lastIndexOf("Example Gazette"), text);
        assertTrue(text.startsWith("Example Gazette"), text);
        assertFalse(text.matches("(?s).*\\bpage \\d.*"), text);
        for (int i = 0; i < 12; i++) {
            assertTrue(text.lines().toList().contains(ENGLISH.get(1) + " Number " + i + " " + ENGLISH.get(2)), text);
        }
        int end = 0;
        for (Page page : document.pages()) {
            assertEquals(end, page.start());
            end = page.end();
        }
        assertEquals(text.codePointCount(0, text.length()), end);
        assertEquals(document.pages().getLast().number(), document.page(end - 1));
        assertEquals(1, document.page(0));
    }
}
