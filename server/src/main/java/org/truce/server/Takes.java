package org.truce.server;

import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.truce.model.json.Kinds;
import org.truce.publication.feed.Json;
import org.truce.publication.feed.RegisterFeed;
import tools.jackson.databind.node.ObjectNode;

/**
 * The parameters that handlers take: read from their signatures, described here. What a handler does not take is refused,
 * and what it takes is in the description of the API; both ask this class.
 */
final class Takes {
    /** The longest value that a parameter may have. */
    static final int LONGEST = 2000;

    private static final Map<Class<?>, List<String>> GROUPS = Map.of(
            Question.class, List.of("at", "known", "audience"),
            Page.class, List.of("limit", "after"),
            Form.class, List.of("format"));

    private static final Map<String, String> MEANINGS = Map.ofEntries(
            Map.entry("record", "The record's name."),
            Map.entry("register", "The register's name."),
            Map.entry("id", "The id of an entry."),
            Map.entry("size", "A size of the record."),
            Map.entry("store", "The name of a store of contents."),
            Map.entry("path", "The rest of the file's name, with its slashes."),
            Map.entry("at", "An instant, or a date, which means its end in the mandate's zone; now where absent."),
            Map.entry("known", "A record size, an instant or a date: only entries known by then take part."),
            Map.entry(
                    "audience", "For whom: public, parties, mission or party:ACTOR, at most what the caller may read."),
            Map.entry("limit", "Rows of a page, 1 to " + Page.LARGEST + ", or all."),
            Map.entry("after", "The next of the page before, unchanged."),
            Map.entry("format", "The form of the answer, whatever the Accept header says."),
            Map.entry("open", "The record to open; empty for the first."),
            Map.entry("day", "now, where the mandate's opening day is not meant."),
            Map.entry("days", "How many days to look ahead."),
            Map.entry("kind", "Only entries of this kind."),
            Map.entry("from", "The index in the record with which to begin."),
            Map.entry("since", "The record size, instant or date with which to compare; 0 where absent."),
            Map.entry("bbox", "West, south, east, north in degrees; what has no position is given too."),
            Map.entry("datetime", "An instant, a date, or two with a slash between; .. for an open end."));

    /**
     * One parameter.
     *
     * @param name as it stands in an address
     * @param inPath whether it is a part of the path
     * @param required whether it may not be left out
     */
    record Taken(String name, boolean inPath, boolean required) {
        String meaning() {
            String meaning = MEANINGS.get(name);
            if (meaning == null) {
                throw new IllegalStateException("nobody says what the parameter " + name + " means");
            }
            return meaning;
        }

        ObjectNode schema() {
            ObjectNode schema = Json.object();
            switch (name) {
                case "from", "size" -> schema.put("type", "integer").put("minimum", 0);
                case "id" -> schema.put("type", "string").put("format", "uuid");
                case "format" -> {
                    for (Form form : Form.values()) {
                        schema.put("type", "string").withArray("enum").add(form.word());
                    }
                }
                case "register" ->
                    RegisterFeed.ALL
                            .keySet()
                            .forEach(register -> schema.put("type", "string")
                                    .withArray("enum")
                                    .add(register));
                case "kind" ->
                    Kinds.all()
                            .keySet()
                            .forEach(kind -> schema.put("type", "string")
                                    .withArray("examples")
                                    .add(kind));
                case "limit" -> {
                    ObjectNode number = schema.withArray("anyOf").addObject().put("type", "integer");
                    number.put("minimum", 1).put("maximum", Page.LARGEST);
                    schema.withArray("anyOf").addObject().put("const", "all");
                }
                default -> schema.put("type", "string").put("maxLength", LONGEST);
            }
            return schema;
        }
    }

    private Takes() {}

    /** The parameters of a handler by name, in the order of its signature. */
    static Map<String, Taken> of(Method handler) {
        Map<String, Taken> taken = new LinkedHashMap<>();
        for (Parameter parameter : handler.getParameters()) {
            for (Taken one : of(parameter)) {
                taken.put(one.name, one);
            }
        }
        return taken;
    }

    private static List<Taken> of(Parameter parameter) {
        if (parameter.isAnnotationPresent(PathVariable.class)) {
            return List.of(new Taken(parameter.getName(), true, true));
        }
        RequestParam asked = parameter.getAnnotation(RequestParam.class);
        if (asked != null) {
            boolean required = asked.required()
                    && asked.defaultValue().equals(org.springframework.web.bind.annotation.ValueConstants.DEFAULT_NONE);
            return List.of(new Taken(parameter.getName(), false, required));
        }
        List<Taken> group = new ArrayList<>();
        if (parameter.getType() == Question.class) {
            group.add(new Taken("record", true, true));
        }
        GROUPS.getOrDefault(parameter.getType(), List.of()).forEach(name -> group.add(new Taken(name, false, false)));
        return group;
    }
}
