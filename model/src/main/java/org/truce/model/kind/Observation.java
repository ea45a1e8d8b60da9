package org.truce.model.kind;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.truce.model.Invalid;
import org.truce.model.Text;
import org.truce.model.id.ActorId;
import org.truce.model.id.PostId;
import org.truce.model.place.Where;
import org.truce.model.quantity.Amount;
import org.truce.model.quantity.Casualties;
import org.truce.model.quantity.Hours;
import org.truce.model.quantity.Metres;

/** What the mission saw and heard, and the effort with which it looked. */
public sealed interface Observation extends Body {

    /**
     * A post is manned from the start of the entry's {@code occurred} on. A post known by number only, without place
     * and field of view, gives no exposure.
     *
     * @param post its id; absent where a source only tells how many there are
     * @param posts how many, where a source only tells that
     * @param by who mans it
     * @param temporary whether it is a temporary post
     * @param fieldOfView how far it observes
     * @param hoursPerDay how long it observes, at most 24
     */
    record PostManned(
            @Nullable PostId post,
            @Nullable Amount posts,
            ActorId by,
            boolean temporary,
            @Nullable Metres fieldOfView,
            @Nullable Hours hoursPerDay)
            implements Observation {
        public PostManned {
            Invalid.unless(post != null || posts != null, "no-post", "Name the post, or say how many there are.");
            Invalid.unless(
                    hoursPerDay == null || hoursPerDay.value() <= 24, "bad-hours", "A day has at most 24 hours.");
        }
    }

    /**
     * A post is closed from the entry's {@code occurred} on.
     *
     * @param post its id; absent where a source only tells how many were closed
     * @param posts how many, where a source only tells that
     * @param by who manned it
     * @param reason why, per language
     */
    record PostClosed(
            @Nullable PostId post,
            @Nullable Amount posts,
            @Nullable ActorId by,
            @Nullable Text reason) implements Observation {
        public PostClosed {
            Invalid.unless(post != null || posts != null, "no-post", "Name the post, or say how many were closed.");
        }
    }

    /**
     * A patrol was made during the entry's {@code occurred}, along the entry's {@code where}.
     *
     * @param by who patrolled
     * @param patrols how many, where a source only tells that
     * @param width how far to each side it observes
     * @param vehicle what it moved in, per language
     */
    record PatrolMade(
            ActorId by,
            @Nullable Amount patrols,
            @Nullable Metres width,
            @Nullable Text vehicle) implements Observation {}

    /**
     * A sensor ran during the entry's {@code occurred}. Positions of sensors are among the most dangerous data.
     *
     * @param sensor its id
     * @param type what it is
     * @param fieldOfView how far it observes
     * @param uptime hours for which it really ran
     */
    record SensorRan(
            PostId sensor,
            SensorType type,
            @Nullable Metres fieldOfView,
            @Nullable Hours uptime) implements Observation {}

    /** What a sensor is. */
    enum SensorType {
        CAMERA,
        ACOUSTIC,
        SEISMIC,
        RADAR,
        UNMANNED_AIRCRAFT
    }

    /**
     * The mission's freedom of movement was restricted.
     *
     * @param restriction how
     * @param by who restricted it
     * @param post the post or patrol base concerned
     * @param reason the reason that was given, quoted, per language
     */
    record AccessRestricted(
            Restriction restriction,
            @Nullable Named by,
            @Nullable PostId post,
            @Nullable Text reason) implements Observation {}

    /** How freedom of movement was restricted. */
    enum Restriction {
        DENIAL,
        CONDITIONAL_ACCESS,
        DELAY,
        OTHER
    }

    /**
     * One observation, in the grammar of the OSCE Special Monitoring Mission's daily reports. The place of the event
     * is the entry's {@code where}, its window the entry's {@code occurred}.
     *
     * @param observer who observed
     * @param position where the observer stood
     * @param controlledBy who controls that position
     * @param means how it was observed
     * @param count how many, all classes together
     * @param seen the classes; their counts add up to {@code count}
     * @param distanceFrom least distance from the observer
     * @param distanceTo greatest distance from the observer
     * @param bearings directions from the observer, degrees clockwise from north, 0 up to but not including 360
     * @param assessedAs what the observer assessed it as, per language
     * @param exercise whether it was assessed as a live-fire exercise: counted, then flagged
     * @param casualties killed and wounded
     */
    record Observed(
            ActorId observer,
            @Nullable Where position,
            @Nullable ActorId controlledBy,
            Means means,
            Amount count,
            List<Seen> seen,
            @Nullable Metres distanceFrom,
            @Nullable Metres distanceTo,
            List<Double> bearings,
            @Nullable Text assessedAs,
            boolean exercise,
            @Nullable Casualties casualties)
            implements Observation {
        public Observed {
            double sum = seen.stream().mapToDouble(one -> one.count().value()).sum();
            Invalid.unless(
                    sum == count.value(),
                    "classes-do-not-add-up",
                    "The classes add up to " + sum + ", the count says " + count.value() + "; correct one of them.");
            Invalid.unless(
                    distanceFrom == null || distanceTo == null || distanceFrom.value() <= distanceTo.value(),
                    "bad-bounds",
                    "distanceFrom is greater than distanceTo.");
            Invalid.unless(
                    bearings.stream().allMatch(degrees -> degrees >= 0 && degrees < 360),
                    "bad-bearing",
                    "A bearing is at least 0 and less than 360 degrees.");
        }
    }

    /** How something was observed. */
    enum Means {
        HEARD,
        SEEN,
        HEARD_AND_SEEN,
        RECORDED
    }

    /**
     * One class of an observation.
     *
     * @param type the class
     * @param explosion for an explosion, which
     * @param count how many of this class
     * @param weapon weapon, where assessed; absent is "not known"
     * @param calibre calibre, e.g. {@code 82mm}
     */
    record Seen(
            SeenType type,
            @Nullable Explosion explosion,
            Amount count,
            @Nullable String weapon,
            @Nullable String calibre) {
        public Seen {
            Invalid.unless(
                    explosion == null || type == SeenType.EXPLOSION,
                    "not-an-explosion",
                    "Only an explosion is impact, outgoing, incoming, airburst or undetermined.");
        }
    }

    /** Classes of observations. */
    enum SeenType {
        EXPLOSION,
        BURST,
        SHOT,
        PROJECTILE,
        MUZZLE_FLASH,
        ILLUMINATION_FLARE,
        MOVEMENT,
        CONSTRUCTION,
        OVERFLIGHT,
        OTHER
    }

    /** What kind of explosion. */
    enum Explosion {
        IMPACT,
        OUTGOING,
        INCOMING,
        AIRBURST,
        UNDETERMINED
    }
}
