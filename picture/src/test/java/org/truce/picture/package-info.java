/** Tests of the picture. */
@NullMarked
package org.truce.picture;

import org.jspecify.annotations.NullMarked;
