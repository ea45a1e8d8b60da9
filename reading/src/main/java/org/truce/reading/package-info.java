/** Placeholder. */
@NullMarked
package org.truce.reading;

import org.jspecify.annotations.NullMarked;
