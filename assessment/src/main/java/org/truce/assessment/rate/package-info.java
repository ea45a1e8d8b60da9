/**
 * What is known of a rate of acts: posteriors, intervals and the functions that they need, and the generator from which
 * every simulation of the assessment draws. Numbers in, numbers out; nothing of a record lives here.
 */
@NullMarked
package org.truce.assessment.rate;

import org.jspecify.annotations.NullMarked;
