package org.truce.simulation.exercise;

import static org.truce.simulation.exercise.Theatre.ZONE;
import static org.truce.simulation.exercise.Theatre.actor;
import static org.truce.simulation.exercise.Theatre.at;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.truce.model.id.ObligationId;
import org.truce.model.kind.Agreement.WithdrawalLineSet;
import org.truce.model.kind.Ground.BoundaryDrawn;
import org.truce.model.kind.Ground.Role;
import org.truce.model.kind.Observation.Means;
import org.truce.model.kind.Observation.Observed;
import org.truce.model.kind.Observation.Seen;
import org.truce.model.kind.Observation.SeenType;
import org.truce.model.quantity.Amount;
import org.truce.model.quantity.Metres;
import org.truce.model.quantity.Unit;
import org.truce.simulation.Note;
import org.truce.simulation.Sheets;
import org.truce.simulation.Words;

/** How far heavy weapons are withdrawn from the line as it was signed, and four that patrols saw near that distance. */
final class WithdrawalScript {
    private static final int DISTANCE = 10_000;

    private final Sheets sheets;

    WithdrawalScript(Sheets sheets) {
        this.sheets = sheets;
    }

    void write() {
        sheets.put(
                "05-agreement",
                Note.by("mission:analyst", at("2024-03-01", 10, 0)).during("2024-04-01"),
                new WithdrawalLineSet(
                        new ObligationId("keep-out"),
                        signed(),
                        new Metres(DISTANCE),
                        List.of("tank", "howitzer", "rocket launcher"),
                        100));
        // North of 10 km for certain; as near as not, where the edge itself is; and beyond it.
        saw("2024-04-10", -20, 6.2, 200, "howitzer", "122mm", 2);
        saw("2024-05-06", -5, 9.9, 400, "tank", null, 1);
        saw("2024-05-14", -5, 11.5, 400, "howitzer", "152mm", 3);
        // Ten kilometres and more from where the line runs since the bad night, nine from where it was signed.
        saw("2024-05-20", 15, 9.3, 200, "rocket launcher", "122mm", 1);
    }

    private UUID signed() {
        return sheets.all().values().stream()
                .flatMap(List::stream)
                .filter(entry -> entry.body() instanceof BoundaryDrawn drawn && drawn.role() == Role.LINE_OF_CONTACT)
                .findFirst()
                .orElseThrow()
                .id();
    }

    private void saw(
            String day,
            double east,
            double north,
            int radius,
            String weapon,
            @org.jspecify.annotations.Nullable String calibre,
            int count) {
        Instant from = at(day, 11, 20);
        Amount items = Amount.of(count, Unit.ITEMS);
        sheets.put(
                "11-observations",
                Note.by("mission:monitor", at(day, 13, 0))
                        .during(from, from.plusSeconds(600), ZONE)
                        .at(Theatre.point(east, north), radius),
                new Observed(
                        actor(Theatre.MISSION),
                        null,
                        null,
                        Means.SEEN,
                        items,
                        List.of(new Seen(SeenType.OTHER, null, items, weapon, calibre)),
                        null,
                        null,
                        List.of(),
                        Words.of(
                                "parked under nets, no crew seen",
                                "стоит под сетями, расчёта не видно",
                                "متوقف تحت شباك، ولم يُر طاقم"),
                        false,
                        null));
    }
}
