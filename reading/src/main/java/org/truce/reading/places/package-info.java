/** Places: the gazetteer's names found in a text, in any case and script, each tied to its point. No geometry. */
@NullMarked
package org.truce.reading.places;

import org.jspecify.annotations.NullMarked;
