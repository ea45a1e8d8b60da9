/** Golden values of methods.md §3, and a record with a line that moved. */
@NullMarked
package org.truce.assessment.attribution;

import org.jspecify.annotations.NullMarked;
