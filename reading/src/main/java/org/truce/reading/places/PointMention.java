package org.truce.reading.places;

/**
 * A point that a text gives otherwise than by a name alone: by distance and bearing from a place, by coordinates, by a
 * grid reference.
 *
 * @param from index of its first token
 * @param to index after its last token
 * @param start first UTF-16 index
 * @param end index after the last
 * @param lat WGS 84 degrees north
 * @param lon WGS 84 degrees east
 * @param radiusMetres holds the true position with 95 % probability
 * @param of id of the place from which it is told, empty if none
 * @param rule what found it
 */
public record PointMention(
        int from, int to, int start, int end, double lat, double lon, double radiusMetres, String of, String rule) {}
