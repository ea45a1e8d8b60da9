/** Tests of {@link org.truce.publication.review}. */
@NullMarked
package org.truce.publication.review;

import org.jspecify.annotations.NullMarked;
