/**
 * When things took place: EDTF dates and intervals (ISO 8601-2:2019) with the precision that their author had, and
 * deadlines with zone and inclusiveness. The clock is never read here.
 */
@NullMarked
package org.truce.model.time;

import org.jspecify.annotations.NullMarked;
