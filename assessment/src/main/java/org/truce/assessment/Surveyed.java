package org.truce.assessment;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.truce.assessment.attribution.Attribution;
import org.truce.assessment.attribution.Attributions;
import org.truce.assessment.rate.Coverage;
import org.truce.assessment.rate.UncertainRate;
import org.truce.model.entry.Entry;
import org.truce.model.id.BoundaryId;
import org.truce.model.kind.Incident.Act;
import org.truce.picture.Boundaries;
import org.truce.picture.Boundaries.Boundary;
import org.truce.picture.IncidentFile;
import org.truce.picture.IncidentFile.Standing;
import org.truce.picture.Incidents;
import org.truce.picture.View;

/**
 * What a view tells of acts of violence and of watching, of the whole or of one zone, in any period: what a claim is held
 * against. Building, flights and detentions are no acts of violence.
 *
 * @param from first day
 * @param to last day
 * @param acts acts that began then, refuted ones left out; of a zone those that lay in it with a probability of 0.95
 * @param near acts of the same time that may have lain in the zone, with a lower probability; of the whole none
 * @param coveredDays exposure in fully-covered days
 * @param coverageError standard deviation of the mean coverage, as agreed
 * @param effort the entries that document the effort
 */
public record Surveyed(
        LocalDate from,
        LocalDate to,
        List<IncidentFile> acts,
        List<IncidentFile> near,
        double coveredDays,
        double coverageError,
        List<UUID> effort) {

    /**
     * Of a period; null where there is no such zone. Costs one look at the effort for each of its days.
     *
     * @param zone the zone; the whole ceasefire where null
     */
    public static @Nullable Surveyed of(View view, @Nullable BoundaryId zone, LocalDate from, LocalDate to) {
        Boundary boundary = zone == null ? null : Boundaries.of(view).find(zone);
        if (zone != null
                && (boundary == null || boundary.drawn().body().geometry().getDimension() != 2)) {
            return null;
        }
        Survey survey = new Survey(view, Parameters.of(view).agreed());
        Scope scope = boundary == null ? Scope.whole() : Scope.of(boundary, List.of());
        List<IncidentFile> all = Incidents.of(view).between(survey.start(from), survey.end(to)).stream()
                .filter(file -> violent(file.act()))
                .toList();
        Attributions attributions = new Attributions(view);
        List<IncidentFile> inside = all.stream()
                .filter(file -> zone == null || word(attributions, file, zone) == Attribution.Word.IN)
                .toList();
        List<IncidentFile> near = all.stream()
                .filter(file ->
                        !inside.contains(file) && word(attributions, file, Objects.requireNonNull(zone)) != null)
                .toList();
        LocalDate watched = survey.documented() && survey.since().isAfter(from) ? survey.since() : from;
        boolean none = !survey.documented() || watched.isAfter(to);
        return new Surveyed(
                from,
                to,
                inside,
                near,
                none ? 0 : survey.covered(scope, watched, to),
                survey.coverageError(),
                none ? List.of() : survey.effortEntries(watched, to));
    }

    private static Attribution.@Nullable Word word(Attributions attributions, IncidentFile file, BoundaryId zone) {
        Entry located = file.located();
        return located == null
                ? null
                : attributions.zones(located, file.from()).stream()
                        .filter(one -> one.boundary().id().equals(zone))
                        .map(Attribution.Zone::word)
                        .findFirst()
                        .orElse(null);
    }

    private static boolean violent(Act act) {
        return switch (act) {
            case SMALL_ARMS_FIRE, HEAVY_WEAPONS_FIRE, AIR_OR_DRONE_STRIKE, MINE_OR_EXPLOSIVE, ADVANCE, ATTACK, OTHER ->
                true;
            case CONSTRUCTION, OVERFLIGHT, DETENTION -> false;
        };
    }

    /** The acts of one standing. */
    public List<IncidentFile> acts(Standing standing) {
        return acts.stream().filter(file -> file.standing() == standing).toList();
    }

    /** How many days it has. */
    public int days() {
        return (int) ChronoUnit.DAYS.between(from, to) + 1;
    }

    /** The share of the line that was watched, 0 to 1. */
    public double coverage() {
        return StrictMath.min(1, coveredDays / days());
    }

    /** What is known of the rate of confirmed acts. */
    public UncertainRate rate() {
        return UncertainRate.of(acts(Standing.CONFIRMED).size(), days(), Coverage.within(coverage(), coverageError));
    }
}
