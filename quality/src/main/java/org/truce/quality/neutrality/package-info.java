/**
 * Whether both parties are read alike: a report in which each stands where the other stood must give the facts in which
 * each stands where the other stood. The exchange is data, one file a theatre, and is done on the words of the text.
 */
@NullMarked
package org.truce.quality.neutrality;

import org.jspecify.annotations.NullMarked;
