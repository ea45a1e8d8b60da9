/**
 * Witnesses (C2SP tlog-witness): who cosigns a record's checkpoints, and by which policy (C2SP tlog-policy) that is
 * enough. Speaks bytes; what carries them is elsewhere.
 */
@NullMarked
package org.truce.record.witness;

import org.jspecify.annotations.NullMarked;
