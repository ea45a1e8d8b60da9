package org.truce.publication.feed;

import org.truce.assessment.Assessment;
import org.truce.assessment.Parameters;
import org.truce.assessment.Reason;
import org.truce.assessment.Stretch;
import org.truce.model.json.EntryJson;
import org.truce.model.kind.Body;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** An assessment with everything that is needed to compute it again. */
public final class AssessmentFeed {
    private AssessmentFeed() {}

    /** The whole assessment. */
    public static ObjectNode of(Assessment assessment) {
        ObjectNode out = Json.object().put("level", Body.wire(assessment.level()));
        out.set("adequacy", adequacy(assessment.adequacy()));
        out.set("statement", Json.coded(assessment.statement()));
        ArrayNode reasons = out.putArray("reasons");
        assessment.reasons().forEach(reason -> reasons.add(reason(reason)));
        out.set("counterfactual", Json.coded(assessment.counterfactual()));
        out.set("parameters", parameters(assessment.parameters()));
        return out.put("at", Json.instant(assessment.at()))
                .put("known", assessment.known())
                .put("audience", assessment.audience().wire())
                .put("zone", assessment.zone().getId())
                .put("exercise", assessment.exercise())
                .put("version", assessment.version())
                .put("seed", assessment.seed());
    }

    private static ObjectNode adequacy(Assessment.Adequacy adequacy) {
        ObjectNode out = Json.object()
                .put("from", adequacy.from().toString())
                .put("to", adequacy.to().toString())
                .put("windowDays", adequacy.windowDays())
                .put("coveredDays", adequacy.coveredDays())
                .put("coverage", adequacy.coverage())
                .put("power", adequacy.power())
                .put("upper95", adequacy.upper95())
                .put("hours", adequacy.hours())
                .put("missingHours", adequacy.missingHours())
                .put("acts", adequacy.acts())
                .put("alleged", adequacy.alleged())
                .put("byDay", adequacy.byDay())
                .put("byNight", adequacy.byNight());
        ArrayNode unwatched = out.putArray("unwatched");
        for (Stretch stretch : adequacy.unwatched()) {
            unwatched
                    .addObject()
                    .put("fromKm", stretch.fromKm())
                    .put("toKm", stretch.toKm())
                    .put("since", stretch.since() == null ? null : Json.instant(stretch.since()))
                    .set("entries", Json.ids(stretch.entries()));
        }
        out.set("entries", Json.ids(adequacy.entries()));
        return out;
    }

    private static ObjectNode reason(Reason reason) {
        ObjectNode out = Json.object().put("code", reason.code());
        out.set("arguments", Json.arguments(reason.args()));
        out.put("holds", reason.holds())
                .put("value", reason.value())
                .put("threshold", reason.threshold())
                .put("decides", Body.wire(reason.decides()));
        out.set("entries", Json.ids(reason.entries()));
        return out;
    }

    private static ObjectNode parameters(Parameters parameters) {
        ObjectNode out = (ObjectNode) EntryJson.body(parameters.agreed());
        out.putIfAbsent("signedBy", Json.array());
        out.put("entry", parameters.entry() == null ? null : parameters.entry().toString());
        return out;
    }
}
