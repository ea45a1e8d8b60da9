/**
 * The HTTP API and the pages, on loopback: each handler states for whom it answers, each answer says as known when.
 * Nothing is derived here; the rooms below do that.
 */
@NullMarked
package org.truce.server;

import org.jspecify.annotations.NullMarked;
