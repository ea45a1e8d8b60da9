package org.truce.quality;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.truce.quality.score.Detail;
import org.truce.quality.score.Layer;
import org.truce.quality.score.Score;

/**
 * A row of the tables, with what is aimed for.
 *
 * @param name as printed
 * @param of its value
 * @param shared aim on the development sets
 * @param other aim on other reports
 * @param less whether less is better
 */
record Measure(String name, ToDoubleFunction<Score> of, double shared, double other, boolean less) {
    static final List<Measure> ALL = Arrays.asList(
            more("publication date", Score::publication, 0.97, 0.93),
            more("publisher", Score::publisher, 0.97, 0.93),
            f1("agencies", Layer.AGENCIES, 0.97, 0.93),
            f1("dates", Layer.DATES, 0.97, 0.93),
            f1("places", Layer.PLACES, 0.96, 0.90),
            f1("actors", Layer.ACTORS, 0.93, 0.85),
            f1("direct quotes", Layer.QUOTES, 0.94, 0.88),
            f1("statements", Layer.STATEMENTS, 0.92, 0.84),
            f1("events", Layer.EVENTS, 0.92, 0.85),
            f1("events with status", Layer.EVENTS_WITH_STATUS, 0.90, 0.82),
            more("matched events: date", s -> s.share(Detail.DATE), 0.93, 0.85),
            more("matched events: place", s -> s.share(Detail.PLACE), 0.93, 0.85),
            more("matched events: numbers", s -> s.share(Detail.NUMBERS), 0.93, 0.85),
            more("matched events: accused", s -> s.share(Detail.ACCUSED), 0.88, 0.80),
            new Measure("extra events, share of labelled", Score::extra, 0.10, 0.18, true));

    private static Measure f1(String name, Layer layer, double shared, double other) {
        return more(name, s -> s.f1(layer), shared, other);
    }

    private static Measure more(String name, ToDoubleFunction<Score> of, double shared, double other) {
        return new Measure(name, of, shared, other, false);
    }

    /** Whether a value reaches an aim; what was not asked reaches it. */
    boolean reached(double value, double aim) {
        return Double.isNaN(value) || (less ? value <= aim : value >= aim);
    }
}
