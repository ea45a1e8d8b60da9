package org.truce.reading.source;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.truce.model.Problem;

/**
 * Bytes into text. A byte order mark decides, else a charset that the page declares, else strict UTF-8, else what ICU's
 * detector finds among the code pages of the three languages. Pure; cost linear in the bytes; nothing longer than the
 * limit is looked at.
 */
public final class Extractor {
    /** Name and version, stored with each text. */
    public static final String VERSION = "truce-extract 0.1.0";

    /** Bytes that a document may have unless another limit is given: 10 MiB. */
    public static final int LIMIT_BYTES = 10 * 1024 * 1024;

    private static final int HEAD_BYTES = 4096;

    /** Bytes beyond ASCII from which a code page may be told; with fewer a guess would store other words. */
    private static final int LEAST_LETTERS = 32;

    private static final Set<String> CODE_PAGES = Set.of(
            "windows-1251",
            "windows-1256",
            "windows-1252",
            "ISO-8859-1",
            "ISO-8859-5",
            "ISO-8859-6",
            "KOI8-R",
            "IBM866",
            "UTF-16LE",
            "UTF-16BE",
            "UTF-8");

    private final int limitBytes;

    private Extractor(int limitBytes) {
        this.limitBytes = limitBytes;
    }

    /** An extractor with the usual limit. */
    public static Extractor standard() {
        return new Extractor(LIMIT_BYTES);
    }

    /** An extractor that refuses documents of more than {@code limitBytes} bytes. */
    public static Extractor limitedTo(int limitBytes) {
        return new Extractor(limitBytes);
    }

    /**
     * The text of a document.
     *
     * @param name file name: {@code .html} and {@code .htm} mark a page, and so does its beginning
     */
    public Extraction extract(String name, byte[] bytes) {
        if (bytes.length == 0) {
            return refused("empty-file", "byte 0", "The file is empty: give one that holds a report.");
        }
        if (bytes.length > limitBytes) {
            return refused(
                    "too-large",
                    "byte " + limitBytes,
                    "The file has " + bytes.length + " bytes, more than the limit of " + limitBytes
                            + ": cut it into single reports or raise the limit.");
        }
        if (formatted(bytes)) {
            return refused("binary-file", "byte 0", "This is not a text: save the report as plain text or HTML.");
        }
        boolean html = html(name, bytes);
        Charset charset = marked(bytes);
        int skip = charset == null ? 0 : charset.equals(StandardCharsets.UTF_8) ? 3 : 2;
        if (charset == null && html) {
            charset = declared(bytes);
        }
        if (charset == null && strictly(bytes, 0, StandardCharsets.UTF_8) == null) {
            charset = detected(bytes);
        }
        if (charset == null && strictly(bytes, 0, StandardCharsets.UTF_8) == null) {
            return refused(
                    "not-utf8",
                    "byte " + firstFault(bytes, 0, StandardCharsets.UTF_8),
                    "This is not UTF-8, and too short or too odd to tell its charset: convert it, as with iconv -f"
                            + " windows-1256 -t utf-8.");
        }
        Charset used = charset == null ? StandardCharsets.UTF_8 : charset;
        String text = strictly(bytes, skip, used);
        if (text == null) {
            return refused(
                    "wrong-charset",
                    "byte " + firstFault(bytes, skip, used),
                    "The bytes are not " + used.name() + ": save the report as UTF-8.");
        }
        if (!html) {
            return checked(plain(text), used, Metadata.NONE, false);
        }
        Html page = Html.parse(text);
        return page.tooDeep()
                ? refused("too-deep", "document", "The page nests its elements too deeply: save it as plain text.")
                : checked(page.text(), used, page.metadata(), true);
    }

    private Extraction checked(String text, Charset charset, Metadata metadata, boolean html) {
        int control = control(text);
        if (control >= 0) {
            return refused(
                    "binary-file",
                    "character " + control,
                    "There are control characters in it: save the report as plain text or HTML.");
        }
        if (text.isBlank()) {
            return refused("empty-file", "document", "No words were found in it: give one that holds a report.");
        }
        return new Extraction.Text(text, charset.name(), html, VERSION, metadata);
    }

    private static Extraction refused(String code, String place, String sentence) {
        return new Extraction.Refused(new Problem(code, place, sentence));
    }

    /** Beginnings of common files that are no text: PDF, ZIP and Office, PNG, JPEG, GIF, gzip, ELF. */
    private static boolean formatted(byte[] b) {
        String head = new String(b, 0, Math.min(8, b.length), StandardCharsets.ISO_8859_1);
        return head.startsWith("%PDF")
                || head.startsWith("PK\u0003\u0004")
                || head.startsWith("\u0089PNG")
                || head.startsWith("\u00FF\u00D8\u00FF")
                || head.startsWith("GIF8")
                || head.startsWith("\u001F\u008B")
                || head.startsWith("\u007FELF")
                || head.startsWith("\u00D0\u00CF\u0011\u00E0");
    }

    private static boolean html(String name, byte[] bytes) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".html") || lower.endsWith(".htm") || lower.endsWith(".xhtml")) {
            return true;
        }
        String head = new String(bytes, 0, Math.min(HEAD_BYTES, bytes.length), StandardCharsets.ISO_8859_1)
                .stripLeading()
                .toLowerCase(Locale.ROOT);
        return !lower.endsWith(".txt") && (head.startsWith("<!doctype html") || head.startsWith("<html"));
    }

    private static @Nullable Charset marked(byte[] b) {
        if (b.length >= 3 && (b[0] & 0xFF) == 0xEF && (b[1] & 0xFF) == 0xBB && (b[2] & 0xFF) == 0xBF) {
            return StandardCharsets.UTF_8;
        }
        if (b.length >= 2 && (b[0] & 0xFF) == 0xFF && (b[1] & 0xFF) == 0xFE) {
            return StandardCharsets.UTF_16LE;
        }
        return b.length >= 2 && (b[0] & 0xFF) == 0xFE && (b[1] & 0xFF) == 0xFF ? StandardCharsets.UTF_16BE : null;
    }

    private static @Nullable Charset declared(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(HEAD_BYTES, bytes.length), StandardCharsets.ISO_8859_1);
        int at = head.toLowerCase(Locale.ROOT).indexOf("charset=");
        if (at < 0) {
            return null;
        }
        int from = at + 8;
        while (from < head.length() && "\"' ".indexOf(head.charAt(from)) >= 0) {
            from++;
        }
        int to = from;
        while (to < head.length() && "\"' />;".indexOf(head.charAt(to)) < 0) {
            to++;
        }
        return named(head.substring(from, to));
    }

    private static @Nullable Charset named(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalArgumentException unknown) {
            return null;
        }
    }

    private static @Nullable Charset detected(byte[] bytes) {
        int letters = 0;
        for (byte b : bytes) {
            letters += b < 0 ? 1 : 0;
        }
        if (letters < LEAST_LETTERS) {
            return null;
        }
        CharsetDetector detector = new CharsetDetector();
        detector.setText(bytes.length <= HEAD_BYTES * 16 ? bytes : java.util.Arrays.copyOf(bytes, HEAD_BYTES * 16));
        for (CharsetMatch match : detector.detectAll()) {
            if (CODE_PAGES.contains(match.getName())) {
                return named(match.getName());
            }
        }
        return null;
    }

    private static @Nullable String strictly(byte[] bytes, int skip, Charset charset) {
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, skip, bytes.length - skip))
                    .toString();
        } catch (CharacterCodingException fault) {
            return null;
        }
    }

    private static int firstFault(byte[] bytes, int skip, Charset charset) {
        ByteBuffer in = ByteBuffer.wrap(bytes, skip, bytes.length - skip);
        charset.newDecoder().decode(in, CharBuffer.allocate(bytes.length + 1), true);
        return in.position();
    }

    private static String plain(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static int control(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != '\u000B') {
                return i;
            }
        }
        return -1;
    }
}
