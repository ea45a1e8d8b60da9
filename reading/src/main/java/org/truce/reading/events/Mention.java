package org.truce.reading.events;

/**
 * A concept in a text.
 *
 * @param concept its name, such as {@code PRISONER}
 * @param from index of its first token
 * @param to index after its last token
 * @param planned whether the word's own form says that it is still to come
 */
record Mention(String concept, int from, int to, boolean planned) {}
