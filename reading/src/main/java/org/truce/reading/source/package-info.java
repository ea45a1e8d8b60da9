/**
 * From the bytes of a report to the text that is read: plain text, or a saved page, in any of the charsets that the three languages use. The text that comes out is
 * what every span of the record counts in, so its making has a name and a version. Nothing is fetched and nothing run.
 */
@NullMarked
package org.truce.reading.source;

import org.jspecify.annotations.NullMarked;
