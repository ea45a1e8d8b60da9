package org.truce.reading.theatre;

import java.util.List;
import java.util.Map;

/**
 * An instrument that reports refer to.
 *
 * @param name normalised name
 * @param date ISO date on which it was adopted
 * @param days {@code MM-dd} (or {@code MM}) by which it is called
 * @param signatories normalised names of persons
 * @param names patterns by language that mean it without a date
 */
public record Agreement(
        String name, String date, List<String> days, List<String> signatories, Map<String, List<String>> names) {}
