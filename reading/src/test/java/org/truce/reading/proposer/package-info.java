/** What a model may answer, and what is left of it. */
@NullMarked
package org.truce.reading.proposer;

import org.jspecify.annotations.NullMarked;
