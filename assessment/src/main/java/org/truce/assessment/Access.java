package org.truce.assessment;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.truce.model.id.ActorId;
import org.truce.model.kind.Agreement.ObligationSet;
import org.truce.model.kind.Ground.ActorNamed;
import org.truce.model.kind.Ground.MandateSet;
import org.truce.model.kind.Observation.AccessRestricted;
import org.truce.model.kind.Observation.PatrolMade;
import org.truce.model.kind.Observation.Restriction;
import org.truce.picture.Held;
import org.truce.picture.Names;
import org.truce.picture.View;

/**
 * How freely the mission moved, up to a view's instant: restrictions by kind and by whom, and the share of attempts that
 * was denied. An attempt is a patrol that was made or an access that was denied; one that was delayed or put under
 * conditions counts with the patrol that it became.
 *
 * @param by the party, or nobody for all of them together
 * @param others whether this counts whoever is no party: others, and those whom nobody knows
 * @param counts restrictions of each kind
 * @param attempts attempts, by everybody
 * @param entries the restrictions
 */
public record Access(
        @Nullable ActorId by, boolean others, Map<Restriction, Integer> counts, int attempts, List<UUID> entries) {
    /** PA-X's code of what is agreed on mobility and access. */
    static final String MOBILITY = "HrMob";

    /** Of all together, of each party in the mandate's order, and of all others. */
    public static List<Access> of(View view) {
        List<Held<AccessRestricted>> all = view.happened(AccessRestricted.class);
        int patrols = view.happened(PatrolMade.class).stream()
                .mapToInt(made -> made.body().patrols() == null
                        ? 1
                        : (int) made.body().patrols().value())
                .sum();
        int denied = (int) all.stream()
                .filter(held -> held.body().restriction() == Restriction.DENIAL)
                .count();
        MandateSet mandate = view.mandate();
        List<ActorId> parties = mandate == null ? List.of() : mandate.parties();
        List<Access> rows = new ArrayList<>();
        rows.add(of(null, false, all, patrols + denied, _ -> true));
        for (ActorId party : parties) {
            rows.add(of(party, false, all, patrols + denied, held -> party.equals(party(view, held, parties))));
        }
        rows.add(of(null, true, all, patrols + denied, held -> party(view, held, parties) == null));
        return List.copyOf(rows);
    }

    private static Access of(
            @Nullable ActorId by,
            boolean others,
            List<Held<AccessRestricted>> all,
            int attempts,
            Predicate<Held<AccessRestricted>> mine) {
        Map<Restriction, Integer> counts = new EnumMap<>(Restriction.class);
        List<UUID> entries = new ArrayList<>();
        for (Held<AccessRestricted> held : all) {
            if (mine.test(held)) {
                counts.merge(held.body().restriction(), 1, Integer::sum);
                entries.add(held.id());
            }
        }
        return new Access(by, others, Map.copyOf(counts), attempts, List.copyOf(entries));
    }

    /** Restrictions of a kind. */
    public int count(Restriction kind) {
        return counts.getOrDefault(kind, 0);
    }

    /** The share of attempts that was denied; absent where there was no attempt. */
    public @Nullable Double denied() {
        return attempts == 0 ? null : (double) count(Restriction.DENIAL) / attempts;
    }

    /** The party that restricted: the actor that is named, or the one to which it belongs; null where it is no party. */
    public static @Nullable ActorId party(View view, Held<AccessRestricted> held, List<ActorId> parties) {
        ActorId actor = held.body().by() == null ? null : held.body().by().actor();
        Set<ActorId> seen = new HashSet<>();
        while (actor != null && seen.add(actor)) {
            if (parties.contains(actor)) {
                return actor;
            }
            Held<ActorNamed> named = Names.of(view).actors().get(actor);
            actor = named == null ? null : named.body().partOf();
        }
        return null;
    }

    /**
     * The obligations that a restriction concerns: those coded as mobility and access that are owed to the mission or to
     * whoever states the restriction, by the party that restricted; by anybody where that is not known.
     */
    public static List<Held<ObligationSet>> obligations(View view, Held<AccessRestricted> held) {
        MandateSet mandate = view.mandate();
        ActorId mission = mandate == null ? held.entry().author().actor() : mandate.mission();
        ActorId party = mandate == null ? null : party(view, held, mandate.parties());
        return view.happened(ObligationSet.class).stream()
                .filter(set -> set.body().pax().contains(MOBILITY))
                .filter(set -> set.body().beneficiaries().contains(mission)
                        || set.body()
                                .beneficiaries()
                                .contains(held.entry().author().actor()))
                .filter(set -> party == null || set.body().bearers().contains(party))
                .toList();
    }
}
