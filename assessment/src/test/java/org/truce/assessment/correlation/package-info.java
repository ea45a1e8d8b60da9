/** Association, bearings and refinement as scenarios. */
@NullMarked
package org.truce.assessment.correlation;

import org.jspecify.annotations.NullMarked;
