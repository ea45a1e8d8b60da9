package org.truce.reading.source;

/**
 * What a page says of itself to machines: Open Graph, meta elements, JSON-LD.
 *
 * @param publisher name of the site or its publisher, empty if none
 * @param published ISO date of publication, empty if none
 */
public record Metadata(String publisher, String published) {
    /** Of a text that says nothing. */
    public static final Metadata NONE = new Metadata("", "");
}
