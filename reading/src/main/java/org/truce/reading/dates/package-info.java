/**
 * Dates: how the three languages write them, and which day they mean given the date of publication. Partial dates stay
 * partial. No clock times.
 */
@NullMarked
package org.truce.reading.dates;

import org.jspecify.annotations.NullMarked;
