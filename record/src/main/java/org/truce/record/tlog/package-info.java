/**
 * The transparency log as pure functions on bytes: hashes and proofs (RFC 6962, RFC 9162), signed notes, checkpoints,
 * tiles and proof files (C2SP). Nothing here touches a disk, a clock or a network, and nothing knows what an entry says.
 */
@NullMarked
package org.truce.record.tlog;

import org.jspecify.annotations.NullMarked;
