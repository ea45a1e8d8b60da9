package org.truce.assessment.ground;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.locationtech.jts.geom.Geometry;
import org.truce.assessment.attribution.Attribution.Range;
import org.truce.assessment.attribution.Position;
import org.truce.model.kind.Agreement.WithdrawalLineSet;
import org.truce.model.kind.Body;
import org.truce.model.kind.Ground.BoundaryDrawn;
import org.truce.model.kind.Observation.Explosion;
import org.truce.model.kind.Observation.Observed;
import org.truce.model.kind.Observation.Seen;
import org.truce.picture.Held;
import org.truce.picture.View;

/**
 * A weapon seen where it may have stood too near to a line from which it is withdrawn. Whose it was is not said: a place on
 * one side never means a weapon of that side.
 *
 * @param sighting the observation
 * @param agreed what was agreed
 * @param weapons the words and calibres of what was seen, as entered
 * @param count how many
 * @param probability that it stood within the distance
 * @param word what may be said
 * @param distance from the line as signed
 * @param entries on which this rests: observation, agreement, line
 */
public record Withdrawal(
        Held<Observed> sighting,
        Held<WithdrawalLineSet> agreed,
        List<String> weapons,
        double count,
        double probability,
        Word word,
        Range distance,
        List<UUID> entries) {
    private static final double COUNTS = 0.95;
    private static final double VERIFY = 0.5;

    /** What may be said of a sighting (methods.md §3). */
    public enum Word {
        /** It stood too near, with a probability of at least 0.95. */
        IN_VIOLATION,
        /** At least 0.5: somebody should go and look. */
        TO_BE_VERIFIED
    }

    /** The sightings near one line, of all times. */
    private record Near(List<Withdrawal> all) {}

    /** What was agreed, and the line as it is drawn. */
    private record Kept(UUID agreed, UUID line) {}

    /**
     * Every sighting that counts or is to be verified, in order of time. One look at each observation that names a weapon
     * for each line, once for all that know the same.
     */
    public static List<Withdrawal> of(View view) {
        List<Withdrawal> all = new ArrayList<>();
        for (Held<WithdrawalLineSet> agreed : view.happened(WithdrawalLineSet.class)) {
            Held<Body> line = view.head(agreed.body().line());
            if (line != null && line.body() instanceof BoundaryDrawn drawn) {
                view
                        .deriveKnown(
                                new Kept(agreed.id(), line.id()),
                                Near.class,
                                () -> near(view, agreed, line.id(), drawn))
                        .all()
                        .stream()
                        .filter(one -> view.began(one.sighting()).isBefore(view.valid()))
                        .forEach(all::add);
            }
        }
        all.sort(Comparator.comparing((Withdrawal one) -> view.began(one.sighting()))
                .thenComparingLong(one -> one.sighting().index())
                .thenComparingLong(one -> one.agreed().index()));
        return List.copyOf(all);
    }

    private static Near near(View view, Held<WithdrawalLineSet> agreed, UUID lineEntry, BoundaryDrawn line) {
        List<Withdrawal> all = new ArrayList<>();
        for (Held<Observed> sighting : view.observedWeapons()) {
            look(all, view, agreed, lineEntry, line.geometry(), sighting);
        }
        return new Near(List.copyOf(all));
    }

    private static void look(
            List<Withdrawal> all,
            View view,
            Held<WithdrawalLineSet> agreed,
            UUID lineEntry,
            Geometry line,
            Held<Observed> sighting) {
        List<Seen> seen = sighting.body().seen().stream()
                .filter(one -> concerns(agreed.body(), one))
                .toList();
        if (seen.isEmpty() || sighting.body().exercise() || view.began(sighting).isBefore(view.began(agreed))) {
            return;
        }
        Position position = Position.of(sighting.entry(), view);
        if (position == null) {
            return;
        }
        double probability = position.within(agreed.body().distance().value(), line);
        if (probability >= VERIFY) {
            all.add(new Withdrawal(
                    sighting,
                    agreed,
                    seen.stream().map(Withdrawal::words).distinct().toList(),
                    seen.stream().mapToDouble(one -> one.count().value()).sum(),
                    probability,
                    probability >= COUNTS ? Word.IN_VIOLATION : Word.TO_BE_VERIFIED,
                    position.distance(line),
                    List.of(sighting.id(), agreed.id(), lineEntry)));
        }
    }

    private static String words(Seen seen) {
        String calibre = seen.calibre() == null ? "" : seen.calibre();
        return seen.weapon() == null ? calibre : (seen.weapon() + " " + calibre).strip();
    }

    private static boolean concerns(WithdrawalLineSet agreed, Seen seen) {
        if (!placesTheWeapon(seen)) {
            return false;
        }
        String weapon = seen.weapon() == null ? null : seen.weapon().toLowerCase(Locale.ROOT);
        int calibre = millimetres(seen.calibre());
        if (agreed.weapons().isEmpty() && agreed.calibreFrom() == null) {
            return weapon != null || calibre > 0;
        }
        return (agreed.calibreFrom() != null && calibre >= agreed.calibreFrom())
                || agreed.weapons().stream()
                        .anyMatch(word -> word.toLowerCase(Locale.ROOT).equals(weapon));
    }

    /** Whether the place of the observation is that of the weapon: an impact is elsewhere. */
    private static boolean placesTheWeapon(Seen seen) {
        return switch (seen.type()) {
            case MOVEMENT, OTHER, MUZZLE_FLASH -> true;
            case EXPLOSION -> seen.explosion() == Explosion.OUTGOING;
            case BURST, SHOT, PROJECTILE, ILLUMINATION_FLARE, CONSTRUCTION, OVERFLIGHT -> false;
        };
    }

    /** The whole millimetres with which a calibre begins, such as 122 of "122mm"; 0 where it begins otherwise. */
    private static int millimetres(@org.jspecify.annotations.Nullable String calibre) {
        int value = 0;
        for (int i = 0; calibre != null && i < calibre.length() && i < 5; i++) {
            char digit = calibre.charAt(i);
            if (digit < '0' || digit > '9') {
                break;
            }
            value = value * 10 + (digit - '0');
        }
        return value;
    }
}
