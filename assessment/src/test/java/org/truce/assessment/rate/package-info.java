/** Golden values of rates and intervals, and how often intervals cover. */
@NullMarked
package org.truce.assessment.rate;

import org.jspecify.annotations.NullMarked;
