/**
 * A text as the reader sees it: folded tokens, lines and page furniture, sentences and quotations, all with the places
 * where they stand. Knows no names and no events.
 */
@NullMarked
package org.truce.reading.text;

import org.jspecify.annotations.NullMarked;
