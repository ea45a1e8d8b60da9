package org.truce.reading.story;

import org.truce.reading.Reading;

/**
 * A report that may tell the same story as others.
 *
 * @param id of its entry; not blank
 * @param text the text that was read
 * @param reading what was read in it
 */
public record Report(String id, String text, Reading reading) {}
