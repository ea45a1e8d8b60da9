/**
 * How long it takes until incidents are resolved, with those that are still open counted as what they are: not yet. The
 * arithmetic of survival, and what it says of a ceasefire's incidents; what an incident is stands in the picture.
 */
@NullMarked
package org.truce.assessment.resolution;

import org.jspecify.annotations.NullMarked;
