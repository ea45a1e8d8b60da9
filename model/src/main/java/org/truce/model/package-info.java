/** Placeholder. */
@NullMarked
package org.truce.model;

import org.jspecify.annotations.NullMarked;
