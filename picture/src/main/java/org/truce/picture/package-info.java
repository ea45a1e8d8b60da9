/**
 * The state of the ceasefire on any day, as known on any day, for any reader: recomputed from entries, never a source
 * of truth. Few things (actors, places, lines, incidents) are derived at the query from the heads of their chains;
 * many things (observations) stand in columns. What is judged of them lives in the assessment.
 */
@NullMarked
package org.truce.picture;

import org.jspecify.annotations.NullMarked;
