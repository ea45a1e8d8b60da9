/**
 * Synthetic ceasefires with a known truth: a named generator of random numbers, and sheets of entries whose ids and
 * contents follow from a seed alone, so that a third party makes the same bytes again. No clock is read here.
 */
@NullMarked
package org.truce.simulation;

import org.jspecify.annotations.NullMarked;
