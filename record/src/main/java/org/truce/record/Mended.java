package org.truce.record;

/**
 * What a repair did, or would do.
 *
 * @param place the file, relative to the record's directory
 * @param what was done to it
 */
public record Mended(String place, String what) {
    @Override
    public String toString() {
        return place + ": " + what;
    }
}
