/**
 * Reading: Arabic, Russian and English text into facts, each tied to its words. The way through: {@code text} cuts into
 * tokens, lines and sentences; {@code page} tells story from furniture; {@code dates}, {@code actors}, {@code places}
 * and {@code quantities} find what is named; {@code statements} who said what; {@code events} what happened, did not or
 * is to happen. A {@code theatre} is the data of one ceasefire, a {@code lexicon} what an analyst wrote of a language.
 * Nothing here knows the record: what it returns are proposals.
 */
@NullMarked
package org.truce.reading;

import org.jspecify.annotations.NullMarked;
