package org.truce.reading.theatre;

import java.util.List;
import java.util.Map;

/**
 * An actor of a theatre: a person, a state, a body.
 *
 * @param name normalised name
 * @param kind {@code person state force authority organisation parties persons}
 * @param of the state it belongs to, empty if none
 * @param offices of a person
 * @param names patterns by language; one that begins with {@code =} is a family name on
 *     its own, with {@code ?} words that mean it without naming it, with {@code +} words that do so once it was named
 * @param adjective of a state, in English, such as {@code Armenian}
 * @param article of a state's English name, such as {@code "the "}, mostly empty
 * @param adjectives of a state, patterns by language
 * @param capitals of a state, patterns by language, where they stand for its government
 * @param institutions of a state whose normalised names do not follow the rule, by kind
 */
public record Actor(
        String name,
        String kind,
        String of,
        List<Office> offices,
        Map<String, List<String>> names,
        String adjective,
        String article,
        Map<String, List<String>> adjectives,
        Map<String, List<String>> capitals,
        Map<String, String> institutions) {
    /** Whether it is a state. */
    public boolean state() {
        return kind.equals("state");
    }

    /** Whether it is a person. */
    public boolean person() {
        return kind.equals("person");
    }
}
