/** An endpoint on this machine that answers rightly, wrongly, endlessly or not at all. */
@NullMarked
package org.truce.exchange.endpoint;

import org.jspecify.annotations.NullMarked;
