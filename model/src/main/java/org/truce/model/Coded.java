package org.truce.model;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A reason, a flag or a line of an answer as data: rendered in a language from the one message file of that language,
 * never assembled in code.
 *
 * @param code key of the message, kebab-case
 * @param args typed arguments by name: a {@link Number}, a {@link String} (dates are ISO 8601), or a {@link Text}
 * @param entries ids of the entries on which it rests, in record order; empty where it rests on none
 */
public record Coded(String code, Map<String, Object> args, List<UUID> entries) {
    public Coded {
        args = Map.copyOf(args);
        entries = List.copyOf(entries);
    }

    /** Without arguments and entries. */
    public static Coded of(String code) {
        return new Coded(code, Map.of(), List.of());
    }

    /** With arguments only. */
    public static Coded of(String code, Map<String, Object> args) {
        return new Coded(code, args, List.of());
    }
}
