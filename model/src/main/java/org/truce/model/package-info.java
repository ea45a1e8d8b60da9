/**
 * What every room of the house shares: problems that a document or its author can mend, and coded facts that are put
 * into words elsewhere. The vocabulary itself stands in the packages below; no framework, no clock and no disk is
 * touched here.
 */
@NullMarked
package org.truce.model;

import org.jspecify.annotations.NullMarked;
