package org.truce.picture;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.truce.model.Coded;
import org.truce.model.id.BoundaryId;
import org.truce.model.id.ObligationId;
import org.truce.model.kind.Agreement.BreachFound;
import org.truce.model.kind.Agreement.ObligationAmended;
import org.truce.model.kind.Agreement.ObligationSet;
import org.truce.model.kind.Agreement.PerformanceReported;
import org.truce.model.kind.Agreement.PositionTaken;
import org.truce.model.kind.Body;
import org.truce.model.kind.Ground.BoundaryDrawn;
import org.truce.model.kind.Ground.ControlChanged;
import org.truce.model.kind.Incident.FindingMade;
import org.truce.model.kind.Incident.IncidentClosed;
import org.truce.model.kind.Incident.VerificationMade;
import org.truce.model.kind.Mines.ItemsDestroyed;
import org.truce.model.kind.Mines.LandReleased;
import org.truce.model.kind.Observation.PatrolMade;
import org.truce.model.kind.Persons.TransferMade;
import org.truce.model.kind.Return.ReturnCounted;
import org.truce.model.kind.Statement.ReadingReviewed;
import org.truce.model.quantity.Tally;

/**
 * Contradictions between entries, and within what somebody else stated: recorded and flagged, never refused. A flag
 * names its entries and goes when its cause goes; the order in which entries came in does not matter.
 *
 * @param all in order of code, then of the first entry's index
 */
public record Flags(List<Coded> all) {
    /** Faster than any patrol vehicle on any road. */
    private static final double FASTEST_KMH = 150;

    /** The flags of a view. */
    public static Flags of(View view) {
        return view.deriveInEra(Flags.class, () -> new Flags(new Finder(view).find()));
    }

    /** The flags that name an entry. */
    public List<Coded> of(UUID entry) {
        return all.stream().filter(flag -> flag.entries().contains(entry)).toList();
    }

    private static final class Finder {
        private final View view;
        private final List<Coded> flags = new ArrayList<>();

        Finder(View view) {
            this.view = view;
        }

        List<Coded> find() {
            tallies("returned", ReturnCounted.class, ReturnCounted::persons);
            tallies("released", LandReleased.class, LandReleased::area);
            tallies("roads", LandReleased.class, LandReleased::roads);
            tallies("buildings", LandReleased.class, LandReleased::buildings);
            tallies("items", ItemsDestroyed.class, ItemsDestroyed::items);
            transfers();
            controllers();
            patrols();
            incidents();
            obligations();
            reviews();
            new Places(view).flags(flags);
            flags.sort(Comparator.comparing(Coded::code)
                    .thenComparing(flag -> flag.entries().toString()));
            return List.copyOf(flags);
        }

        private void flag(String code, Map<String, Object> args, Held<?>... entries) {
            flags.add(new Coded(
                    code,
                    args,
                    List.of(entries).stream()
                            .sorted(Comparator.comparing(Held::id))
                            .map(Held::id)
                            .toList()));
        }

        /** A day above its total; a total that falls. */
        private <B extends Body> void tallies(String series, Class<B> kind, Function<B, @Nullable Tally> tally) {
            Map<String, Held<B>> highest = new HashMap<>();
            for (Held<B> held : sorted(kind)) {
                Tally counted = tally.apply(held.body());
                if (counted == null || counted.total() == null) {
                    continue;
                }
                double total = counted.total().value();
                if (counted.day() != null && counted.day().value() > total) {
                    flag("day-above-total", Map.of("day", counted.day().value(), "total", total), held);
                }
                String key = series + counted.since() + counted.total().unit();
                Held<B> before = highest.get(key);
                double most = before == null ? -1 : total(tally.apply(before.body()));
                if (before != null && total < most) {
                    flag("total-fell", Map.of("before", most, "after", total), before, held);
                } else {
                    highest.put(key, held);
                }
            }
        }

        private static double total(@Nullable Tally tally) {
            return tally == null || tally.total() == null ? -1 : tally.total().value();
        }

        /** In order of taking place; entries of one time by id, so that the order of coming in does not matter. */
        private <B extends Body> List<Held<B>> sorted(Class<B> kind) {
            return view.heads(kind).stream()
                    .sorted(Comparator.comparing((Held<B> held) -> view.began(held))
                            .thenComparing(Held::id))
                    .toList();
        }

        private void transfers() {
            for (Held<TransferMade> held : view.heads(TransferMade.class)) {
                held.body().batches().forEach(batch -> {
                    int parts = (batch.military() == null ? 0 : batch.military())
                            + (batch.civilian() == null ? 0 : batch.civilian());
                    if (parts > batch.number().value()) {
                        flag(
                                "parts-above-whole",
                                Map.of("parts", parts, "whole", batch.number().value()),
                                held);
                    }
                });
            }
        }

        private void controllers() {
            Map<BoundaryId, Held<ControlChanged>> last = new HashMap<>();
            for (Held<ControlChanged> held : sorted(ControlChanged.class)) {
                ControlChanged change = held.body();
                Held<ControlChanged> before = last.put(change.zone(), held);
                if (before != null
                        && view.began(before).equals(view.began(held))
                        && !before.body().to().equals(change.to())) {
                    flag("two-controllers", Map.of("zone", change.zone().value()), before, held);
                } else if (before != null
                        && change.from() != null
                        && !change.from().equals(before.body().to())) {
                    flag("controller-differs", Map.of("zone", change.zone().value()), before, held);
                }
                if (view.heads(BoundaryDrawn.class).stream()
                        .noneMatch(drawn -> drawn.body().boundary().equals(change.zone()))) {
                    flag("unknown-boundary", Map.of("zone", change.zone().value()), held);
                }
            }
        }

        private void patrols() {
            for (Held<PatrolMade> held : view.heads(PatrolMade.class)) {
                Geometry track = held.entry().where() == null
                        ? null
                        : held.entry().where().geometry();
                if (track != null && held.entry().occurred() != null) {
                    double hours = Duration.between(view.began(held), view.ended(held.entry()))
                                    .toMillis()
                            / 3_600_000.0;
                    double speed = Geodesics.metres(track) / 1000 / hours;
                    if (speed > FASTEST_KMH) {
                        flag("patrol-too-fast", Map.of("speed", speed), held);
                    }
                }
            }
        }

        private void incidents() {
            Map<UUID, Held<IncidentClosed>> closed = new HashMap<>();
            for (Held<IncidentClosed> held : sorted(IncidentClosed.class)) {
                Held<IncidentClosed> before = closed.putIfAbsent(held.body().incident(), held);
                if (before != null) {
                    flag("closed-twice", Map.of(), before, held);
                }
            }
            for (Held<FindingMade> finding : view.heads(FindingMade.class)) {
                boolean verified = view.heads(VerificationMade.class).stream()
                        .anyMatch(check ->
                                check.body().incident().equals(finding.body().incident())
                                        && !view.began(check).isAfter(view.began(finding)));
                if (!verified) {
                    flag("finding-before-verification", Map.of(), finding);
                }
            }
            for (IncidentFile file : Incidents.of(view).told()) {
                file.onePairOfEyes().forEach((step, before) -> flag("one-pair-of-eyes", Map.of(), before, step));
            }
        }

        /** Two decisions on one fact, neither of which replaces the other. */
        private void reviews() {
            Map<String, Held<ReadingReviewed>> decided = new HashMap<>();
            for (Held<ReadingReviewed> held : sorted(ReadingReviewed.class)) {
                String fact = held.body().report() + " " + held.body().fact();
                Held<ReadingReviewed> before = decided.putIfAbsent(fact, held);
                if (before != null) {
                    flag("reviewed-twice", Map.of("what", held.body().fact()), before, held);
                }
            }
        }

        private void obligations() {
            Map<ObligationId, Held<ObligationSet>> set = new HashMap<>();
            view.heads(ObligationSet.class).forEach(held -> set.put(held.body().obligation(), held));
            about(ObligationAmended.class, ObligationAmended::obligation, set);
            about(PerformanceReported.class, PerformanceReported::obligation, set);
            about(PositionTaken.class, PositionTaken::obligation, set);
            about(BreachFound.class, BreachFound::obligation, set);
        }

        private <B extends Body> void about(
                Class<B> kind, Function<B, ObligationId> obligation, Map<ObligationId, Held<ObligationSet>> set) {
            for (Held<B> held : view.heads(kind)) {
                Held<ObligationSet> of = set.get(obligation.apply(held.body()));
                if (of == null) {
                    flag(
                            "unknown-obligation",
                            Map.of("obligation", obligation.apply(held.body()).value()),
                            held);
                } else if (held.entry().occurred() != null && ended(held).isBefore(view.began(of))) {
                    flag(
                            "before-agreement",
                            Map.of("obligation", of.body().obligation().value()),
                            of,
                            held);
                }
            }
        }

        private Instant ended(Held<?> held) {
            return view.ended(held.entry());
        }
    }
}
