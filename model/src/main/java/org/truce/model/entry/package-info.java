/** The envelope of every entry: who stated what, when, where, on which basis, to whom it may be shown. */
@NullMarked
package org.truce.model.entry;

import org.jspecify.annotations.NullMarked;
