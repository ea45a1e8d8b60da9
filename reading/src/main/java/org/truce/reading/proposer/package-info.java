/**
 * Facts that a language model proposes: the interface to one, the question it is asked, and the verifier that believes
 * nothing. Every proposal whose words are not exactly in the text, or whose numbers, days, names or polarity our own
 * parsers do not find in them, is refused; what is left is marked as proposed by a machine. No HTTP here.
 */
@NullMarked
package org.truce.reading.proposer;

import org.jspecify.annotations.NullMarked;
