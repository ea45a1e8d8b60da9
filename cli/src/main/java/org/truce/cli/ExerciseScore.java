package org.truce.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.truce.assessment.correlation.BCubed;
import org.truce.model.entry.Audience;
import org.truce.model.kind.Judgement.AssessmentIssued;
import org.truce.model.kind.Judgement.Level;
import org.truce.picture.Held;
import org.truce.picture.IncidentFile;
import org.truce.picture.Incidents;
import org.truce.picture.OpenRecord;
import org.truce.picture.View;
import org.truce.simulation.ceasefire.Ceasefire;
import org.truce.simulation.ceasefire.CeasefireEntries;
import org.truce.simulation.ceasefire.CeasefireEntries.Made;
import org.truce.simulation.ceasefire.Day;
import org.truce.simulation.ceasefire.Scenario;
import tools.jackson.databind.json.JsonMapper;

/**
 * What monitors concluded in an exercise, held against the truth of the days that were released: which reports they put
 * together, how many incidents they count, and which levels they issued.
 */
final class ExerciseScore {
    private final Console console;
    private final Path out;
    private final ExerciseFile of;
    private final Map<UUID, Long> truth = new HashMap<>();
    private final Set<Long> reported = new HashSet<>();

    ExerciseScore(Console console, Path out, ExerciseFile of) {
        this.console = console;
        this.out = out;
        this.of = of;
    }

    int tell(boolean json) throws IOException {
        again();
        Map<String, Object> score = new TreeMap<>();
        try (OpenRecord open = OpenRecord.of(Simulating.record(out))) {
            // Of everything that was released: what happened on a day may be told on the next.
            View view = When.view(
                    open.picture(),
                    null,
                    null,
                    Audience.Group.MISSION,
                    console.clock().instant());
            List<List<UUID>> groups = groups(view);
            BCubed linked = BCubed.of(groups, truth);
            score.put("days", of.released());
            score.put("reports", truth.size());
            score.put("linkPrecision", linked.precision());
            score.put("linkRecall", linked.recall());
            score.put("linkF1", linked.f1());
            score.put("incidentsReported", reported.size());
            score.put("incidentsCounted", groups.size());
            levels(view, score);
        }
        if (json) {
            console.out().println(JsonMapper.shared().writeValueAsString(score));
        } else {
            score.forEach((name, value) -> console.out()
                    .println(name + ": "
                            + (value instanceof Double number ? String.format(Locale.ROOT, "%.2f", number) : value)));
        }
        return Truce.DONE;
    }

    /** Makes the days again that were released: an entry's id follows from the seed. */
    private void again() {
        Ceasefire ceasefire = new Ceasefire(Scenario.named(of.scenario()), of.days(), of.seed());
        CeasefireEntries entries = CeasefireEntries.of(of.seed());
        entries.before();
        long invented = -1;
        for (int number = 0; number < of.released(); number++) {
            Day day = ceasefire.next();
            for (Made made : entries.of(day)) {
                if (made.told() != null) {
                    long incident = made.told().incident();
                    truth.put(made.entry().id(), incident >= 0 ? incident : invented--);
                    if (incident >= 0) {
                        reported.add(incident);
                    }
                }
            }
        }
    }

    private List<List<UUID>> groups(View view) {
        List<List<UUID>> groups = new ArrayList<>();
        for (IncidentFile file : Incidents.of(view).all()) {
            List<UUID> members = file.members().stream()
                    .map(Held::id)
                    .filter(truth::containsKey)
                    .toList();
            if (!members.isEmpty()) {
                groups.add(members);
            }
        }
        return groups;
    }

    private void levels(View view, Map<String, Object> score) {
        int right = 0;
        List<String> wrong = new ArrayList<>();
        List<Held<AssessmentIssued>> issued = view.heads(AssessmentIssued.class);
        for (Held<AssessmentIssued> one : issued) {
            LocalDate date =
                    one.body().at().minusNanos(1).atZone(CeasefireEntries.ZONE).toLocalDate();
            long day = ChronoUnit.DAYS.between(CeasefireEntries.FIRST, date);
            if (day < 0 || day >= of.released()) {
                continue;
            }
            Level is = Scenario.named(of.scenario()).level((int) day, of.days());
            if (is == one.body().level()) {
                right++;
            } else {
                wrong.add(date + " " + one.body().level() + ", was " + is);
            }
        }
        score.put("levelsRight", right);
        score.put("levelsWrong", wrong);
    }
}
