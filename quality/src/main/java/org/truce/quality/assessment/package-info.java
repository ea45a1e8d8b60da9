/**
 * How right the assessment is, on invented histories of which the truth is known: false alarms, delays, intervals and
 * verdicts. Nothing here judges a record.
 */
@NullMarked
package org.truce.quality.assessment;

import org.jspecify.annotations.NullMarked;
