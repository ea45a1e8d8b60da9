package org.truce.reading.text;

/** The languages that a report may be written in. A value; thread-safe. */
public enum Lang {
    ARABIC("ar"),
    RUSSIAN("ru"),
    ENGLISH("en");

    private final String code;

    Lang(String code) {
        this.code = code;
    }

    /** ISO 639-1 code, lower case. */
    public String code() {
        return code;
    }

    /**
     * The language whose script most letters of {@code text} are written in; English when there are no letters.
     * Cost: one pass.
     */
    public static Lang of(String text) {
        int arabic = 0;
        int cyrillic = 0;
        int latin = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c >= 0x0620 && c <= 0x06FF) || (c >= 0xFB50 && c <= 0xFEFC)) {
                arabic++;
            } else if (c >= 0x0400 && c <= 0x052F) {
                cyrillic++;
            } else if (c < 0x0250 && Character.isLetter(c)) {
                latin++;
            }
        }
        if (arabic >= cyrillic && arabic > latin) {
            return ARABIC;
        }
        return cyrillic > latin ? RUSSIAN : ENGLISH;
    }
}
