/** Tests of the assessment. */
@NullMarked
package org.truce.assessment;

import org.jspecify.annotations.NullMarked;
