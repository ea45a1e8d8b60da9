package org.truce.model.kind;

/**
 * An entry of a kind or version that this release does not know: verified, kept, listed and counted, never an error
 * and never part of a picture.
 *
 * @param kind the kind's name as it stands in the entry
 * @param version the body's version as it stands in the entry
 * @param json the body's JSON text
 */
public record Unread(String kind, int version, String json) implements Body {}
