/**
 * What lies on the disk beside the tree: the journal, the contents per audience, their signed heads, and the one place
 * through which files are written and synced. Knows bytes and names, not what an entry says, and not who may write.
 */
@NullMarked
package org.truce.record.store;

import org.jspecify.annotations.NullMarked;
