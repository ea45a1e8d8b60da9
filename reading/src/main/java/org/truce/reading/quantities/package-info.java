/** Quantities: numbers in figures and words, with unit and qualifier. Knows no events. */
@NullMarked
package org.truce.reading.quantities;

import org.jspecify.annotations.NullMarked;
