/** Tests of times to resolution. */
@NullMarked
package org.truce.assessment.resolution;

import org.jspecify.annotations.NullMarked;
