@NullMarked
package org.truce.publication.table;

import org.jspecify.annotations.NullMarked;
