/**
 * The sample {@code exercise}: an invented island, two invented parties, a line that moves, a bad night and a recovery,
 * told by scripts, one for each theme. All of it is marked as an exercise; nothing in it happened.
 */
@NullMarked
package org.truce.simulation.exercise;

import org.jspecify.annotations.NullMarked;
