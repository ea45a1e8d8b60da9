package org.truce.assessment;

import java.util.List;
import java.util.UUID;
import org.locationtech.jts.geom.Geometry;

/**
 * A stretch of the line of contact that was watched on a day.
 *
 * @param line where, WGS 84
 * @param share share of the day for which it was watched, in tenths, 0.1 to 1
 * @param entries the entries that document the day's effort
 */
public record Watched(Geometry line, double share, List<UUID> entries) {}
