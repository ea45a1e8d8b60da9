package org.truce.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.truce.cli.Desk.Seen;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reports that come as PDF or DOCX, in several outlets, or with proposals of a model. */
class DocumentsInTest {
    private static final List<String> LINES = List.of(
            "Example Gazette",
            "Quiet night on the line of contact",
            "28 September 2021",
            "The foreign minister of Russia, Sergey Lavrov, said that the situation is stable.");

    @TempDir
    Path work = Path.of("");

    private Desk desk = new Desk(work);

    @BeforeEach
    void desk() {
        desk = new Desk(work).with("TRUCE_AS", "me:analyst");
    }

    private String pdf(String name) throws IOException {
        Path file = work.resolve(name);
        try (PDDocument pdf = new PDDocument()) {
            PDPage page = new PDPage();
            pdf.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(pdf, page)) {
                content.setFont(new PDType1Font(FontName.HELVETICA), 11);
                float y = 700;
                for (String line : LINES) {
                    content.beginText();
                    content.newLineAtOffset(60, y);
                    content.showText(line);
                    content.endText();
                    y -= 40;
                }
            }
            pdf.save(file.toFile());
        }
        return file.toString();
    }

    private String docx(String name) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        StringBuilder body = new StringBuilder();
        LINES.forEach(line -> body.append("<w:p><w:r><w:t>").append(line).append("</w:t></w:r></w:p>"));
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            part(
                    zip,
                    "[Content_Types].xml",
                    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                            + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                            + "<Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument"
                            + ".wordprocessingml.document.main+xml\"/></Types>");
            part(
                    zip,
                    "_rels/.rels",
                    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                            + "<Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
                            + "officeDocument\" Target=\"word/document.xml\"/></Relationships>");
            part(
                    zip,
                    "word/document.xml",
                    "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/" + "main\"><w:body>"
                            + body + "</w:body></w:document>");
        }
        return Files.write(work.resolve(name), out.toByteArray()).toString();
    }

    private static void part(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
    }

    private static JsonNode json(Seen seen) {
        assertEquals(0, seen.code(), seen.err());
        return JsonMapper.shared().readTree(seen.out());
    }

    @Test
    void documentsAreReadWithTheirPagesAndNothingElseIsPrinted() throws IOException {
        for (String file : List.of(pdf("report.pdf"), docx("report.docx"), pdf("report.txt"))) {
            Seen seen = desk.run("read", file, "--json");
            assertEquals("", seen.err());
            JsonNode reading = json(seen);
            assertEquals("2021-09-28", reading.path("publication_date").asString(""), seen.out());
            assertEquals(1, reading.at("/pages/0/number").asInt(0));
            int end = reading.at("/pages/0/span/1").asInt(0);
            assertEquals(desk.run("read", file, "--text").out().stripTrailing().length(), end);
            assertTrue(reading.path("extractor").asString("").startsWith("truce-"));
        }
    }

    @Test
    void documentsAreAddedWithTheirOriginalsAndOneStoryIsOneSource() throws IOException {
        String r = desk.path("r");
        desk.run("new", r);
        String report = pdf("report.pdf");
        Seen added = desk.run("add", r, report, docx("report.docx"));
        assertEquals(0, added.code(), added.err());
        assertEquals("", added.err());
        assertTrue(added.out().startsWith("2 added"), added.out());
        Seen again = desk.run("add", r, report);
        assertTrue(again.out().startsWith("0 added, 1 known before"), again.out());
        assertTrue(desk.run("verify", r).out().startsWith("right: "));
        JsonNode reports = json(desk.run("show", r, "reports", "--json"));
        assertEquals(2, reports.path("items").size());
        assertEquals(1, reports.path("sources").asInt(0), reports.toString());
        JsonNode first = reports.at("/items/0");
        assertEquals(reports.at("/items/1/entry"), first.at("/sameStory/0/entry"));
        assertTrue(first.at("/sameStory/0/terms").size() > 1, first.toString());
        assertTrue(desk.run("show", r, "reports", "--lang", "en").out().contains("1 source"));
    }

    @Test
    void whatIsWrongIsToldInOneSentence() throws IOException {
        Path cut = Files.write(work.resolve("cut.docx"), new byte[] {'P', 'K', 3, 4, 0, 0});
        Seen seen = desk.run("read", cut.toString());
        assertEquals(3, seen.code());
        assertEquals(List.of("broken-document"), seen.codes(), seen.err());
        String r = desk.path("r");
        desk.run("new", r);
        Seen added = desk.run("add", r, cut.toString(), pdf("good.pdf"));
        assertEquals(List.of("broken-document"), added.codes(), added.err());
        assertTrue(added.out().startsWith("1 added"), added.out());
    }

    @Test
    void aModelProposesAndItsAnswerIsReplayedWithoutIt() throws IOException {
        String text =
                "A night of fire\n\n12 December 2020\n\nThe ministry spoke on Friday.\nForces opened fire near Shusha.\n";
        String report = desk.file("report.txt", text);
        String answer = "{\\\"events\\\":[{\\\"type\\\":\\\"ceasefire_violation\\\",\\\"status\\\":\\\"asserted\\\","
                + "\\\"evidence\\\":{\\\"quote\\\":\\\"Forces opened fire near Shusha\\\"}},"
                + "{\\\"type\\\":\\\"casualty\\\",\\\"status\\\":\\\"asserted\\\","
                + "\\\"evidence\\\":{\\\"quote\\\":\\\"900 people were killed\\\"}}]}";
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/chat/completions", exchange -> {
            byte[] body =
                    ("{\"choices\":[{\"message\":{\"content\":\"" + answer + "\"}}]}").getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        String log = desk.path("log.json");
        String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
        JsonNode live =
                json(desk.run("read", report, "--json", "--proposer", url, "--model", "tiny", "--proposer-log", log));
        server.stop(0);
        assertEquals("machine-proposed", live.at("/proposed/events/0/mark").asString(""));
        assertEquals("quote-not-found", live.at("/proposed/refused/0/code").asString(""));
        JsonNode replayed = json(desk.run("read", report, "--json", "--replay", log));
        assertEquals(live.path("proposed"), replayed.path("proposed"));
        assertTrue(desk.run("read", report, "--replay", log).out().contains("Proposed by tiny, not confirmed: 1"));
        Seen elsewhere = desk.run("read", report, "--proposer", "http://example.org/v1");
        assertEquals(List.of("not-this-machine"), elsewhere.codes());
        assertTrue(!json(desk.run("read", report, "--json")).has("proposed"));
    }
}
