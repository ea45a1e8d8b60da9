/**
 * Claims held against the record by the same rules for every speaker: docs/claims.md has them, methods.md §5 the reasons.
 * The words of a verdict describe the record, never the speaker.
 */
@NullMarked
package org.truce.assessment.claims;

import org.jspecify.annotations.NullMarked;
