/** Tests of the package of the same name. */
@NullMarked
package org.truce.record.store;

import org.jspecify.annotations.NullMarked;
