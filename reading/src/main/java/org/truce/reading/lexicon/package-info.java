/**
 * Lexicons: the notation in which an analyst writes down how things are said, its compilation, and finding its entries
 * in a text in one pass. Knows nothing of what the entries mean.
 */
@NullMarked
package org.truce.reading.lexicon;

import org.jspecify.annotations.NullMarked;
