package org.truce.reading.actors;

/**
 * An actor in a text.
 *
 * @param from index of its first token
 * @param to index after its last token
 * @param start first UTF-16 index
 * @param end index after the last
 * @param name normalised
 * @param kind {@code person state government role}, the kind of a body, or of an institution such as {@code
 *     defence-ministry}
 * @param of the state it belongs to, empty if none
 * @param named whether the words themselves name an actor; not so a title alone, or a state as a mere place
 * @param rule id of what made it: the section of a lexicon and its entry
 */
public record ActorMention(
        int from, int to, int start, int end, String name, String kind, String of, boolean named, String rule) {}
