package org.truce.exchange.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.junit.jupiter.api.Test;
import org.truce.exchange.document.Document.Result;
import org.truce.model.Problem;

/** PDFs that hold no text, are cut, locked, enormous or made to harm: a clear answer in bounded time. */
class HostilePdfTest {
    private static byte[] pdf(int pages, String words, String password) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PDDocument pdf = new PDDocument()) {
            PDType1Font font = new PDType1Font(FontName.HELVETICA);
            for (int i = 0; i < pages; i++) {
                PDPage page = new PDPage();
                pdf.addPage(page);
                if (!words.isEmpty()) {
                    try (PDPageContentStream content = new PDPageContentStream(pdf, page)) {
                        content.beginText();
                        content.setFont(font, 12);
                        content.newLineAtOffset(72, 500);
                        content.showText(words + " " + i);
                        content.endText();
                    }
                }
            }
            if (!password.isEmpty()) {
                pdf.protect(new StandardProtectionPolicy("owner", password, new AccessPermission()));
            }
            pdf.save(out);
        }
        return out.toByteArray();
    }

    private static Problem bad(byte[] bytes) {
        return assertInstanceOf(Result.Bad.class, Documents.read(bytes, "x.pdf"))
                .problem();
    }

    private static Document good(byte[] bytes) {
        return assertInstanceOf(Result.Good.class, Documents.read(bytes, "x.pdf"))
                .document();
    }

    @Test
    void aScanSaysThatItNeedsOcr() throws IOException {
        Problem problem = bad(pdf(3, "", ""));
        assertEquals("no-text", problem.code());
        assertTrue(problem.sentence().contains("3 pages") && problem.sentence().contains("OCR"), problem.sentence());
    }

    @Test
    void aPasswordIsAskedForInASentence() throws IOException {
        assertEquals("encrypted", bad(pdf(1, "words", "secret")).code());
    }

    @Test
    void tenThousandPagesAreReadWithTheirMap() throws IOException {
        long begun = System.nanoTime();
        Document document = good(pdf(10_000, "Observers heard a burst on day", ""));
        long seconds = Duration.ofNanos(System.nanoTime() - begun).toSeconds();
        assertEquals(10_000, document.pages().size());
        int last = document.pages().getLast().start();
        assertTrue(document.text().substring(last).startsWith("Observers heard a burst on day 9999"));
        assertEquals(10_000, document.page(last));
        assertTrue(seconds < 60, "took " + seconds + " s");
    }

    @Test
    void theTimeIsBoundedWhateverTheDocument() throws IOException {
        byte[] pdf = pdf(3000, "Observers heard a burst on day", "");
        long begun = System.nanoTime();
        Limits limits = new Limits(64 << 20, 1_000_000, 64L << 20, Duration.ofMillis(20));
        Result result = Documents.read(pdf, "x.pdf", limits);
        assertEquals(
                "too-slow", assertInstanceOf(Result.Bad.class, result).problem().code());
        assertTrue(Duration.ofNanos(System.nanoTime() - begun).toSeconds() < 5);
    }

    @Test
    void textAndFileAreBounded() throws IOException {
        byte[] pdf = pdf(50, "Observers heard a burst on day", "");
        Limits few = new Limits(64 << 20, 300, 64L << 20, Duration.ofSeconds(30));
        assertEquals(
                "too-large",
                assertInstanceOf(Result.Bad.class, Documents.read(pdf, "x.pdf", few))
                        .problem()
                        .code());
        Limits small = new Limits(1000, 300, 64L << 20, Duration.ofSeconds(30));
        assertEquals(
                "too-large",
                assertInstanceOf(Result.Bad.class, Documents.read(pdf, "x.pdf", small))
                        .problem()
                        .code());
    }

    @Test
    void aBombIsRefusedBeforeItIsUnpacked() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflate = new DeflaterOutputStream(packed)) {
            byte[] zeros = new byte[1 << 20];
            Arrays.fill(zeros, (byte) ' ');
            for (int i = 0; i < 600; i++) {
                deflate.write(zeros);
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(
                ("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
                                + "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>endobj\n"
                                + "4 0 obj<</Filter/FlateDecode/Length " + packed.size() + ">>stream\n")
                        .getBytes(StandardCharsets.US_ASCII));
        packed.writeTo(out);
        out.write("\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF".getBytes(StandardCharsets.US_ASCII));
        assertEquals("too-large", bad(out.toByteArray()).code());
    }

    @Test
    void cutAnywhereItIsAnErrorOrSaysThatItWasCut() throws IOException {
        byte[] whole = pdf(5, "Observers heard a burst on day", "");
        for (int length = 1; length < whole.length - 6; length += 41) {
            Result result = Documents.read(Arrays.copyOf(whole, length), "cut.pdf");
            if (result instanceof Result.Good(Document document)) {
                assertTrue(
                        document.notes().stream().anyMatch(note -> note.code().equals("cut-short")), "at " + length);
            }
        }
    }

    @Test
    void noBytesChangedAnywhereMakeItThrow() throws IOException {
        byte[] whole = pdf(3, "Observers heard a burst on day", "");
        Random random = new Random(7);
        for (int i = 0; i < 300; i++) {
            byte[] changed = whole.clone();
            for (int j = 0; j < 1 + i % 20; j++) {
                changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
            }
            Documents.read(changed, "changed.pdf"); // any answer but an exception
        }
    }

    @Test
    void namesDoNotDecideAndWrongOnesAreTold() throws IOException {
        byte[] pdf = pdf(1, "words", "");
        assertTrue(Documents.takes(pdf, "report.txt"));
        assertEquals("words 0", good(pdf).text());
        assertEquals(
                "wrong-type",
                bad("<!DOCTYPE html><p>Please sign in".getBytes(StandardCharsets.UTF_8))
                        .code());
        assertTrue(!Documents.takes("A report of %PDF-1.4 files".getBytes(StandardCharsets.UTF_8), "report.txt"));
    }
}
