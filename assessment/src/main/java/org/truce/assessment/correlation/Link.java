package org.truce.assessment.correlation;

/**
 * A proposal: that a sighting tells of an incident.
 *
 * @param member id of the sighting
 * @param terms what speaks for it, given the other members of the incident
 * @param best the likelihood ratio's logarithm
 * @param second that of the next best incident; negative infinity where there is none in reach
 * @param queue whether an analyst is to look: near the threshold, or two incidents fit nearly alike
 * @param again whether it is the same report entered again
 * @param held whether a person decided it
 */
public record Link(long member, Terms terms, double best, double second, boolean queue, boolean again, boolean held) {}
