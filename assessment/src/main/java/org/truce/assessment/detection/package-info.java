/**
 * Whether a rate of acts has changed (methods.md §1.6): a reference, two detectors that know how much was watched, and
 * thresholds that simulation finds so that the whole ceasefire has one false alarm a year. Numbers in, numbers out;
 * what the acts were and where they were watched is not known here.
 */
@NullMarked
package org.truce.assessment.detection;

import org.jspecify.annotations.NullMarked;
