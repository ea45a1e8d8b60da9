/** Tests of the generator against its published values. */
@NullMarked
package org.truce.simulation;

import org.jspecify.annotations.NullMarked;
