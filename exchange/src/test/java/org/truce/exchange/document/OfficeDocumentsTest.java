package org.truce.exchange.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.BreakType;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.truce.exchange.document.Document.Result;
import org.truce.model.Problem;

/** DOCX as word processors write them, and as nobody should. */
class OfficeDocumentsTest {
    private static final String MAIN =
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

    private static Document good(byte[] bytes) {
        return assertInstanceOf(Result.Good.class, Documents.read(bytes, "report.docx"))
                .document();
    }

    private static Problem bad(byte[] bytes, String name) {
        Limits limits = new Limits(64 << 20, 1_000_000, 64L << 20, Duration.ofSeconds(30));
        return assertInstanceOf(Result.Bad.class, Documents.read(bytes, name, limits))
                .problem();
    }

    private static byte[] zip(Map<String, String> parts) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return out.toByteArray();
    }

    private static byte[] docx(String body, String type, String... more) throws IOException {
        Map<String, String> parts = new TreeMap<>();
        parts.put(
                "[Content_Types].xml",
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                        + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                        + "<Default Extension=\"bin\" ContentType=\"application/vnd.ms-office.vbaProject\"/>"
                        + "<Override PartName=\"/word/document.xml\" ContentType=\"" + type + "\"/></Types>");
        parts.put(
                "_rels/.rels",
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                        + "<Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\""
                        + " Target=\"word/document.xml\"/></Relationships>");
        parts.put(
                "word/document.xml",
                "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
                        + " xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"><w:body>" + body
                        + "</w:body></w:document>");
        for (String name : more) {
            parts.put(name, "x");
        }
        return zip(parts);
    }

    private static String run(String text) {
        return "<w:r><w:t xml:space=\"preserve\">" + text + "</w:t></w:r>";
    }

    @Test
    void whatAWordProcessorWritesIsReadInOrderWithPagesTablesHeadersAndFooters() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (XWPFDocument word = new XWPFDocument()) {
            word.createHeader(HeaderFooterType.DEFAULT)
                    .createParagraph()
                    .createRun()
                    .setText("الجريدة المثال");
            word.createFooter(HeaderFooterType.DEFAULT)
                    .createParagraph()
                    .createRun()
                    .setText("Source: TASS");
            word.createParagraph().createRun().setText("قال الوزير يوم 28 سبتمبر 2021 إن OSCE سجلت 12 انفجارا.");
            XWPFTable table = word.createTable(2, 2);
            table.getRow(0).getCell(0).setText("Post");
            table.getRow(0).getCell(1).setText("Explosions");
            table.getRow(1).getCell(0).setText("Berd");
            table.getRow(1).getCell(1).setText("3");
            var broken = word.createParagraph();
            broken.createRun().setText("Первая часть абзаца, ");
            broken.createRun().addBreak(BreakType.PAGE);
            broken.createRun().setText("вторая часть абзаца.");
            word.write(out);
        }
        Document document = good(out.toByteArray());
        assertEquals(
                "الجريدة المثال\n\nقال الوزير يوم 28 سبتمبر 2021 إن OSCE سجلت 12 انفجارا.\n\n"
                        + "Post\tExplosions\nBerd\t3\n\nПервая часть абзаца, вторая часть абзаца.\n\nSource: TASS",
                document.text());
        assertEquals(2, document.pages().size());
        int turn = document.text().indexOf("вторая");
        assertEquals(1, document.page(turn - 1));
        assertEquals(2, document.page(turn));
        assertEquals(document.text().length(), document.pages().getLast().end());
    }

    @Test
    void whatIsDeletedHiddenOrAnInstructionIsNoText() throws IOException {
        String body = "<w:p>" + run("Three ") + "<w:del><w:r><w:delText>hundred </w:delText></w:r></w:del>"
                + "<w:ins>" + run("shots ") + "</w:ins>"
                + "<w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r>"
                + "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>HYPERLINK \"x\"</w:instrText></w:r>"
                + "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>" + run("were heard")
                + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
                + "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r>"
                + "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>" + run("7")
                + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>" + run(".")
                + "<mc:AlternateContent><mc:Choice Requires=\"wps\"><w:r><w:pict><w:txbxContent><w:p>" + run("A box.")
                + "</w:p></w:txbxContent></w:pict></w:r></mc:Choice><mc:Fallback><w:p>" + run("A box.")
                + "</w:p></mc:Fallback></mc:AlternateContent></w:p>";
        assertEquals("Three shots were heard.\n\nA box.", good(docx(body, MAIN)).text());
    }

    @Test
    void macrosAreNotRunAndAreTold() throws IOException {
        Document document = good(docx(
                "<w:p>" + run("Text.") + "</w:p>",
                "application/vnd.ms-word.document.macroEnabled.main+xml",
                "word/vbaProject.bin"));
        assertEquals("Text.", document.text());
        assertEquals("macros", document.notes().getFirst().code());
    }

    @Test
    void aBombIsRefusedBeforeItIsKept() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 600; i++) {
                zip.write(zeros);
            }
        }
        assertEquals("too-large", bad(out.toByteArray(), "bomb.docx").code());
    }

    @Test
    void manyPartsEntitiesAndDeepNestingAreRefused() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int i = 0; i < 20_000; i++) {
                zip.putNextEntry(new ZipEntry("p" + i));
            }
        }
        assertEquals("too-large", bad(out.toByteArray(), "parts.docx").code());
        Map<String, String> laughs = new TreeMap<>();
        byte[] usual = docx("<w:p>" + run("x") + "</w:p>", MAIN);
        assertEquals("x", good(usual).text());
        String entity = "<!DOCTYPE w [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">]>";
        laughs.put("word/document.xml", entity);
        assertEquals("wrong-type", bad(zip(laughs), "laughs.docx").code());
        String deep = "<w:sdt>".repeat(20_000) + "<w:p>" + run("deep") + "</w:p>" + "</w:sdt>".repeat(20_000);
        assertEquals("broken-document", bad(docx(deep, MAIN), "deep.docx").code());
    }

    @Test
    void aTextWithoutEndIsCutOffWithAnError() throws IOException {
        String body = ("<w:p>" + run("word ".repeat(1000)) + "</w:p>").repeat(300);
        assertEquals("too-large", bad(docx(body, MAIN), "long.docx").code());
    }

    @ParameterizedTest
    @CsvSource({
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml, wrong-type, a spreadsheet",
        "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml, wrong-type, a presentation",
        "text/plain, wrong-type, no DOCX",
    })
    void otherArchivesAreNamed(String type, String code, String words) throws IOException {
        Problem problem = bad(docx("", type), "report.docx");
        assertEquals(code, problem.code());
        assertEquals(true, problem.sentence().contains(words), problem.sentence());
    }

    @Test
    void brokenCutAndEmptyOnesAreErrors() throws IOException {
        byte[] whole = docx("<w:p>" + run("x".repeat(5000)) + "</w:p>", MAIN);
        for (int length = 4; length < whole.length; length += 37) {
            Result result = Documents.read(java.util.Arrays.copyOf(whole, length), "cut.docx");
            if (result instanceof Result.Good(Document document)) {
                assertEquals(5000, document.text().length(), "words were lost at " + length);
            }
        }
        assertEquals("broken-document", bad(docx("<w:p><w:r>", MAIN), "x.docx").code());
        assertEquals("no-text", bad(docx("<w:p/>", MAIN), "x.docx").code());
        assertEquals("wrong-type", bad(new byte[0], "x.docx").code());
        assertEquals(
                "wrong-type",
                bad("<html>".getBytes(StandardCharsets.UTF_8), "x.docx").code());
        assertEquals(
                "wrong-type",
                bad("{\\rtf1".getBytes(StandardCharsets.UTF_8), "x.doc").code());
    }

    @Test
    void oldAndEncryptedOfficeDocumentsAreNamed() throws Exception {
        byte[] ole = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1, 0, 0};
        assertEquals("old-format", bad(ole, "report.doc").code());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (var files = new org.apache.poi.poifs.filesystem.POIFSFileSystem()) {
            var info =
                    new org.apache.poi.poifs.crypt.EncryptionInfo(org.apache.poi.poifs.crypt.EncryptionMode.standard);
            var encryptor = info.getEncryptor();
            encryptor.confirmPassword("secret");
            try (OutputStream inner = encryptor.getDataStream(files)) {
                inner.write(docx("<w:p>" + run("x") + "</w:p>", MAIN));
            }
            files.writeFilesystem(out);
        }
        assertEquals("encrypted", bad(out.toByteArray(), "report.docx").code());
    }
}
