/**
 * What is derived, as JSON: the same feeds serve the command line and the HTTP API. A feed names the entries on which
 * each figure rests. Nothing is judged or stored here.
 */
@NullMarked
package org.truce.publication.feed;

import org.jspecify.annotations.NullMarked;
