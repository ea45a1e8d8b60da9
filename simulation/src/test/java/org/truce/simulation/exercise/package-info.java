/** Tests that the sample exercise is what its program writes, and that it holds what its readers need. */
@NullMarked
package org.truce.simulation.exercise;

import org.jspecify.annotations.NullMarked;
