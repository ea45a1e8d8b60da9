/** Documents made in the test itself, by browsers and libraries that know nothing of the reader. */
@NullMarked
package org.truce.exchange.document;

import org.jspecify.annotations.NullMarked;
