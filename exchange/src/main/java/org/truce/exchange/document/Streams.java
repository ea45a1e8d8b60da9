package org.truce.exchange.document;

import java.nio.charset.StandardCharsets;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Unpacks the compressed streams of a PDF once without keeping them, so that none that becomes enormous reaches a
 * library that keeps it. Pictures are passed over: nobody unpacks them for their text. Cost: linear in what is unpacked.
 */
final class Streams {
    private static final byte[] STREAM = "stream".getBytes(StandardCharsets.US_ASCII);
    private static final int DICTIONARY_BYTES = 1024;
    private static final int CHUNK = 1 << 16;

    private final byte[] file;
    private final long limit;
    private final Deadline deadline;
    private long unpacked;

    private Streams(byte[] file, long limit, Deadline deadline) {
        this.file = file;
        this.limit = limit;
        this.deadline = deadline;
    }

    /** Ends the work where the streams become more than {@code limit} bytes together. */
    static void check(byte[] file, long limit, Deadline deadline) {
        Streams streams = new Streams(file, limit, deadline);
        int at = 0;
        while (at + STREAM.length + 4 < file.length) {
            if (!streams.here(at)) {
                at++;
                continue;
            }
            int data = at + STREAM.length;
            data += file[data] == '\r' && file[data + 1] == '\n' ? 2 : file[data] == '\n' || file[data] == '\r' ? 1 : 0;
            String dictionary = streams.dictionary(at);
            boolean picture = dictionary.contains("/Image") && !dictionary.contains("/Form");
            at = picture || !streams.zlib(data) ? data : data + streams.unpack(data, dictionary);
        }
    }

    private boolean here(int at) {
        for (int i = 0; i < STREAM.length; i++) {
            if (file[at + i] != STREAM[i]) {
                return false;
            }
        }
        // Not the end of "endstream", and a line ends behind it.
        boolean end = at >= 3 && file[at - 1] == 'd' && file[at - 2] == 'n' && file[at - 3] == 'e';
        byte next = file[at + STREAM.length];
        return !end && (next == '\n' || next == '\r');
    }

    /** What stands before a stream, from its object on. */
    private String dictionary(int at) {
        int from = Math.max(0, at - DICTIONARY_BYTES);
        String before = new String(file, from, at - from, StandardCharsets.ISO_8859_1);
        int object = before.lastIndexOf(" obj");
        return object < 0 ? before : before.substring(object);
    }

    private boolean zlib(int at) {
        int header = ((file[at] & 0xFF) << 8) | (file[at + 1] & 0xFF);
        return (file[at] & 0x0F) == 8 && header % 31 == 0;
    }

    /** Unpacks one stream, and what it unpacks to again where it is packed twice; returns its packed length. */
    private int unpack(int at, String dictionary) {
        int layers = dictionary.split("/(?:FlateDecode|Fl)\\b", -1).length - 1;
        Inflater outer = new Inflater();
        Inflater inner = layers > 1 ? new Inflater() : null;
        byte[] first = new byte[CHUNK];
        byte[] second = new byte[CHUNK];
        long taken = 0;
        try {
            outer.setInput(file, at, file.length - at);
            while (!outer.finished()) {
                int count = outer.inflate(first);
                if (count == 0 && (outer.needsInput() || outer.needsDictionary())) {
                    break;
                }
                count(count);
                if (inner != null && !inner.finished()) {
                    inner.setInput(first, 0, count);
                    for (int more = inner.inflate(second); more > 0; more = inner.inflate(second)) {
                        count(more);
                    }
                }
            }
        } catch (DataFormatException e) {
            // Damaged or not what it looks like; whoever reads it will say so.
        } finally {
            taken = outer.getBytesRead();
            outer.end();
            if (inner != null) {
                inner.end();
            }
        }
        return (int) taken;
    }

    private void count(int bytes) {
        deadline.check();
        unpacked += bytes;
        if (unpacked > limit) {
            throw new Unreadable(
                    "too-large",
                    "/",
                    "What is packed in the file becomes more than " + (limit >> 20)
                            + " MiB: it may be made to exhaust the machine.");
        }
    }
}
