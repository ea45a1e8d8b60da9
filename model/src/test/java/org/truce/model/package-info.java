/** Tests of the vocabulary on the data that the project ships. */
@NullMarked
package org.truce.model;

import org.jspecify.annotations.NullMarked;
