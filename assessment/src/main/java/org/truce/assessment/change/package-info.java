/**
 * What changed between two states of knowledge: the same instant, for the same reader, as known with fewer and with more
 * entries. What is derived is derived twice and compared; nothing is logged on the way.
 */
@NullMarked
package org.truce.assessment.change;

import org.jspecify.annotations.NullMarked;
