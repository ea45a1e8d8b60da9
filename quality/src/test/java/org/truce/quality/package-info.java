/** Tests of the measuring, not of what is measured. */
@NullMarked
package org.truce.quality;

import org.jspecify.annotations.NullMarked;
