package org.truce.exchange.document;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.truce.exchange.document.Document.Result;
import org.truce.model.Problem;

/**
 * PDF and DOCX into text. What a file is, its beginning decides, not its name. Never throws on any bytes; the answer
 * comes within the limits' time. The libraries are loaded with the first document and not before. Thread-safe; each
 * document has a thread of its own while it is read.
 */
public final class Documents {
    private static final int HEAD_BYTES = 1024;
    /** Deeply nested objects are read by recursion. */
    private static final long STACK_BYTES = 16L << 20;

    private Documents() {}

    /**
     * Whether a file is for this reader: a PDF or a ZIP or OLE container by its bytes, or a name that ends in
     * {@code .pdf}, {@code .docx}, {@code .docm} or {@code .doc}. Anything else is for the reader of plain texts.
     */
    public static boolean takes(byte[] bytes, String name) {
        return Format.of(bytes) != Format.OTHER || named(name);
    }

    /** Whether a file's name says that it is a document. */
    public static boolean named(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".pdf") || lower.endsWith(".docx") || lower.endsWith(".docm") || lower.endsWith(".doc");
    }

    /** The text of a document within the usual limits. */
    public static Result read(byte[] bytes, String name) {
        return read(bytes, name, Limits.STANDARD);
    }

    /**
     * The text of a document.
     *
     * @param bytes all of it, which must not change meanwhile
     * @param name of the file, for what is said of it
     * @param limits what it may cost
     */
    public static Result read(byte[] bytes, String name, Limits limits) {
        if (bytes.length > limits.bytes()) {
            return bad(
                    "too-large",
                    "/",
                    "The file has " + bytes.length + " bytes, more than the " + limits.bytes()
                            + " that are read: give the pages that are meant.");
        }
        Deadline deadline = new Deadline(limits.time());
        FutureTask<Result> work = new FutureTask<>(() -> guarded(bytes, name, limits, deadline));
        Thread worker = new Thread(null, work, "document-reader", STACK_BYTES);
        worker.setDaemon(true);
        worker.start();
        try {
            // A little longer than the work itself waits, which ends by itself nearly always.
            return work.get(limits.time().toMillis() + 500, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return new Result.Bad(deadline.problem());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Result.Bad(deadline.problem());
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            deadline.pass();
        }
    }

    private static Result guarded(byte[] bytes, String name, Limits limits, Deadline deadline) {
        try {
            return new Result.Good(open(bytes, name, limits, deadline));
        } catch (Unreadable e) {
            return new Result.Bad(e.problem());
        } catch (OutOfMemoryError | StackOverflowError e) {
            return bad(
                    "too-large", "/", "The document needs more memory than there is: give the pages that are meant.");
        } catch (Exception e) {
            // Libraries throw whatever they meet; what a document makes them throw is the document's fault.
            return bad(
                    "broken-document",
                    "/",
                    "The document is damaged (" + e.getClass().getSimpleName()
                            + "): open it in a viewer and save or print it anew.");
        }
    }

    private static Document open(byte[] bytes, String name, Limits limits, Deadline deadline) throws Exception {
        return switch (Format.of(bytes)) {
            case PDF -> new PdfReader(limits, deadline).read(bytes);
            case ZIP -> new DocxReader(limits, deadline).read(bytes);
            case OLE -> throw ole(bytes);
            case OTHER -> throw other(bytes, name);
        };
    }

    private static Unreadable ole(byte[] bytes) {
        // The directory of the container is in UTF-16; a package under a password has this entry.
        boolean encrypted = contains(bytes, "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE));
        return encrypted
                ? new Unreadable(
                        "encrypted",
                        "/",
                        "The document is under a password: open it with the password and save it without one.")
                : new Unreadable(
                        "old-format", "/", "This is a document of the old Office formats: save it as .docx or PDF.");
    }

    private static Unreadable other(byte[] bytes, String name) {
        String head = new String(bytes, 0, Math.min(bytes.length, HEAD_BYTES), StandardCharsets.ISO_8859_1)
                .stripLeading()
                .toLowerCase(Locale.ROOT);
        String is = bytes.length == 0
                ? "empty"
                : head.startsWith("<!doctype html") || head.startsWith("<html")
                        ? "a web page; rename it to .html"
                        : head.startsWith("{\\rtf")
                                ? "a rich text; save it as .docx or PDF"
                                : "neither PDF nor DOCX; give it under its right name";
        return new Unreadable(
                "wrong-type", "/", "The file is named like a document (" + ending(name) + ") but is " + is + ".");
    }

    private static String ending(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? name : name.substring(dot);
    }

    private static boolean contains(byte[] bytes, byte[] sought) {
        for (int i = 0; i + sought.length <= bytes.length; i++) {
            int same = 0;
            while (same < sought.length && bytes[i + same] == sought[same]) {
                same++;
            }
            if (same == sought.length) {
                return true;
            }
        }
        return false;
    }

    private static Result bad(String code, String place, String sentence) {
        return new Result.Bad(new Problem(code, place, sentence));
    }
}
