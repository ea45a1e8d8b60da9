/** What was agreed on the ground, measured on the ground: corridors, and districts that were handed over. */
@NullMarked
package org.truce.assessment.ground;

import org.jspecify.annotations.NullMarked;
