/**
 * How far an agreement has come in the grades of its analysts: their counts, shares that add up, and how far two of them
 * agree. What an obligation's state is stands in {@code org.truce.assessment}; a grade never changes it.
 */
@NullMarked
package org.truce.assessment.progress;

import org.jspecify.annotations.NullMarked;
