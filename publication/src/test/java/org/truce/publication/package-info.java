/** Tests of words and feeds. */
@NullMarked
package org.truce.publication;

import org.jspecify.annotations.NullMarked;
