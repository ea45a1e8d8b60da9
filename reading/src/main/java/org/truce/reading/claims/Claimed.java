package org.truce.reading.claims;

import org.truce.reading.statements.Said;

/**
 * A claim in a statement.
 *
 * @param template one of {@code none-since count changed-by resolved-within obligation-done obligation-breached
 *     persons-moved withdrawn-beyond calm access-granted}
 * @param said the statement
 * @param comparator {@code = > >= < <= ~}; of a change {@code <} for a decrease, {@code >} for an increase
 * @param value number in plain notation, {@code 0} for an absence, {@code 1} for a fact, empty where none is said
 * @param unit {@code %}, {@code km}, {@code hours} and the like, empty for a plain count
 * @param event type of event it counts, empty if it counts none
 * @param actor normalised name of whose acts it speaks, empty for anybody's
 * @param since first ISO date of its period, empty if none
 * @param until last ISO date of its period, empty if it is open
 * @param place id of its area, empty for everywhere
 * @param checkable whether its words can be held against a record; vague ones cannot
 * @param rule id of what made it: the section of the lexicon and its entry
 */
public record Claimed(
        String template,
        Said said,
        String comparator,
        String value,
        String unit,
        String event,
        String actor,
        String since,
        String until,
        String place,
        boolean checkable,
        String rule) {}
