/** Tests of extraction. */
@NullMarked
package org.truce.reading.extract;

import org.jspecify.annotations.NullMarked;
