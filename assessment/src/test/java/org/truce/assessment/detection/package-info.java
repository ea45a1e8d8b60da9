/** Golden values of change, hot spots and clustering, and how they behave on invented histories. */
@NullMarked
package org.truce.assessment.detection;

import org.jspecify.annotations.NullMarked;
