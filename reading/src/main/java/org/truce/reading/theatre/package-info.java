/** A theatre: the places, actors and agreements of one ceasefire, as data read from its folder. No texts. */
@NullMarked
package org.truce.reading.theatre;

import org.jspecify.annotations.NullMarked;
