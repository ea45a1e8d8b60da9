/**
 * How likely a fact is right: counts of how often each rule was, smoothed. Holds the counts and the formula; fitting the
 * counts to labelled reports is not done here.
 */
@NullMarked
package org.truce.reading.confidence;

import org.jspecify.annotations.NullMarked;
