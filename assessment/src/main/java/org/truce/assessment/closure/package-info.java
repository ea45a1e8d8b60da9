/** An incident from allegation to closure: its state, its clock, who may do the next step, and what reporters are told. */
@NullMarked
package org.truce.assessment.closure;

import org.jspecify.annotations.NullMarked;
