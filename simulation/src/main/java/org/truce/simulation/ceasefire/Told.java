package org.truce.simulation.ceasefire;

import org.truce.model.kind.Incident.Act;

/**
 * What a source told.
 *
 * @param id from 0, in order of being drawn
 * @param incident of which incident; -1 of nothing that happened
 * @param source what kind of source
 * @param number which one of its kind
 * @param stated when it was told, in days since the first day began
 * @param day when it says that it was
 * @param east metres, where it says that it was
 * @param north metres
 * @param act what it says it was
 * @param again whether it is an earlier report entered again
 */
public record Told(
        long id,
        long incident,
        Source source,
        int number,
        double stated,
        double day,
        double east,
        double north,
        Act act,
        boolean again) {}
