/**
 * Tables on a terminal: columns that fit its width, lines that read from the right in Arabic, ids and numbers kept in
 * their own direction. What stands in a table is decided by the commands.
 */
@NullMarked
package org.truce.cli.table;

import org.jspecify.annotations.NullMarked;
