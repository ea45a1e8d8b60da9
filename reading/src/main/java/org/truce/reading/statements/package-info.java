/**
 * Statements: what is said, in whose words, by whom. Finds stretches and clauses and settles speakers; judges nothing
 * of their truth.
 */
@NullMarked
package org.truce.reading.statements;

import org.jspecify.annotations.NullMarked;
