/** The same story in many outlets, on labelled pairs and on examples of our own. */
@NullMarked
package org.truce.reading.story;

import org.jspecify.annotations.NullMarked;
