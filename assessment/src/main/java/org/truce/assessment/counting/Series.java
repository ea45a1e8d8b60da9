package org.truce.assessment.counting;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.sf.geographiclib.Geodesic;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.truce.model.kind.Judgement.CountingRuleAgreed;
import org.truce.picture.Held;
import org.truce.picture.Names;
import org.truce.picture.View;

/**
 * Uninterrupted series: what follows with no longer silence than the rule's gap, and no further away than it says, goes
 * on with the series before it. Of several series it goes on with the one that ended last. Not thread-safe.
 */
final class Series {
    private final View view;
    private final Names names;
    private final Duration gap;
    private final @Nullable Double metres;
    private final List<Open> open = new ArrayList<>();

    private static final class Open {
        private Instant end;
        private @Nullable Coordinate at;

        Open(Instant end, @Nullable Coordinate at) {
            this.end = end;
            this.at = at;
        }
    }

    Series(View view, CountingRuleAgreed rule) {
        this.view = view;
        this.names = Names.of(view);
        this.gap = rule.gap() == null
                ? Duration.ZERO
                : Duration.ofMillis((long) (rule.gap().value() * 3_600_000));
        this.metres = rule.within() == null ? null : rule.within().value();
    }

    /** Whether an entry, which began no earlier than those before it, begins a series. */
    boolean begins(Held<?> held) {
        Instant from = view.began(held);
        Instant to = view.ended(held.entry());
        Geometry where = names.geometry(held.entry());
        Coordinate at =
                where == null || where.isEmpty() ? null : where.getCentroid().getCoordinate();
        open.removeIf(one -> Duration.between(one.end, from).compareTo(gap) > 0);
        Open best = null;
        for (Open one : open) {
            if (near(one.at, at) && (best == null || one.end.isAfter(best.end))) {
                best = one;
            }
        }
        if (best == null) {
            open.add(new Open(to, at));
            return true;
        }
        best.end = to.isAfter(best.end) ? to : best.end;
        best.at = at == null ? best.at : at;
        return false;
    }

    /** What nobody placed is near to nothing but what nobody placed either. */
    private boolean near(@Nullable Coordinate a, @Nullable Coordinate b) {
        if (metres == null) {
            return true;
        }
        if (a == null || b == null) {
            return a == null && b == null;
        }
        return Geodesic.WGS84.Inverse(a.y, a.x, b.y, b.x).s12 <= metres;
    }
}
