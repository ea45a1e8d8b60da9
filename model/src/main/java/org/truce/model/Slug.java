package org.truce.model;

import java.util.regex.Pattern;

/** The form of every id that people choose: letters and digits of any script, {@code _}, {@code -} and {@code .}. */
public final class Slug {
    /** The form as a regular expression. */
    public static final String FORM = "[\\p{L}\\p{N}][\\p{L}\\p{N}\\p{M}._-]{0,79}";

    private static final int LONGEST = 80;
    private static final Pattern PATTERN = Pattern.compile(FORM);

    private Slug() {}

    /** Throws {@link Invalid} unless the text has the form of an id. */
    public static void check(String id) {
        Invalid.unless(
                isPlain(id) || PATTERN.matcher(id).matches(),
                "bad-id",
                "\"" + id
                        + "\" is no id: use up to 80 letters, digits, '-', '_' or '.', beginning with a letter or digit.");
    }

    /** Most ids are of ASCII letters, digits and hyphens: for these no regular expression is needed. */
    private static boolean isPlain(String id) {
        for (int i = 0; i < id.length(); i++) {
            char c = id.charAt(i);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (!letter && (c != '-' || i == 0)) {
                return false;
            }
        }
        return !id.isEmpty() && id.length() <= LONGEST;
    }
}
