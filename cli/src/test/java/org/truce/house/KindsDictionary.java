package org.truce.house;

import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.truce.model.entry.Entry;
import org.truce.model.json.Kinds;
import org.truce.model.quantity.Amount;
import org.truce.model.quantity.Hours;
import org.truce.model.quantity.Metres;
import org.truce.model.quantity.PerDay;
import org.truce.model.quantity.Share;
import org.truce.publication.feed.Json;
import tools.jackson.databind.node.ArrayNode;

/** Writes the fields of the envelope, of every kind and of their parts as data, for the dictionary that exports carry. */
final class KindsDictionary {
    private static final Map<Class<?>, String> UNITS = Map.of(
            Hours.class, "h",
            Metres.class, "m",
            PerDay.class, "1/d",
            Share.class, "share from 0 to 1",
            Amount.class, "as its unit says");

    private final Javadocs javadocs;
    private final ArrayNode out = Json.array();
    private final Set<Class<?>> parts = new LinkedHashSet<>();

    private KindsDictionary(Javadocs javadocs) {
        this.javadocs = javadocs;
    }

    static ArrayNode write() throws IOException {
        KindsDictionary dictionary =
                new KindsDictionary(Javadocs.of(House.files(House.ROOT.resolve("model/src/main/java"))));
        dictionary.fields(Entry.class);
        Kinds.all().values().forEach(dictionary::fields);
        Set<Class<?>> done = new LinkedHashSet<>();
        while (done.size() < dictionary.parts.size()) {
            for (Class<?> part : Set.copyOf(dictionary.parts).stream()
                    .sorted(java.util.Comparator.comparing(Class::getName))
                    .toList()) {
                if (done.add(part)) {
                    dictionary.fields(part);
                }
            }
        }
        return dictionary.out;
    }

    private void fields(Class<?> type) {
        for (RecordComponent field : type.getRecordComponents()) {
            out.addObject()
                    .put("kind", type.getSimpleName())
                    .put("field", field.getName())
                    .put("type", words(field.getGenericType()))
                    .put("unit", UNITS.getOrDefault(field.getType(), unit(type, field)))
                    .put("meaning", javadocs.of(type, field.getName()));
        }
    }

    /** The value of a quantity of one unit has that unit. */
    private static String unit(Class<?> type, RecordComponent field) {
        return field.getName().equals("value") ? UNITS.getOrDefault(type, "") : "";
    }

    private String words(Type type) {
        if (type instanceof ParameterizedType generic) {
            Type[] of = generic.getActualTypeArguments();
            return of.length == 1 ? "list of " + words(of[0]) : words(of[1]) + ", by " + words(of[0]);
        }
        Class<?> raw = (Class<?>) type;
        String plain = KindsDocument.plain(raw);
        if (plain != null) {
            return plain;
        }
        parts.add(raw);
        return raw.getSimpleName();
    }
}
