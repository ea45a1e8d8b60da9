package org.truce.assessment.closure;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.truce.assessment.ledger.Ledger;
import org.truce.assessment.ledger.LedgerLine;
import org.truce.model.Coded;
import org.truce.model.Text;
import org.truce.model.id.ActorId;
import org.truce.model.kind.Body;
import org.truce.model.kind.Community.ConcernAnswered;
import org.truce.model.kind.Community.ConcernRaised;
import org.truce.model.kind.Incident.AllegationMade;
import org.truce.picture.Held;
import org.truce.picture.IncidentFile;
import org.truce.picture.View;

/**
 * What came of what somebody told the mission: reporters who never hear of it stop reporting (practice.md §1.5, 12).
 *
 * @param reporter who told it
 * @param told the allegation or concern
 * @param began of when it speaks
 * @param what in words
 * @param came what came of it
 * @param settled whether nothing is left to be told
 */
public record Answered(
        ActorId reporter, Held<? extends Body> told, Instant began, Text what, Coded came, boolean settled) {

    /** Of every allegation and concern of a view: what still waits first, the longest waiting first. */
    public static List<Answered> of(View view) {
        List<Answered> all = new ArrayList<>();
        for (LedgerLine line : Ledger.ofOthers(view)) {
            if (line.entry().body() instanceof AllegationMade allegation) {
                all.add(new Answered(
                        allegation.by(),
                        line.entry(),
                        line.began(),
                        allegation.what(),
                        came(view, line),
                        line.incident().closed()));
            }
        }
        Map<UUID, Held<ConcernAnswered>> answers = new HashMap<>();
        view.happened(ConcernAnswered.class)
                .forEach(held -> answers.put(held.body().concern(), held));
        for (Held<ConcernRaised> concern : view.happened(ConcernRaised.class)) {
            Held<ConcernAnswered> answer = view.chain(concern.id()).stream()
                    .map(answers::get)
                    .filter(java.util.Objects::nonNull)
                    .findFirst()
                    .orElse(null);
            all.add(new Answered(
                    concern.body().community(),
                    concern,
                    view.began(concern),
                    concern.body().concern(),
                    came(view, concern, answer),
                    answer != null && answer.body().settles()));
        }
        all.sort(Comparator.comparing(Answered::settled)
                .thenComparing(Answered::began)
                .thenComparing(one -> one.told().id()));
        return List.copyOf(all);
    }

    private static Coded came(View view, LedgerLine line) {
        IncidentFile file = line.incident();
        if (file.closure() != null) {
            return new Coded(
                    "came-closed",
                    Map.of(
                            // Words of a select have no hyphen in ICU's grammar.
                            "outcome",
                                    Body.wire(file.closure().body().outcome()).replace('-', '_'),
                            "days", days(line.began(), view.began(file.closure()))),
                    List.of(file.closure().id()));
        }
        String code = switch (line.status()) {
            case CONFIRMED -> "came-confirmed";
            case DENIED -> "came-denied";
            case MATCHED -> "came-matched";
            case UNMATCHED -> file.steps().isEmpty() ? "came-nothing" : "came-looked-into";
        };
        return new Coded(code, Map.of("days", days(line.began(), view.valid())), line.by());
    }

    private static Coded came(View view, Held<ConcernRaised> concern, @Nullable Held<ConcernAnswered> answer) {
        if (answer == null) {
            return Coded.of("came-nothing", Map.of("days", days(view.began(concern), view.valid())));
        }
        return new Coded(
                answer.body().settles() ? "came-settled" : "came-answered",
                Map.of("days", days(view.began(concern), view.began(answer))),
                List.of(answer.id()));
    }

    /** Whole days from one instant to another; 0 where the first lies at the beginning of all time. */
    private static long days(Instant from, Instant to) {
        return from.equals(Instant.MIN)
                ? 0
                : Math.max(0, Duration.between(from, to).toDays());
    }
}
