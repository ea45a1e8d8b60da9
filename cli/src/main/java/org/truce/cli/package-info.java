/**
 * The command {@code truce}: one class a command, thin, each calling the rooms below. What a figure is and how it is
 * derived is decided there, never here. Standard output belongs to the answer, standard error to progress and problems.
 */
@NullMarked
package org.truce.cli;

import org.jspecify.annotations.NullMarked;
