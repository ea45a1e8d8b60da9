package org.truce.reading.confidence;

/**
 * How often a rule was right on labelled reports: one line of {@code confidence.tsv}. The empty text means any.
 *
 * @param layer such as {@code date} or {@code event}
 * @param rule a rule, or the beginning of several
 * @param lang ISO 639-1 code
 * @param right facts that the labels confirm, 0 to {@code of}; a mean, so not always whole
 * @param of facts
 */
public record Count(String layer, String rule, String lang, double right, int of) {}
