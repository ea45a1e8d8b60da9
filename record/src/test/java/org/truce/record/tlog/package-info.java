/** Tests of the package of the same name. */
@NullMarked
package org.truce.record.tlog;

import org.jspecify.annotations.NullMarked;
