package org.truce.reading.text;

import java.util.List;

/**
 * A word, number or mark of a text.
 *
 * @param start first UTF-16 index
 * @param end index after the last
 * @param kind what it is
 * @param form folded form; of a number its ASCII digits with separators kept as {@code .} and {@code ,}, grouping spaces dropped
 * @param readings every form under which a lexicon may know the word (Arabic: with proclitics taken off)
 * @param startsLine whether a line break or the start of the text stands before it
 */
public record Token(int start, int end, Kind kind, String form, List<Form> readings, boolean startsLine) {
    /** What a token is. */
    public enum Kind {
        WORD,
        NUMBER,
        MARK
    }

    /**
     * One reading of a word.
     *
     * @param text folded
     * @param skip how many characters of the original are a proclitic, 0 or more
     */
    public record Form(String text, int skip) {}

    /** Whether it is the mark {@code c}. */
    public boolean is(char c) {
        return kind == Kind.MARK && form.charAt(0) == c;
    }

    /** Whether it is one of the marks in {@code chars}. */
    public boolean isAny(String chars) {
        return kind == Kind.MARK && chars.indexOf(form.charAt(0)) >= 0;
    }

    /** Whether it is a word. */
    public boolean word() {
        return kind == Kind.WORD;
    }

    /** Whether it is a number. */
    public boolean number() {
        return kind == Kind.NUMBER;
    }
}
