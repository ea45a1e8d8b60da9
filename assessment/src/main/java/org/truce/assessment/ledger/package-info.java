/** The mission's ledger beside each party's: who entered what, and what the others have of it. Nobody's is overwritten. */
@NullMarked
package org.truce.assessment.ledger;

import org.jspecify.annotations.NullMarked;
