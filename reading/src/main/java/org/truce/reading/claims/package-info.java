/**
 * Claims: statements whose words can be held against the record, by the ten templates of the claims method. Finds what
 * is claimed, with its scope; decides nothing of its truth.
 */
@NullMarked
package org.truce.reading.claims;

import org.jspecify.annotations.NullMarked;
