/**
 * A language model behind any OpenAI-compatible endpoint, as a proposer for {@code reading}. Off unless somebody names
 * an endpoint; this machine's own unless somebody allows another. What comes back is bounded in time and size and is
 * not believed.
 */
@NullMarked
package org.truce.exchange.endpoint;

import org.jspecify.annotations.NullMarked;
