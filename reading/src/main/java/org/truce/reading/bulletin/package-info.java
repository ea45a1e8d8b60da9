/**
 * Situation bulletins: sentences in the grammar of a monitoring mission's daily report (position, window, means, count,
 * class, weapon, distance, bearing, assessment) become proposals of observations. Proposes; counts nothing.
 */
@NullMarked
package org.truce.reading.bulletin;

import org.jspecify.annotations.NullMarked;
