/** Tests of the package of the same name. */
@NullMarked
package org.truce.peers;

import org.jspecify.annotations.NullMarked;
