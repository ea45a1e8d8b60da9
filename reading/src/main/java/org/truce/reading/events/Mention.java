package org.truce.reading.events;

/**
 * A concept in a text.
 *
 * @param concept its name, such as {@code PRISONER}
 * @param from index of its first token
 * @param to index after its last token
 * @param planned whether the word's own form says that it is still to come
 * @param pattern the entry of the lexicon that was found, empty where another layer found it
 */
record Mention(String concept, int from, int to, boolean planned, String pattern) {
    /** One that another layer found. */
    Mention(String concept, int from, int to) {
        this(concept, from, to, false, "");
    }

    /** The same, still to come. */
    Mention ahead() {
        return new Mention(concept, from, to, true, pattern);
    }
}
