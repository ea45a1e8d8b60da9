package org.truce.reading.extract;

/**
 * What is wrong with a document.
 *
 * @param code stable, such as {@code document.empty}
 * @param place where: a byte offset, or the document as a whole
 * @param sentence what to do
 */
public record Problem(String code, String place, String sentence) {
    @Override
    public String toString() {
        return code + ": " + place + ": " + sentence;
    }
}
