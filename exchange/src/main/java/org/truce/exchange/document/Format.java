package org.truce.exchange.document;

import java.nio.charset.StandardCharsets;

/** What a file is by its first bytes. */
enum Format {
    PDF,
    /** Any ZIP: a DOCX, or something else in that container. */
    ZIP,
    /** The container of the old Office formats, and of new ones under a password. */
    OLE,
    OTHER;

    /** Viewers find the mark of a PDF in its first kilobyte, behind whatever a mail program left there. */
    private static final int HEAD_BYTES = 1024;

    static Format of(byte[] b) {
        String head = new String(b, 0, Math.min(b.length, HEAD_BYTES), StandardCharsets.ISO_8859_1);
        if (head.startsWith("PK\u0003\u0004") || head.startsWith("PK\u0005\u0006")) {
            return ZIP;
        }
        if (head.startsWith("\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1")) {
            return OLE;
        }
        int mark = head.indexOf("%PDF-");
        return mark == 0 || (mark > 0 && !plain(head.substring(0, mark))) ? PDF : OTHER;
    }

    /** A report that speaks of "%PDF-" in its first words is no PDF; a mark behind blanks and junk is one. */
    private static boolean plain(String before) {
        return before.chars().anyMatch(Character::isLetter) && !before.startsWith("%") && before.indexOf('\n') < 0;
    }
}
