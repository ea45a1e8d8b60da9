package org.truce.assessment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.truce.model.id.PostId;
import org.truce.model.kind.Observation.PostClosed;
import org.truce.model.kind.Observation.PostManned;
import org.truce.picture.Held;
import org.truce.picture.Names;
import org.truce.picture.View;

/**
 * A period for which a post was manned in one way: until it closes, or is manned anew in another way. A post that is
 * known by number only has no end of its own.
 *
 * @param manned the entry that says so
 * @param from when it began
 * @param until when it ended; absent while it lasts
 * @param closed the entry that closed it; absent where it was manned anew, or lasts
 * @param where where it stands; absent where nobody says
 */
public record Manning(
        Held<PostManned> manned,
        Instant from,
        @Nullable Instant until,
        @Nullable Held<PostClosed> closed,
        @Nullable Geometry where) {

    /** The periods of a view, in order of beginning. Linear in the entries but for those of one post. */
    public static List<Manning> of(View view) {
        Names names = Names.of(view);
        Map<PostId, List<Held<PostClosed>>> closings = new HashMap<>();
        view.happened(PostClosed.class).forEach(held -> {
            if (held.body().post() != null) {
                closings.computeIfAbsent(held.body().post(), _ -> new ArrayList<>())
                        .add(held);
            }
        });
        List<Held<PostManned>> all = view.happened(PostManned.class);
        Map<PostId, List<Held<PostManned>>> mannings = new HashMap<>();
        all.forEach(held -> {
            if (held.body().post() != null) {
                mannings.computeIfAbsent(held.body().post(), _ -> new ArrayList<>())
                        .add(held);
            }
        });
        List<Manning> periods = new ArrayList<>();
        for (Held<PostManned> manned : all) {
            Instant from = view.began(manned);
            Geometry where = names.geometry(manned.entry());
            PostId post = manned.body().post();
            Held<PostClosed> closed = post == null ? null : next(view, closings.getOrDefault(post, List.of()), from);
            Held<PostManned> anew = post == null ? null : next(view, mannings.getOrDefault(post, List.of()), from);
            if (closed != null && anew != null && view.began(anew).isBefore(view.began(closed))) {
                closed = null;
            }
            Held<?> end = closed != null ? closed : anew;
            periods.add(new Manning(manned, from, end == null ? null : view.began(end), closed, where));
        }
        return List.copyOf(periods);
    }

    /** The first of several, in order of time, that lies after an instant. */
    private static <H extends Held<?>> @Nullable H next(View view, List<H> ordered, Instant from) {
        return ordered.stream()
                .filter(held -> view.began(held).isAfter(from))
                .findFirst()
                .orElse(null);
    }

    /** Whether anything can be said of what it watched: its place, its field of view and its hours are known. */
    public boolean givesExposure() {
        PostManned body = manned.body();
        return body.post() != null && body.fieldOfView() != null && body.hoursPerDay() != null && where != null;
    }

    /** The entries on which it rests. */
    public List<UUID> entries() {
        return closed == null ? List.of(manned.id()) : List.of(manned.id(), closed.id());
    }
}
