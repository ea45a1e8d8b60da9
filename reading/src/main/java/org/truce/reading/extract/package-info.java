/** Extraction: the bytes of a report into the text that is stored and that every span refers to. No reading. */
@NullMarked
package org.truce.reading.extract;

import org.jspecify.annotations.NullMarked;
