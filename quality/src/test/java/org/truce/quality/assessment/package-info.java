/** Correlation and levels on invented ceasefires, and that exchanging the parties changes nothing. */
@NullMarked
package org.truce.quality.assessment;

import org.jspecify.annotations.NullMarked;
