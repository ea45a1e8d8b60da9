package org.truce.reading;

import java.util.List;
import org.truce.reading.actors.ActorMention;
import org.truce.reading.confidence.Confidence;
import org.truce.reading.dates.DateMention;
import org.truce.reading.events.Happening;
import org.truce.reading.page.Credit;
import org.truce.reading.page.Page;
import org.truce.reading.page.Role;
import org.truce.reading.places.PlaceMention;
import org.truce.reading.statements.Said;

/** Says of each fact which rule made it, and how likely that makes it. One instance explains one text. */
final class Explainer {
    private static final Confidence CONFIDENCE = Confidence.packaged();

    private final Page page;

    Explainer(Page page) {
        this.page = page;
    }

    private Reading.Explanation why(String layer, String rule) {
        return new Reading.Explanation(
                rule, CONFIDENCE.of(layer, rule, page.lang().code()));
    }

    Reading.Explanation publisher() {
        return page.publisher().isEmpty() ? Reading.Explanation.NONE : why("publisher", "page");
    }

    Reading.Explanation publication(String iso) {
        return iso.isEmpty() ? Reading.Explanation.NONE : why("publication", "page");
    }

    Reading.Explanation agency(Credit c) {
        return why("agency", c.surface().equals(c.normalised()) ? "unlisted" : "listed");
    }

    Reading.Explanation date(List<DateMention> group) {
        DateMention d = group.getFirst();
        String rule = d.instrument() ? "instrument" : d.since() ? "since" : d.day() ? "day" : "part";
        return why("date", rule + where(d.from()));
    }

    Reading.Explanation place(List<PlaceMention> group) {
        PlaceMention p = group.getFirst();
        return why("place", "name." + p.place().type() + where(p.from()));
    }

    Reading.Explanation actor(List<ActorMention> group) {
        ActorMention a = group.getFirst();
        return why("actor", (a.kind().isEmpty() ? "other" : a.kind()) + where(a.from()));
    }

    Reading.Explanation agreement(boolean byDate) {
        return why("agreement", byDate ? "by-date" : "by-name");
    }

    Reading.Explanation statement(Said s) {
        String verb = s.verb().isEmpty() ? "no-verb" : s.verbClass();
        return why("statement", (s.direct() ? "direct." : "indirect.") + verb);
    }

    /** A fact is the surer, the more of it stands in its sentence. */
    Reading.Explanation event(Happening h) {
        boolean filled = !h.date().isEmpty() && h.place() != null;
        return why("event", h.type() + '.' + h.status() + (filled ? "" : "+bare"));
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
