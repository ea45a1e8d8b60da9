package org.truce.exchange.document;

import java.util.List;

/**
 * A page with its lines.
 *
 * @param number from 1
 * @param height in points
 * @param lines in reading order
 */
record Sheet(int number, float height, List<Line> lines) {}
