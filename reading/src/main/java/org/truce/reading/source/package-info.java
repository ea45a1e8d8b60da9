/**
 * From the bytes of a report to the text that is read: plain text in UTF-8, or a saved page. The text that comes out is
 * what every span of the record counts in, so its making has a name and a version. Nothing is fetched and nothing run.
 */
@NullMarked
package org.truce.reading.source;

import org.jspecify.annotations.NullMarked;
