package org.truce.reading.places;

import org.truce.reading.theatre.Place;

/**
 * A place in a text.
 *
 * @param from index of its first token
 * @param to index after its last token
 * @param start first UTF-16 index
 * @param end index after the last
 * @param place which
 * @param rule what found it
 */
public record PlaceMention(int from, int to, int start, int end, Place place, String rule) {}
