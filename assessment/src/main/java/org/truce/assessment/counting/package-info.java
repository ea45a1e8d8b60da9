/**
 * Figures by rule: how many, counted how, between which daily cuts, in which zone. A count without its counting rule is
 * not a figure.
 */
@NullMarked
package org.truce.assessment.counting;

import org.jspecify.annotations.NullMarked;
