package org.truce.quality.score;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.truce.reading.Reading;
import org.truce.reading.Span;

/**
 * One labelled or one read fact, in the form in which the two are compared.
 *
 * @param value what must be equal: a folded name, an ISO date, a type of event
 * @param spans its words, in code points
 * @param spot its point, null where it has none
 * @param direct whether it is a statement in quotation marks
 * @param happened more of an event, null for anything else
 * @param why why a reading has it
 */
public record Fact(
        String value,
        List<Span> spans,
        @Nullable Spot spot,
        boolean direct,
        @Nullable Happened happened,
        Reading.Explanation why) {
    /** A fact that is neither place, statement nor event. */
    static Fact plain(String value, List<Span> spans, Reading.Explanation why) {
        return new Fact(value, spans, null, false, null, why);
    }
}
