/**
 * The kinds of entries, by family: what somebody stated, once, never altered. A new kind makes the compiler point at
 * every place that must know it. What is derived from entries does not live here.
 */
@NullMarked
package org.truce.model.kind;

import org.jspecify.annotations.NullMarked;
