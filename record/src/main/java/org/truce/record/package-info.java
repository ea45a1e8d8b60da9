/** Placeholder. */
@NullMarked
package org.truce.record;

import org.jspecify.annotations.NullMarked;
