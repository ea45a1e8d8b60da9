package org.truce.cli.input;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the name of a person that stands labelled beside a labelled date of birth, as lists of detained and missing
 * persons have them in Arabic, Russian and English. A warning only: a report may say so much of a public figure. Pure;
 * one pass without backtracking beyond a line's length.
 */
public final class Personal {
    /** How far apart, in UTF-16 units, name and birth may stand and still be of one person. */
    private static final int NEAR = 240;

    private static final Pattern NAME =
            label("(?:full |first |last |given |family )?name|surname|фио|ф\\.\\s?и\\.\\s?о\\.|имя|фамилия"
                    + "|الاسم(?: الكامل| الثلاثي| واللقب)?|اسم (?:المحتجز|الأسير|المفقود)|اللقب");
    private static final Pattern BIRTH =
            Pattern.compile("(?iu)(?<![\\p{L}])(?:date of birth|birth ?date|d\\.?o\\.?b\\.?|born(?: on| in)?"
                    + "|дата рождения|год рождения|д\\.\\s?р\\.|родил(?:ся|ась)|(?:تاريخ|سنة) (?:الميلاد|الولادة)"
                    + "|من مواليد|مواليد)(?:\\s?(?:\\([^)]{0,20}\\)))?\\s?[:：\\-–—]?\\s{0,3}[^\\n]{0,24}?[\\p{Nd}]{1,4}"
                    + "|[\\p{Nd}]{4}\\s?(?:г\\.\\s?р\\.|года рождения)");

    private Personal() {}

    private static Pattern label(String words) {
        return Pattern.compile("(?iu)(?<![\\p{L}])(?:" + words + ")\\s{0,3}[:：=]\\s{0,3}[\"«]?\\p{L}");
    }

    /** Whether a text names a person and their birth, each with its label. */
    public static boolean in(String text) {
        Matcher name = NAME.matcher(text);
        while (name.find()) {
            int from = Math.max(0, name.start() - NEAR);
            int to = Math.min(text.length(), name.end() + NEAR);
            if (BIRTH.matcher(text).region(from, to).find()) {
                return true;
            }
        }
        return false;
    }
}
