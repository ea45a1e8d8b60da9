/**
 * The neutral statistics of a period (methods.md §7) as one structure that every publication renders: each figure with
 * its interval, the exposure behind it, the id of its definition, and how it changed. Sections, rows and parties stand in
 * one order for every party: the mandate's. No figure is a total of "violations by a party".
 */
@NullMarked
package org.truce.assessment.statistics;

import org.jspecify.annotations.NullMarked;
