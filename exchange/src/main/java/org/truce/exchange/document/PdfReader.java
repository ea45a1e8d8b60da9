package org.truce.exchange.document;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.util.Version;
import org.truce.model.Problem;

/** A PDF into text. Cost: linear in the glyphs; one page's glyphs are in memory at a time. */
final class PdfReader {
    private static final String OWN = "truce-pdf 0.1.0";
    /** Share of glyphs without letters from which on the rest would be nonsense. */
    private static final double MOST_UNTOLD = 0.3;

    private final Limits limits;
    private final Deadline deadline;

    PdfReader(Limits limits, Deadline deadline) {
        this.limits = limits;
        this.deadline = deadline;
    }

    Document read(byte[] bytes) throws IOException {
        Streams.check(bytes, limits.unpackedBytes(), deadline);
        List<Problem> notes = new ArrayList<>();
        try (PDDocument pdf = open(bytes)) {
            if (pdf.getNumberOfPages() == 0) {
                throw new Unreadable(
                        "broken-document", "/", "The PDF has no pages: open it in a viewer and print it anew.");
            }
            if (!pdf.getCurrentAccessPermission().canExtractContent()
                    && !pdf.getCurrentAccessPermission().canExtractForAccessibility()) {
                throw new Unreadable(
                        "encrypted",
                        "/",
                        "Its author forbids taking text out of this PDF: ask for a copy without that restriction.");
            }
            if (!complete(bytes)) {
                notes.add(new Problem(
                        "cut-short", "/", "The file does not end like a PDF: pages may be missing at its end."));
            }
            List<Sheet> sheets = sheets(pdf, notes);
            return document(sheets, notes);
        }
    }

    private static PDDocument open(byte[] bytes) throws IOException {
        try {
            return Loader.loadPDF(
                    new RandomAccessReadBuffer(bytes), "", null, null, IOUtils.createTempFileOnlyStreamCache());
        } catch (InvalidPasswordException e) {
            throw new Unreadable(
                    "encrypted",
                    "/",
                    "The PDF is under a password: open it with the password and print it to a PDF without one.");
        }
    }

    private List<Sheet> sheets(PDDocument pdf, List<Problem> notes) {
        Glyphs glyphs = new Glyphs(deadline);
        List<Sheet> sheets = new ArrayList<>();
        List<Integer> damaged = new ArrayList<>();
        long letters = 0;
        int number = 0;
        for (PDPage page : pdf.getPages()) {
            deadline.check();
            number++;
            try {
                List<Line> lines = Lines.of(glyphs.of(page));
                for (Line line : lines) {
                    letters += line.words().length();
                }
                sheets.add(new Sheet(number, glyphs.height(), lines));
            } catch (IOException | IllegalArgumentException | ClassCastException | NullPointerException e) {
                damaged.add(number); // PDFBox throws these on pages that are no pages; the others are read
            }
            if (letters > limits.codePoints()) {
                throw new Unreadable(
                        "too-large",
                        "page " + number,
                        "The text has more than " + limits.codePoints()
                                + " characters: give the pages that are meant.");
            }
        }
        if (glyphs.untold() > MOST_UNTOLD) {
            throw new Unreadable(
                    "no-letters",
                    "/",
                    "The fonts of this PDF do not say which letters they draw: read it with OCR, or get the original.");
        }
        if (!damaged.isEmpty()) {
            String first = damaged.stream()
                    .limit(5)
                    .map(String::valueOf)
                    .reduce((a, b) -> a + ", " + b)
                    .orElse("");
            notes.add(new Problem(
                    "damaged-pages",
                    "page " + damaged.getFirst(),
                    damaged.size()
                            + " of " + number + " pages are damaged and were not read: " + first
                            + (damaged.size() > 5 ? ", …" : "") + "."));
        }
        return sheets;
    }

    private Document document(List<Sheet> sheets, List<Problem> notes) {
        boolean empty = sheets.stream()
                .allMatch(sheet ->
                        sheet.lines().stream().allMatch(line -> line.words().isBlank()));
        if (empty) {
            throw new Unreadable(
                    "no-text",
                    "/",
                    "There is no text on its " + sheets.size()
                            + (sheets.size() == 1 ? " page" : " pages")
                            + ", only pictures: read it with OCR (as with ocrmypdf) first.");
        }
        Paragraphs paragraphs = new Paragraphs(Brackets.asDrawn(sheets), limits.codePoints());
        paragraphs.write(Furniture.without(sheets));
        String extractor = OWN + " pdfbox " + Version.getVersion();
        return new Document(paragraphs.text(), "application/pdf", extractor, paragraphs.pages(), notes);
    }

    /** Whether the mark of the end stands near the end; what was appended behind it by mail programs is passed over. */
    private static boolean complete(byte[] bytes) {
        int from = Math.max(0, bytes.length - 4096);
        String tail = new String(bytes, from, bytes.length - from, java.nio.charset.StandardCharsets.ISO_8859_1);
        return tail.contains("%%EOF");
    }
}
