package org.truce.model.kind;

import java.util.Locale;

/** What an entry of one kind states. The name of a kind is the simple name of its record. */
public sealed interface Body
        permits Ground,
                Agreement,
                Observation,
                Incident,
                Statement,
                Mines,
                Persons,
                Return,
                Corridor,
                Community,
                Mediation,
                RecordKeeping,
                Judgement,
                Unread {

    /** The kind's name on the wire and in the record. */
    default String kind() {
        return getClass().getSimpleName();
    }

    /** The name of a constant on the wire: lower case with hyphens. */
    static String wire(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
