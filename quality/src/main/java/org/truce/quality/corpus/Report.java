package org.truce.quality.corpus;

import tools.jackson.databind.JsonNode;

/**
 * A report with its labels.
 *
 * @param id name of its files
 * @param part what it may be used for
 * @param set the folder that it comes from, such as {@code karabakh} or {@code dev-web}
 * @param lang ISO 639-1 code
 * @param theatre name of the theatre that it is about
 * @param text as stored
 * @param labels its {@code ID.gold.json}
 */
public record Report(String id, Part part, String set, String lang, String theatre, String text, JsonNode labels) {}
