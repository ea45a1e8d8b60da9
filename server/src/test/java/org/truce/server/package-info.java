/** Tests of the server. */
@NullMarked
package org.truce.server;

import org.jspecify.annotations.NullMarked;
