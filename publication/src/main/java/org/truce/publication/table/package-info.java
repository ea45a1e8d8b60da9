/**
 * Registers as tables for spreadsheets and statistics: their fields flattened into columns, written as CSV, and the
 * dictionary that says what each column means. What the rows are is the feeds' business.
 */
@NullMarked
package org.truce.publication.table;

import org.jspecify.annotations.NullMarked;
