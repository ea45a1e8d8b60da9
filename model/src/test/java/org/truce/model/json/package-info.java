/** Tests of JSON, and the seeded entries that the tests of other rooms use too. */
@NullMarked
package org.truce.model.json;

import org.jspecify.annotations.NullMarked;
