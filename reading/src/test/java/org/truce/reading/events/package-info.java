/** Tests of the events' rules and lexicons: every rule and concept shows itself in its example. */
@NullMarked
package org.truce.reading.events;

import org.jspecify.annotations.NullMarked;
