package org.truce.exchange.document;

import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.util.XMLHelper;
import org.truce.model.Problem;

/** The words of the parts of a DOCX, one part after another, with the pages that the word processor noted. Used once. */
final class WordText {
    /** Deleted or moved away, instructions, properties, and what stands twice for older readers. */
    private static final Set<String> LEFT_OUT = Set.of(
            "del",
            "moveFrom",
            "delText",
            "instrText",
            "delInstrText",
            "pPr",
            "sectPr",
            "tblPr",
            "trPr",
            "tcPr",
            "Fallback",
            "rt",
            "sdtPr",
            "rPrChange");

    /** Of a field that shows the number of a page; no instruction begins so. */
    private static final String NUMBER = "\0";

    private final int limit;
    private final Deadline deadline;
    private final StringBuilder text = new StringBuilder();
    private final List<Page> pages = new ArrayList<>();
    private final Set<String> apart = new HashSet<>();

    private final Deque<StringBuilder> paragraphs = new ArrayDeque<>();
    private final Deque<StringBuilder> fields = new ArrayDeque<>();
    private final List<String> boxes = new ArrayList<>();
    private final List<Integer> turns = new ArrayList<>();
    private int tables;
    private boolean hidden;
    private boolean firstCell;
    private int numbers;
    private boolean body;
    private int page = 1;
    private int pageStart;
    private int counted;
    private int codePoints;
    private boolean fresh = true;

    WordText(int limit, Deadline deadline) {
        this.limit = limit;
        this.deadline = deadline;
    }

    Document document(String mediaType, String extractor, List<Problem> notes) {
        while (!text.isEmpty() && Character.isWhitespace(text.charAt(text.length() - 1))) {
            text.setLength(text.length() - 1);
        }
        counted = Math.min(counted, text.length());
        turn(0, text.length());
        return new Document(text.toString(), mediaType, extractor, pages, notes);
    }

    /**
     * Reads one part.
     *
     * @param besides whether it stands beside the text, as headers do: the same words are then written once, and pages
     *     do not turn
     */
    void read(InputStream in, boolean besides) throws XMLStreamException {
        body = !besides;
        int from = text.length();
        paragraphs.clear();
        fields.clear();
        tables = 0;
        XMLStreamReader xml = XMLHelper.newXMLInputFactory().createXMLStreamReader(in);
        try {
            while (xml.hasNext()) {
                deadline.check();
                switch (xml.next()) {
                    case XMLStreamConstants.START_ELEMENT -> start(xml);
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                        // Only what stands in w:t is text; it is taken there.
                    }
                    case XMLStreamConstants.END_ELEMENT -> end(xml.getLocalName());
                    default -> {
                        // Comments and processing instructions say nothing.
                    }
                }
            }
        } finally {
            xml.close();
        }
        if (besides && !apart.add(text.substring(from).strip())) {
            text.setLength(from);
        }
    }

    private void start(XMLStreamReader xml) throws XMLStreamException {
        String name = xml.getLocalName();
        if ((LEFT_OUT.contains(name) && !name.equals("instrText")) || note(xml, name)) {
            skip(xml);
            return;
        }
        switch (name) {
            case "p" -> paragraphs.push(new StringBuilder());
            case "t" -> words(xml.getElementText());
            case "instrText" -> {
                String instruction = xml.getElementText();
                if (!fields.isEmpty()) {
                    fields.getFirst().append(instruction);
                }
            }
            case "fldChar" -> field(attribute(xml, "fldCharType"));
            case "fldSimple" -> {
                boolean number = number(attribute(xml, "instr"));
                fields.push(new StringBuilder(number ? NUMBER : ""));
                numbers += number ? 1 : 0;
            }
            case "vanish", "webHidden" -> hidden |= !Set.of("0", "false", "off").contains(attribute(xml, "val"));
            case "tab", "ptab" -> words(" ");
            case "br" -> {
                if (attribute(xml, "type").equals("page")) {
                    newPage();
                } else {
                    words("\n");
                }
            }
            case "cr" -> words("\n");
            case "lastRenderedPageBreak" -> {
                if (!fresh) {
                    newPage();
                }
            }
            case "noBreakHyphen" -> words("-");
            case "tbl" -> tables++;
            case "tr" -> firstCell = true;
            case "tc" -> {
                if (!firstCell) {
                    text.append('\t');
                }
                firstCell = false;
            }
            default -> {
                // Everything else only holds the above.
            }
        }
    }

    /** The lines that separate notes from the text are notes themselves. */
    private static boolean note(XMLStreamReader xml, String name) {
        return (name.equals("footnote") || name.equals("endnote"))
                && !Set.of("", "normal").contains(attribute(xml, "type"));
    }

    private static String attribute(XMLStreamReader xml, String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return "";
    }

    private static void skip(XMLStreamReader xml) throws XMLStreamException {
        for (int depth = 1; depth > 0; ) {
            int event = xml.next();
            depth += event == XMLStreamConstants.START_ELEMENT ? 1 : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
        }
    }

    private void field(String type) {
        switch (type) {
            case "begin" -> fields.push(new StringBuilder());
            case "separate" -> {
                if (!fields.isEmpty() && number(fields.getFirst().toString())) {
                    fields.getFirst().setLength(0);
                    fields.getFirst().append(NUMBER);
                    numbers++;
                }
            }
            case "end" -> {
                if (!fields.isEmpty() && fields.pop().toString().equals(NUMBER) && numbers > 0) {
                    numbers--;
                }
            }
            default -> {
                // No field begins or ends.
            }
        }
    }

    /** Whether a field is the number of a page, which is no word of the text. */
    private static boolean number(String instruction) {
        String first = instruction.strip().split("\\s", 2)[0].toUpperCase(Locale.ROOT);
        return first.equals("PAGE") || first.equals("NUMPAGES") || first.equals("SECTIONPAGES");
    }

    private void words(String words) {
        if (!hidden && numbers == 0 && !paragraphs.isEmpty()) {
            paragraphs.getFirst().append(words);
            fresh &= words.isBlank();
            if (text.length() + paragraphs.getFirst().length() > limit) {
                throw new Unreadable(
                        "too-large",
                        "page " + page,
                        "The text has more than " + limit + " characters: give the pages that are meant.");
            }
        }
    }

    private void end(String name) {
        switch (name) {
            case "r" -> hidden = false;
            case "fldSimple" -> field("end");
            case "p" -> paragraph();
            case "tr" -> line(1);
            case "tbl" -> {
                tables = Math.max(0, tables - 1);
                line(2);
            }
            default -> {
                // Nothing else ends a line.
            }
        }
    }

    private void paragraph() {
        String raw = paragraphs.isEmpty() ? "" : paragraphs.pop().toString();
        String words = raw.strip();
        if (!paragraphs.isEmpty()) {
            // A text box stands in the paragraph to which it is tied, and is read behind it.
            boxes.add(words);
            return;
        }
        int before = raw.length() - raw.stripLeading().length();
        int from = begin(words);
        for (int turn : turns) {
            turn(page + 1, from + Math.clamp((long) turn - before, 0, words.length()));
        }
        turns.clear();
        finish(words);
        for (String box : boxes) {
            begin(box);
            finish(box);
        }
        boxes.clear();
    }

    /** Writes the words of a paragraph; returns where they begin in the text. */
    private int begin(String words) {
        boolean inside = tables > 0 && !text.isEmpty() && "\n\t".indexOf(text.charAt(text.length() - 1)) < 0;
        text.append(inside && !words.isEmpty() ? " " : "").append(tables > 0 ? words.replace('\n', ' ') : words);
        return text.length() - words.length();
    }

    private void finish(String words) {
        if (tables == 0 && !words.isEmpty()) {
            line(2);
        }
    }

    private void line(int breaks) {
        while (!text.isEmpty() && (text.charAt(text.length() - 1) == ' ' || text.charAt(text.length() - 1) == '\t')) {
            text.setLength(text.length() - 1);
        }
        int have = 0;
        while (have < breaks && have < text.length() && text.charAt(text.length() - 1 - have) == '\n') {
            have++;
        }
        for (int i = have; i < breaks && !text.isEmpty(); i++) {
            text.append('\n');
        }
    }

    private void newPage() {
        fresh = true;
        if (!body) {
            return;
        }
        if (paragraphs.isEmpty()) {
            turn(page + 1, text.length());
        } else {
            turns.add(paragraphs.getLast().length());
        }
    }

    /** Begins a page at a place of the text; 0 ends the last. Pages without words are counted and left out. */
    private void turn(int number, int at) {
        int to = Math.max(counted, at);
        int end = codePoints + Character.codePointCount(text, counted, to);
        counted = to;
        codePoints = end;
        if (end > pageStart) {
            pages.add(new Page(page, pageStart, end));
            pageStart = end;
        }
        page = number;
    }
}
