/** Typed quantities: nothing that is measured or counted is a bare number. Units are SI; no formatting lives here. */
@NullMarked
package org.truce.model.quantity;

import org.jspecify.annotations.NullMarked;
