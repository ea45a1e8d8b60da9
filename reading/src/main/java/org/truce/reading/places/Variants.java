package org.truce.reading.places;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.truce.reading.text.Lang;
import org.truce.reading.text.Token;
import org.truce.reading.text.Tokenizer;
import org.truce.reading.theatre.Place;

/**
 * Names of one word that a text spells as the gazetteer does not: one letter off in the same script, or the same
 * {@link Skeleton} in any. Only a name that leads to one place counts, or to a town and its own district.
 */
final class Variants {
    private static final int LEAST_LETTERS = 6;
    private static final int LEAST_CONSONANTS = 4;
    private static final int LEAST_WITH_TYPE = 3;

    private final Map<String, Set<String>> byDeletion = new HashMap<>();
    private final Map<String, Set<String>> bySkeleton = new HashMap<>();
    private final Map<String, List<String>> names = new HashMap<>();
    private final Map<String, Place> places = new HashMap<>();

    Variants(List<Place> all) {
        for (Place place : all) {
            if (place.type().equals("country") || place.type().equals("district")) {
                continue;
            }
            places.put(place.id(), place);
            place.names().values().forEach(list -> list.forEach(name -> add(place.id(), name)));
        }
    }

    private void add(String id, String name) {
        List<Token> tokens = Tokenizer.of(name);
        if (tokens.size() != 1 || !tokens.getFirst().word()) {
            return;
        }
        String form = tokens.getFirst().form();
        names.computeIfAbsent(form, k -> new ArrayList<>(1)).add(id);
        if (form.length() >= LEAST_LETTERS) {
            byDeletion.computeIfAbsent(form, k -> new LinkedHashSet<>(2)).add(form);
            for (int i = 0; i < form.length(); i++) {
                byDeletion
                        .computeIfAbsent(form.substring(0, i) + form.substring(i + 1), k -> new LinkedHashSet<>(2))
                        .add(form);
            }
        }
        String skeleton = Skeleton.of(form);
        if (skeleton.length() >= LEAST_WITH_TYPE) {
            bySkeleton.computeIfAbsent(skeleton, k -> new LinkedHashSet<>(2)).add(id);
        }
    }

    /**
     * The place that a word means, or null.
     *
     * @param typed whether a word such as "village" stands before it
     */
    @Nullable
    Place of(String form, Lang lang, boolean typed) {
        Place near = form.length() >= LEAST_LETTERS ? oneOff(form, lang) : null;
        if (near != null) {
            return near;
        }
        String skeleton = Skeleton.of(lang == Lang.RUSSIAN ? PlaceIndex.bare(form) : form);
        int least = typed ? LEAST_WITH_TYPE : LEAST_CONSONANTS;
        if (skeleton.length() < least || form.length() < 5) {
            return null;
        }
        return single(bySkeleton.getOrDefault(skeleton, Set.of()));
    }

    private @Nullable Place oneOff(String form, Lang lang) {
        Set<String> ids = new LinkedHashSet<>();
        for (String stem : lang == Lang.RUSSIAN ? List.of(form, PlaceIndex.bare(form)) : List.of(form)) {
            collect(stem, form, ids);
            for (int i = 0; i < stem.length(); i++) {
                collect(stem.substring(0, i) + stem.substring(i + 1), form, ids);
            }
        }
        return single(ids);
    }

    private void collect(String key, String form, Set<String> ids) {
        for (String name : byDeletion.getOrDefault(key, Set.of())) {
            boolean ending = form.startsWith(name) || name.startsWith(form);
            boolean russian = form.charAt(0) >= 0x0400 && form.charAt(0) < 0x0530;
            boolean same = name.charAt(0) == form.charAt(0);
            String a = russian ? PlaceIndex.bare(name) : name;
            String b = russian ? PlaceIndex.bare(form) : form;
            if (same && !ending && Skeleton.near(a, b) && !a.equals(b)) {
                ids.addAll(names.getOrDefault(name, List.of()));
            }
        }
    }

    private @Nullable Place single(Set<String> ids) {
        return ids.size() == 1 ? places.get(ids.iterator().next()) : null;
    }
}
