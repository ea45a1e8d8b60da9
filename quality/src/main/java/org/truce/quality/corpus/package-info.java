/** Labelled reports on disk: which there are, in which part, of which theatre. Reads files; judges nothing. */
@NullMarked
package org.truce.quality.corpus;

import org.jspecify.annotations.NullMarked;
