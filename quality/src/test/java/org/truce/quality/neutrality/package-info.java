/** Tests of the exchange, and of the reader by it. */
@NullMarked
package org.truce.quality.neutrality;

import org.jspecify.annotations.NullMarked;
