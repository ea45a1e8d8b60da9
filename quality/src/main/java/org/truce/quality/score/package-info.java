/**
 * A reading held against labels: what counts as the same fact in each layer, the largest matching between the two, and
 * sums over many reports. Pure; knows no files.
 */
@NullMarked
package org.truce.quality.score;

import org.jspecify.annotations.NullMarked;
