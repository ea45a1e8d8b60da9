/** Tests of the package of the same name. */
@NullMarked
package org.truce.record.witness;

import org.jspecify.annotations.NullMarked;
