package org.truce.simulation.exercise;

import static org.truce.simulation.exercise.Theatre.AVELIA;
import static org.truce.simulation.exercise.Theatre.ZONE;
import static org.truce.simulation.exercise.Theatre.actor;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.truce.model.kind.Body;
import org.truce.model.kind.Incident.Act;
import org.truce.model.kind.Incident.Confidence;
import org.truce.model.kind.Incident.Dissent;
import org.truce.model.kind.Incident.FindingMade;
import org.truce.model.kind.Incident.InvestigationMade;
import org.truce.model.kind.Incident.Likelihood;
import org.truce.model.kind.Incident.ResponseTaken;
import org.truce.model.kind.Incident.RulingMade;
import org.truce.simulation.Note;
import org.truce.simulation.Sheets;
import org.truce.simulation.Words;

/** What the Joint Commission made of the grave acts and of some small ones: investigation, finding, ruling, response. */
final class JusticeScript {
    private static final List<Likelihood> LIKELIHOODS = List.of(
            Likelihood.VERY_LIKELY, Likelihood.LIKELY, Likelihood.ALMOST_CERTAIN, Likelihood.ROUGHLY_EVEN_CHANCE);

    private final Sheets sheets;

    JusticeScript(Sheets sheets) {
        this.sheets = sheets;
    }

    /** The four heavy acts and every tenth small one. */
    void write(List<IncidentScript.Opened> opened) {
        int small = 0;
        int taken = 0;
        for (IncidentScript.Opened one : opened) {
            boolean heavy = one.truth().heavy();
            if (!heavy && small++ % 10 != 9) {
                continue;
            }
            investigate(one.id(), one.truth(), taken++);
        }
    }

    private void investigate(UUID incident, Happening truth, int number) {
        Instant begun = truth.at().plus(Duration.ofHours(30));
        put(
                begun,
                "joint-commission:investigator",
                new InvestigationMade(
                        incident,
                        actor("joint-commission"),
                        Words.of(
                                "craters measured, both commanders heard",
                                "воронки измерены, оба командира опрошены",
                                "قيست الحفر واستُمع إلى القائدين")));
        Likelihood likelihood = LIKELIHOODS.get(number % LIKELIHOODS.size());
        put(
                begun.plus(Duration.ofHours(40)),
                "joint-commission:chair",
                new FindingMade(
                        incident,
                        actor("joint-commission"),
                        actor(truth.by()),
                        likelihood,
                        truth.heavy() ? Confidence.HIGH : Confidence.MODERATE,
                        truth.act() == Act.ADVANCE
                                ? Words.of(
                                        "the line was crossed from the north",
                                        "линия перейдена с севера",
                                        "عُبر الخط من الشمال")
                                : Words.of(
                                        "the fire came from that side",
                                        "огонь вёлся с той стороны",
                                        "جاءت النيران من ذلك الجانب"),
                        number % 3 == 0 ? List.of(dissent(truth.by())) : List.of()));
        if (truth.heavy() || number % 2 == 0) {
            boolean violation = likelihood != Likelihood.ROUGHLY_EVEN_CHANCE;
            put(
                    begun.plus(Duration.ofHours(64)),
                    "joint-commission:chair",
                    new RulingMade(
                            incident,
                            actor("joint-commission"),
                            violation || truth.heavy(),
                            Words.of("point 1 of the accord", "пункт 1 соглашения", "البند 1 من الاتفاق")));
        }
        put(
                begun.plus(Duration.ofHours(70)),
                truth.by() + ":liaison",
                new ResponseTaken(
                        incident,
                        actor(truth.by()),
                        truth.by().equals(AVELIA)
                                ? Words.of(
                                        "the officer in charge was relieved",
                                        "ответственный офицер отстранён",
                                        "أُعفي الضابط المسؤول")
                                : Words.of("the unit was moved back", "подразделение отведено", "سُحبت الوحدة")));
    }

    private static Dissent dissent(String party) {
        return new Dissent(
                actor(party),
                Words.of("the fire was returned, not begun", "огонь был ответным", "كانت النيران رداً لا بدءاً"));
    }

    private void put(Instant when, String author, Body body) {
        if (Theatre.within(when)) {
            sheets.put(
                    IncidentScript.SHEET,
                    Note.by(author, when.plusSeconds(600)).during(when, when.plusSeconds(60), ZONE),
                    body);
        }
    }
}
