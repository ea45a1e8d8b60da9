/**
 * Invented ceasefires whose truth is known: incidents from Poisson, stepped and self-exciting processes along a line, and
 * what five kinds of sources report of them, late, in error, twice, or without anything having happened. Day by day, from a
 * seed alone; nothing grows with the number of days.
 */
@NullMarked
package org.truce.simulation.ceasefire;

import org.jspecify.annotations.NullMarked;
