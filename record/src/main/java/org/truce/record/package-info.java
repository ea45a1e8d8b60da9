/**
 * The record of one ceasefire: an append-only, verifiable directory of entries with one writer and any number of
 * readers. Reads of an entry no more than its envelope; what entries mean together is the picture's business, and
 * nothing here knows a network, a user interface or a framework.
 */
@NullMarked
package org.truce.record;

import org.jspecify.annotations.NullMarked;
