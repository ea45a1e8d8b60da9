/**
 * Which observations tell of one incident (methods.md §2.1): association by likelihood ratio, one observation at a time,
 * with the errors that each source declares, refined once a day, a person's decisions being beyond discussion. Bearings
 * and flash-to-bang become positions here (§2.3). What comes out are proposals, each with its terms; nothing here enters
 * anything into a record.
 */
@NullMarked
package org.truce.assessment.correlation;

import org.jspecify.annotations.NullMarked;
