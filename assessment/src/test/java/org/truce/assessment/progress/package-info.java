/** Tests of grades, shares and agreement. */
@NullMarked
package org.truce.assessment.progress;

import org.jspecify.annotations.NullMarked;
