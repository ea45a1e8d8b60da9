/** Tests of bulletins: one sentence in, one observation out, in three languages. */
@NullMarked
package org.truce.reading.bulletin;

import org.jspecify.annotations.NullMarked;
