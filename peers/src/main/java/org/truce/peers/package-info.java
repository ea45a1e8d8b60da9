/**
 * Between machines: a record's copies that follow it over HTTP, and the witnesses that cosign its checkpoints. Carries
 * bytes; what they mean and whether they are right is the record's to say.
 */
@NullMarked
package org.truce.peers;

import org.jspecify.annotations.NullMarked;
