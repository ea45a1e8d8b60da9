package org.truce.simulation.ceasefire;

import org.truce.model.kind.Incident.Act;

/**
 * An incident that truly happened.
 *
 * @param id from 0, in order of being drawn
 * @param follows the incident that set it off; -1 for none
 * @param day when, in days since the first day began
 * @param east metres
 * @param north metres
 * @param act what
 * @param northern whether the side north of the line did it
 */
public record Happened(long id, long follows, double day, double east, double north, Act act, boolean northern) {}
