/**
 * Tests of the whole house rather than of one room: which arrows are allowed, how long things may grow, and whether the
 * documents tell the truth. They stand in the last module because it alone sees all the others.
 */
@NullMarked
package org.truce.house;

import org.jspecify.annotations.NullMarked;
