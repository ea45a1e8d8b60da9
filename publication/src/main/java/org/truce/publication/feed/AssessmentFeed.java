package org.truce.publication.feed;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.truce.assessment.Assessment;
import org.truce.assessment.Assessor;
import org.truce.assessment.Audit;
import org.truce.assessment.Parameters;
import org.truce.assessment.Reason;
import org.truce.assessment.Stretch;
import org.truce.assessment.ZoneAssessment;
import org.truce.assessment.detection.Reference;
import org.truce.assessment.detection.Signals;
import org.truce.model.json.EntryJson;
import org.truce.model.kind.Body;
import org.truce.model.kind.Judgement.Level;
import org.truce.picture.Boundaries.Boundary;
import org.truce.picture.View;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** An assessment with everything that is needed to compute it again. */
public final class AssessmentFeed {
    private AssessmentFeed() {}

    /** The assessment of a view: of the whole, and beside it that of each zone through which the line runs. */
    public static ObjectNode of(View view) {
        ObjectNode out = of(Assessor.assess(view));
        ArrayNode zones = out.putArray("zones");
        for (ZoneAssessment zone : Assessor.zones(view)) {
            zones.add(zone(zone));
        }
        return out;
    }

    /** Every rule of the whole and of each zone as a row. */
    public static List<ObjectNode> rows(View view) {
        List<ObjectNode> rows = new ArrayList<>();
        Assessment whole = Assessor.assess(view);
        whole.reasons().forEach(reason -> rows.add(row(null, whole.level(), reason)));
        for (ZoneAssessment zone : Assessor.zones(view)) {
            zone.reasons().forEach(reason -> rows.add(row(zone.zone(), zone.level(), reason)));
        }
        return rows;
    }

    private static ObjectNode row(@Nullable Boundary zone, Level level, Reason reason) {
        ObjectNode out =
                Json.object().put("zone", zone == null ? null : zone.id().value());
        out.put("level", Body.wire(level));
        // The sentence has a column for each language: the rule is a coded fact of its own.
        ObjectNode rule = out.putObject("rule").put("code", reason.code());
        rule.set("arguments", Json.arguments(reason.args()));
        out.put("holds", reason.holds()).put("value", reason.value()).put("threshold", reason.threshold());
        out.put("decides", Body.wire(reason.decides())).set("entries", Json.ids(reason.entries()));
        return out;
    }

    private static ObjectNode zone(ZoneAssessment zone) {
        ObjectNode out = Json.object().put("zone", zone.zone().id().value());
        out.set("name", Json.text(zone.zone().drawn().body().name()));
        out.put("role", Body.wire(zone.zone().drawn().body().role())).put("level", Body.wire(zone.level()));
        out.set("adequacy", adequacy(zone.adequacy()));
        ArrayNode reasons = out.putArray("reasons");
        zone.reasons().forEach(reason -> reasons.add(reason(reason)));
        return out;
    }

    /** The assessment of the whole. */
    public static ObjectNode of(Assessment assessment) {
        ObjectNode out = Json.object().put("level", Body.wire(assessment.level()));
        out.set("adequacy", adequacy(assessment.adequacy()));
        out.set("statement", Json.coded(assessment.statement()));
        ArrayNode reasons = out.putArray("reasons");
        assessment.reasons().forEach(reason -> reasons.add(reason(reason)));
        out.set("counterfactual", Json.coded(assessment.counterfactual()));
        out.set("parameters", parameters(assessment.parameters()));
        out.set("audit", audit(assessment.audit()));
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

    private static ObjectNode audit(Audit audit) {
        ObjectNode out = Json.object();
        ArrayNode acts = out.putArray("actsByDay");
        audit.actsByDay().forEach(acts::add);
        ArrayNode exposure = out.putArray("exposureByDay");
        audit.exposureByDay().forEach(exposure::add);
        out.put("exposureSha256", audit.exposureSha256())
                .put("dispersion", audit.dispersion())
                .put("rate", audit.rate())
                .put("rateLow", audit.rateLow())
                .put("rateHigh", audit.rateHigh());
        Reference reference = audit.reference();
        out.set(
                "reference",
                reference == null
                        ? out.nullNode()
                        : Json.object()
                                .put("days", reference.days())
                                .put("exposure", reference.exposure())
                                .put("acts", reference.acts())
                                .put("rate", reference.rate())
                                .put("dispersion", reference.dispersion()));
        out.set("signals", signals(audit.signals()));
        out.set("limits", signals(audit.limits()));
        return out.put("calibration", audit.calibration()).put("fallen", audit.fallen());
    }

    private static JsonNode signals(@Nullable Signals signals) {
        return signals == null
                ? Json.object().nullNode()
                : Json.object()
                        .put("up", signals.up())
                        .put("down", signals.down())
                        .put("cusum", signals.cusum());
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
