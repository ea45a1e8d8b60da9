package org.truce.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.truce.quality.score.Fact;
import org.truce.quality.score.Facts;
import org.truce.quality.score.Layer;
import org.truce.quality.score.Matching;
import org.truce.reading.Reading;

/**
 * What became of one read fact.
 *
 * @param layer its layer among the counts of confidence
 * @param lang of its report
 * @param why its rule and confidence
 * @param right whether the labels confirm it
 */
record Outcome(String layer, String lang, Reading.Explanation why, boolean right) {
    /** Each fact of a reading once; an event is right when its status is right too. */
    private static final List<Layer> JUDGED = List.of(
            Layer.AGENCIES,
            Layer.DATES,
            Layer.PLACES,
            Layer.ACTORS,
            Layer.STATEMENTS,
            Layer.EVENTS_WITH_STATUS,
            Layer.AGREEMENTS);

    static List<Outcome> of(String lang, Facts labelled, Facts read, Reading reading) {
        List<Outcome> out = new ArrayList<>();
        if (!read.publisher().isEmpty()) {
            boolean right = read.publisher().equals(labelled.publisher());
            out.add(new Outcome("publisher", lang, reading.publisherWhy(), right));
        }
        if (!read.publication().isEmpty()) {
            boolean right = read.publication().equals(labelled.publication());
            out.add(new Outcome("publication", lang, reading.publicationWhy(), right));
        }
        for (Layer layer : JUDGED) {
            List<Fact> facts = read.of(layer);
            Map<Integer, Integer> pairs = Matching.of(layer, labelled.of(layer), facts);
            for (int j = 0; j < facts.size(); j++) {
                out.add(new Outcome(layer.fact(), lang, facts.get(j).why(), pairs.containsKey(j)));
            }
        }
        return out;
    }
}
