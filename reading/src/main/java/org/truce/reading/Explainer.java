package org.truce.reading;

import org.truce.reading.actors.ActorMention;
import org.truce.reading.claims.Claimed;
import org.truce.reading.confidence.Confidence;
import org.truce.reading.dates.DateMention;
import org.truce.reading.dates.PeriodMention;
import org.truce.reading.events.Happening;
import org.truce.reading.page.Credit;
import org.truce.reading.page.Page;
import org.truce.reading.page.Role;
import org.truce.reading.places.PlaceMention;
import org.truce.reading.places.PointMention;
import org.truce.reading.statements.Said;

/**
 * Says of each fact which rule made it, and how likely that makes it. A kind that no label tells of has the confidence of
 * the kind that it is read by: a period that of dates, a point that of places, a claim that of the statement it stands in.
 * One instance explains one text.
 */
final class Explainer {
    private static final Confidence CONFIDENCE = Confidence.packaged();

    private final Page page;

    Explainer(Page page) {
        this.page = page;
    }

    private Reading.Explanation why(String layer, String rule) {
        return rule.isEmpty() ? Reading.Explanation.NONE : new Reading.Explanation(rule, confidence(layer, rule));
    }

    private double confidence(String layer, String rule) {
        return CONFIDENCE.of(layer, rule, page.lang().code());
    }

    Reading.Explanation publisher(String rule) {
        return why("publisher", rule);
    }

    Reading.Explanation publication(String rule) {
        return why("publication", rule);
    }

    Reading.Explanation agency(Credit c) {
        return why("agency", c.rule());
    }

    Reading.Explanation date(DateMention d) {
        return why("date", d.rule() + where(d.from()));
    }

    Reading.Explanation period(PeriodMention p) {
        return why("date", p.rule());
    }

    Reading.Explanation place(PlaceMention p) {
        return why("place", p.rule() + where(p.from()));
    }

    Reading.Explanation point(PointMention p) {
        return why("place", p.rule());
    }

    Reading.Explanation actor(ActorMention a) {
        return why("actor", a.rule() + where(a.from()));
    }

    Reading.Explanation agreement(boolean byDate) {
        return why("agreement", byDate ? "by-date" : "by-name");
    }

    Reading.Explanation statement(Said s) {
        return why("statement", (s.direct() ? "direct." : "indirect.") + s.rule());
    }

    Reading.Explanation claim(Claimed c) {
        return new Reading.Explanation(
                c.rule(), confidence("statement", statement(c.said()).rule()));
    }

    /** An event whose day and place are both known is the surer. */
    Reading.Explanation event(Happening h) {
        boolean filled = !h.date().isEmpty() && h.place() != null;
        return why("event", h.rule() + ':' + h.status() + (filled ? "" : "+bare"));
    }

    /** Stands after a plus sign in the id of a rule: the part of the page, where it is not the story. */
    private String where(int token) {
        Role role = page.part(token).role();
        return switch (role) {
            case TITLE -> "+title";
            case CAPTION -> "+caption";
            case BODY -> "";
            default -> "+head";
        };
    }
}
