/**
 * A second opinion: checks a record and its receipts with nothing but a Java 17 runtime. Written from
 * docs/formats/record.md and the C2SP documents; it shares no line with the rest of Truce, and is meant to be read whole
 * before it is believed.
 */
@NullMarked
package org.truce.verifier;

import org.jspecify.annotations.NullMarked;
