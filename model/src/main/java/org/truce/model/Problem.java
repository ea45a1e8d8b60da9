package org.truce.model;

/**
 * Something that a person or a document did wrong and that they can mend. A value, never thrown by itself.
 *
 * @param code stable, kebab-case: programs branch on it and it is never reworded
 * @param place where it is: a JSON pointer, a file, a file with a line, a field; never empty
 * @param sentence one English sentence that says what is wrong and what to do
 */
public record Problem(String code, String place, String sentence) {

    /** The same problem, seen from further outside, e.g. {@code entries.jsonl:12} before {@code /body/from}. */
    public Problem within(String outer) {
        return new Problem(code, place.isEmpty() || place.equals("/") ? outer : outer + ":" + place, sentence);
    }

    /** How the command line prints it: {@code code: place: sentence}. */
    @Override
    public String toString() {
        return code + ": " + place + ": " + sentence;
    }
}
