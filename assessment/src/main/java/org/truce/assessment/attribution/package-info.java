/**
 * Where something was in relation to lines and zones, as a probability: an impact place, never an actor. Who did it is a
 * finding, which people make.
 */
@NullMarked
package org.truce.assessment.attribution;

import org.jspecify.annotations.NullMarked;
