package org.truce.reading.theatre;

import java.util.List;
import java.util.Map;

/**
 * A place of a theatre.
 *
 * @param id stable id, the mission's code
 * @param type {@code village town city capital district region corridor crossing height lake airport country …}
 * @param lat WGS 84 degrees north
 * @param lon WGS 84 degrees east
 * @param names by ISO 639-1 language code, the first being the name to print
 * @param district id of the district that bears its name, empty if none
 */
public record Place(String id, String type, double lat, double lon, Map<String, List<String>> names, String district) {
    /** Its name in a language, else in English, else its id. */
    public String name(String lang) {
        List<String> own = names.getOrDefault(lang, names.getOrDefault("en", List.of(id)));
        return own.isEmpty() ? id : own.getFirst();
    }
}
