/** Events: what a text says happened, did not happen, or is to happen. Proposes; counts nothing. */
@NullMarked
package org.truce.reading.events;

import org.jspecify.annotations.NullMarked;
