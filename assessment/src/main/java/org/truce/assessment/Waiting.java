package org.truce.assessment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.truce.model.id.ActorId;
import org.truce.model.id.ObligationId;

/**
 * Who waits for what: for each obligation that is still owed, the chains of others that have to be fulfilled before it.
 * A chain ends at an obligation that waits for nobody, or where it comes back to itself.
 *
 * @param file the obligation that waits
 * @param chain what it waits for, the nearest first; the last waits for nobody, or stands in the chain already
 * @param circle whether the chain comes back: nobody in the circle can begin
 * @param twoSided whether the circle holds duties of different bearers, each of whom waits for the other
 * @param missing obligations that are named and that nobody has set
 */
public record Waiting(
        ObligationFile file, List<ObligationId> chain, boolean circle, boolean twoSided, List<ObligationId> missing) {
    /** Chains of one obligation beyond these are left out: a graph can have more than anybody reads. */
    private static final int MOST = 32;

    /** All chains, by obligation and then by chain. Costs the number of links times {@value #MOST} at the most. */
    public static List<Waiting> of(Obligations obligations) {
        Map<ObligationId, ObligationFile> files = new TreeMap<>(Comparator.comparing(ObligationId::value));
        obligations.all().forEach(file -> files.put(file.id(), file));
        List<Waiting> all = new ArrayList<>();
        for (ObligationFile file : files.values()) {
            if (file.owed()) {
                List<Waiting> mine = new ArrayList<>();
                follow(file, files, new ArrayList<>(), mine);
                all.addAll(mine);
            }
        }
        return List.copyOf(all);
    }

    private static void follow(
            ObligationFile first,
            Map<ObligationId, ObligationFile> files,
            List<ObligationId> chain,
            List<Waiting> found) {
        ObligationId last = chain.isEmpty() ? first.id() : chain.getLast();
        List<ObligationId> next = new ArrayList<>();
        List<ObligationId> missing = new ArrayList<>();
        ObligationFile waiting = files.get(last);
        if (waiting != null) {
            for (ObligationId before : waiting.set().body().dependsOn()) {
                ObligationFile file = files.get(before);
                if (file == null) {
                    missing.add(before);
                } else if (file.owed()) {
                    next.add(before);
                }
            }
        }
        if (!missing.isEmpty() || (next.isEmpty() && !chain.isEmpty())) {
            found.add(new Waiting(first, List.copyOf(chain), false, false, List.copyOf(missing)));
        }
        for (ObligationId before : next) {
            if (found.size() >= MOST) {
                return;
            }
            List<ObligationId> longer = new ArrayList<>(chain);
            longer.add(before);
            if (before.equals(first.id()) || chain.contains(before)) {
                found.add(new Waiting(first, longer, true, twoSided(first, longer, files), List.of()));
            } else {
                follow(first, files, longer, found);
            }
        }
    }

    /** The part of a chain that comes back is borne by more than one side. */
    private static boolean twoSided(
            ObligationFile first, List<ObligationId> chain, Map<ObligationId, ObligationFile> files) {
        List<ObligationId> whole = new ArrayList<>(List.of(first.id()));
        whole.addAll(chain);
        List<ObligationId> circle = whole.subList(whole.indexOf(chain.getLast()), whole.size() - 1);
        Set<Set<ActorId>> sides = new LinkedHashSet<>();
        circle.forEach(id -> {
            ObligationFile file = files.get(id);
            if (file != null) {
                sides.add(Set.copyOf(file.set().body().bearers()));
            }
        });
        return sides.size() > 1;
    }
}
