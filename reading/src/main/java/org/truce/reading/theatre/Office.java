package org.truce.reading.theatre;

/**
 * An office held by a person.
 *
 * @param title as printed, such as {@code Foreign Minister of Russia}
 * @param of name of the state or organisation
 * @param office short kind, such as {@code foreign minister}
 * @param from ISO date of its first day
 * @param to ISO date of its last day, empty while it lasts
 */
public record Office(String title, String of, String office, String from, String to) {
    /** Whether it was held on an ISO date; an empty date asks for whoever holds it last. */
    public boolean heldOn(String date) {
        return date.isEmpty() ? to.isEmpty() : from.compareTo(date) <= 0 && (to.isEmpty() || date.compareTo(to) <= 0);
    }
}
