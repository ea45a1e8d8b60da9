/** Tests of reading: scenarios of one line in and one line out, hostile input, and the corpus where it is present. */
@NullMarked
package org.truce.reading;

import org.jspecify.annotations.NullMarked;
