package org.truce.assessment;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.truce.assessment.ObligationFile.State;
import org.truce.model.id.ActorId;
import org.truce.model.kind.Agreement.PositionTaken;
import org.truce.model.kind.Agreement.Stance;
import org.truce.model.kind.Ground.MandateSet;
import org.truce.picture.Held;
import org.truce.picture.View;

/**
 * What each says of one obligation: the parties in the mandate's order, whether they spoke or not, then others who
 * spoke, and beside them the state that the record gives.
 *
 * @param file the obligation
 * @param said what each says
 * @param standing what it comes to
 */
public record Positions(ObligationFile file, List<Said> said, Standing standing) {

    /**
     * What one says.
     *
     * @param who a party, or another who spoke
     * @param position the newest position; absent where a party has not spoken
     */
    public record Said(ActorId who, @Nullable Held<PositionTaken> position) {}

    /** What the positions come to. */
    public enum Standing {
        /** Nobody has spoken. */
        SILENT,
        /** One has spoken, and the record does not say otherwise. */
        ONE_SIDED,
        /** All who have spoken, two at least, say what goes together, and the record does not say otherwise. */
        AGREED,
        /** What they say goes together, and the record says otherwise. */
        CONTESTED_WITH_MISSION,
        /** They say what cannot both be so, or read the words otherwise. */
        CONTESTED
    }

    /** The positions on every obligation of a view, in record order of the obligations. */
    public static List<Positions> of(View view) {
        MandateSet mandate = view.mandate();
        List<ActorId> parties = mandate == null ? List.of() : mandate.parties();
        return Obligations.of(view).all().stream()
                .map(file -> new Positions(file, said(file, parties), standing(file)))
                .toList();
    }

    private static List<Said> said(ObligationFile file, List<ActorId> parties) {
        List<Said> said = new ArrayList<>();
        for (ActorId party : parties) {
            said.add(new Said(
                    party,
                    file.positions().stream()
                            .filter(held -> held.body().party().equals(party))
                            .findFirst()
                            .orElse(null)));
        }
        file.positions().stream()
                .filter(held -> !parties.contains(held.body().party()))
                .forEach(held -> said.add(new Said(held.body().party(), held)));
        return List.copyOf(said);
    }

    private static Standing standing(ObligationFile file) {
        List<PositionTaken> taken = file.positions().stream().map(Held::body).toList();
        if (taken.isEmpty()) {
            return Standing.SILENT;
        }
        for (int i = 0; i < taken.size(); i++) {
            for (int j = 0; j <= i; j++) {
                if (against(taken.get(i), taken.get(j)) || against(taken.get(j), taken.get(i))) {
                    return Standing.CONTESTED;
                }
            }
        }
        if (taken.stream().anyMatch(one -> against(one.stance(), file.state()))) {
            return Standing.CONTESTED_WITH_MISSION;
        }
        return taken.size() == 1 ? Standing.ONE_SIDED : Standing.AGREED;
    }

    /** Whether two positions cannot both be so. Who reads the words otherwise is against whoever else reads them. */
    private static boolean against(PositionTaken one, PositionTaken other) {
        return switch (one.stance()) {
            case FULFILLED -> negative(other.stance());
            case NOT_BREACHED -> other.stance() == Stance.BREACHED;
            case ACCEPTS -> other.stance() == Stance.REJECTS;
            case READS_OTHERWISE -> true;
            case NOT_FULFILLED, BREACHED -> blames(one, other);
            case REJECTS -> false;
        };
    }

    /** Both say that it was not done, each of somebody else. */
    private static boolean blames(PositionTaken one, PositionTaken other) {
        return negative(other.stance())
                && one.regarding() != null
                && other.regarding() != null
                && !one.regarding().equals(other.regarding());
    }

    private static boolean negative(Stance stance) {
        return stance == Stance.NOT_FULFILLED || stance == Stance.BREACHED;
    }

    /** Whether the record gives a state that cannot be where a position is right. */
    private static boolean against(Stance stance, State state) {
        return switch (stance) {
            case FULFILLED -> state == State.PARTLY_FULFILLED || state == State.OVERDUE || state == State.BREACHED;
            case NOT_FULFILLED -> state == State.FULFILLED;
            case BREACHED -> state != State.BREACHED && state != State.REPAIRED;
            case NOT_BREACHED -> state == State.BREACHED || state == State.REPAIRED;
            case READS_OTHERWISE, ACCEPTS, REJECTS -> false;
        };
    }
}
