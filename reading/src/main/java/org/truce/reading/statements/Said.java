package org.truce.reading.statements;

/**
 * A statement in a text.
 *
 * @param start first UTF-16 index of what is said
 * @param end index after the last
 * @param direct whether in quotation marks
 * @param speaker normalised name, empty for an unnamed private person
 * @param surface the words that stand for the speaker
 * @param verb the verb of speech as written, empty if none
 * @param verbClass {@code asserts denies claims warns promises accuses urges demands}
 * @param continues whether it goes on with the quotation of the statement before
 * @param rule id of what made it: {@code quote} or {@code clause}, the section of the lexicon and its entry
 */
public record Said(
        int start,
        int end,
        boolean direct,
        String speaker,
        String surface,
        String verb,
        String verbClass,
        boolean continues,
        String rule) {}
