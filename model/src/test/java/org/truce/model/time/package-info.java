/** Tests of dates and deadlines. */
@NullMarked
package org.truce.model.time;

import org.jspecify.annotations.NullMarked;
