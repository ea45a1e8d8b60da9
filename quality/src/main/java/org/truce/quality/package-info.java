/**
 * How right Truce is: accuracy against labelled reports, whether a confidence means what it says, and whether both sides
 * are read alike. Prints tables and writes {@code docs/quality.md}; fits what may be fitted, on the parts that are for
 * that. Not unit tests: those stand beside the code.
 */
@NullMarked
package org.truce.quality;

import org.jspecify.annotations.NullMarked;
