/**
 * The same story in many outlets: near-duplicates in one language, and one dispatch told in several, by facts that need
 * no language (days, numbers, places, actors, kinds of events, names by their consonants, topics). Each pair carries
 * the facts that agreed and what each weighed, so that a person can follow the verdict. What a story says is not asked
 * here, nor which telling is right.
 */
@NullMarked
package org.truce.reading.story;

import org.jspecify.annotations.NullMarked;
