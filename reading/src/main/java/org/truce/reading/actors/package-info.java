/**
 * Actors: persons, states, bodies and forces named in a text, with the office-holder behind a title. Who speaks is
 * found elsewhere.
 */
@NullMarked
package org.truce.reading.actors;

import org.jspecify.annotations.NullMarked;
