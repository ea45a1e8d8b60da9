/** Tests of scores. */
@NullMarked
package org.truce.quality.score;

import org.jspecify.annotations.NullMarked;
