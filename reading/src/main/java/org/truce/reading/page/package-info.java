/**
 * The structure of a page: headline, outlet, dateline, story, captions, credits and furniture. Says what a line is, not
 * what it reports.
 */
@NullMarked
package org.truce.reading.page;

import org.jspecify.annotations.NullMarked;
