/**
 * What can be judged from the picture: effort and exposure, rates, the decision list of the five levels, and the state
 * of obligations, each with reasons that name entries. Deterministic: the same inputs give the same bits anywhere.
 */
@NullMarked
package org.truce.assessment;

import org.jspecify.annotations.NullMarked;
