package org.truce.exchange.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLStreamException;
import org.apache.poi.Version;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.apache.poi.openxml4j.opc.PackageRelationshipCollection;
import org.apache.poi.openxml4j.opc.PackageRelationshipTypes;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.truce.model.Problem;

/**
 * A DOCX into text: POI opens the container, StAX reads the words. What was deleted under tracked changes, hidden or is
 * an instruction to the word processor is left out; headers, footers, foot- and endnotes come once. Macros are never
 * run. Cost: linear in what is unpacked, which is counted before anything is kept.
 */
final class DocxReader {
    private static final String OWN = "truce-docx 0.1.0";
    private static final int MOST_PARTS = 10_000;
    private static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    private static final String MACRO_WORD = "application/vnd.ms-word.";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private static final String STRICT_RELATIONS = "http://purl.oclc.org/ooxml/officeDocument/relationships/";

    static {
        // POI's own guard refuses documents of many like pages; here every byte has been counted before.
        ZipSecureFile.setMinInflateRatio(0);
    }

    private final Limits limits;
    private final Deadline deadline;

    DocxReader(Limits limits, Deadline deadline) {
        this.limits = limits;
        this.deadline = deadline;
    }

    Document read(byte[] bytes) throws IOException, XMLStreamException {
        unpackable(bytes);
        OPCPackage container = null;
        try {
            container = OPCPackage.open(new ByteArrayInputStream(bytes));
            PackagePart main = main(container);
            List<Problem> notes = new ArrayList<>();
            if (macros(container)) {
                notes.add(new Problem(
                        "macros",
                        main.getPartName().getName(),
                        "There are macros in the document; they were not run."));
            }
            WordText text = new WordText(limits.codePoints(), deadline);
            parts(main, "header").forEach(part -> read(part, text, true));
            read(main, text, false);
            for (String kind : List.of("footnotes", "endnotes", "footer")) {
                parts(main, kind).forEach(part -> read(part, text, true));
            }
            Document document = text.document(mediaType(main), OWN + " poi " + Version.getVersion(), notes);
            if (document.text().isBlank()) {
                throw new Unreadable(
                        "no-text",
                        main.getPartName().getName(),
                        "There is no text in it: if it holds pictures, use OCR.");
            }
            return document;
        } catch (OpenXML4JException | OpenXML4JRuntimeException e) {
            throw new Unreadable(
                    "wrong-type", "/", "This is an archive but no DOCX: give the document itself, as .docx or PDF.");
        } finally {
            if (container != null) {
                container.revert(); // closing would write
            }
        }
    }

    /** Unpacks everything once without keeping it. */
    private void unpackable(byte[] bytes) throws IOException {
        long total = 0;
        int parts = 0;
        byte[] buffer = new byte[1 << 16];
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts++;
                count(entry, total, parts);
                for (int count = zip.read(buffer); count >= 0; count = zip.read(buffer)) {
                    total += count;
                    count(entry, total, parts);
                }
            }
        } catch (ZipException | java.io.EOFException | IllegalArgumentException e) {
            throw new Unreadable(
                    "broken-document", "/", "The archive is damaged or cut short: fetch it anew, or save it again.");
        }
        if (parts == 0) {
            throw new Unreadable(
                    "broken-document", "/", "The archive is damaged or cut short: fetch it anew, or save it again.");
        }
    }

    private void count(ZipEntry entry, long total, int parts) {
        deadline.check();
        if (total > mostUnpacked() || parts > MOST_PARTS) {
            throw new Unreadable(
                    "too-large",
                    entry.getName(),
                    "What is packed in the file becomes more than " + (mostUnpacked() >> 20) + " MiB or " + MOST_PARTS
                            + " parts: it may be made to exhaust the machine.");
        }
    }

    /** Half of what may be unpacked: POI keeps the parts in memory. */
    private long mostUnpacked() {
        return limits.unpackedBytes() / 2;
    }

    private static PackagePart main(OPCPackage container) throws OpenXML4JException {
        List<PackagePart> mains = new ArrayList<>();
        for (String type :
                List.of(PackageRelationshipTypes.CORE_DOCUMENT, PackageRelationshipTypes.STRICT_CORE_DOCUMENT)) {
            for (PackageRelationship one : container.getRelationshipsByType(type)) {
                PackagePart part = container.getPart(one);
                if (part != null) {
                    mains.add(part);
                }
            }
        }
        PackagePart main = mains.isEmpty() ? null : mains.getFirst();
        String type = main == null ? "" : main.getContentType();
        if (main == null || !(type.startsWith(WORD) || type.startsWith(MACRO_WORD))) {
            throw new Unreadable(
                    "wrong-type",
                    "/",
                    "This is an archive but no DOCX" + what(type) + ": give the document itself, as .docx or PDF.");
        }
        return main;
    }

    private static String what(String type) {
        return type.contains("spreadsheet") || type.contains("excel")
                ? ", it is a spreadsheet"
                : type.contains("presentation") || type.contains("powerpoint") ? ", it is a presentation" : "";
    }

    private static String mediaType(PackagePart main) {
        return main.getContentType().startsWith(MACRO_WORD)
                ? "application/vnd.ms-word.document.macroEnabled.12"
                : "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    }

    private static boolean macros(OPCPackage container) throws InvalidFormatException {
        return container.getParts().stream()
                .anyMatch(part -> part.getPartName().getName().endsWith("vbaProject.bin"));
    }

    private static List<PackagePart> parts(PackagePart main, String kind) throws InvalidFormatException {
        List<PackagePart> found = new ArrayList<>();
        for (String family : List.of(RELATIONS, STRICT_RELATIONS)) {
            PackageRelationshipCollection relations = main.getRelationshipsByType(family + kind);
            for (PackageRelationship one : relations) {
                PackagePart part = main.getPackage().getPart(PackagingURIHelper.createPartName(one.getTargetURI()));
                if (part != null) {
                    found.add(part);
                }
            }
        }
        return found;
    }

    private static void read(PackagePart part, WordText text, boolean apart) {
        try (InputStream in = part.getInputStream()) {
            text.read(in, apart);
        } catch (IOException | XMLStreamException e) {
            throw new Unreadable(
                    "broken-document",
                    part.getPartName().getName(),
                    "This part of the document is no XML: open it in a word processor and save it again.");
        }
    }
}
