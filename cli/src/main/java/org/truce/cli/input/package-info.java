/**
 * What a person hands to {@code truce add}: files of entries, reports, and what stands beside them. Everything that is
 * wrong with them is found here and comes out as problems with file and line; nothing is written here.
 */
@NullMarked
package org.truce.cli.input;

import org.jspecify.annotations.NullMarked;
