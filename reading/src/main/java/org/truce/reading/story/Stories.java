package org.truce.reading.story;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reports grouped by the story that they tell, one added after another. A new report is compared only with those of a
 * few days around it with which it shares a rare fact; cost: linear in its text and in those candidates, whatever the
 * number of reports. It joins a group where one comparison says so and the others of the group do not speak against it.
 * Not thread-safe; the same reports in the same order give the same groups.
 */
public final class Stories {
    /** Days between two tellings of one story. */
    private static final int REACH_DAYS = 3;
    /** A fact that more reports of one day share than this finds nobody. */
    private static final int MOST_FOUND = 64;

    private static final int MOST_CANDIDATES = 200;

    private final Background background = new Background();
    private final List<Profile> profiles = new ArrayList<>();
    private final Map<String, Integer> places = new HashMap<>();
    private final Map<String, List<Integer>> index = new HashMap<>();
    private final List<Integer> groups = new ArrayList<>();
    private final Map<Integer, List<Integer>> members = new LinkedHashMap<>();
    private final Map<Integer, List<Pair>> joined = new HashMap<>();

    /** Compares two reports by themselves, without any others for a background. */
    public static Pair compare(Report a, Report b) {
        return Comparison.of(Profile.of(a), Profile.of(b), new Background());
    }

    /**
     * Adds a report; one with an id that was added before changes nothing.
     *
     * @return its comparisons with those that may tell the same story, the likeliest first; those that surely do not
     *     are left out
     */
    public List<Pair> add(Report report) {
        if (places.containsKey(report.id())) {
            return List.of();
        }
        Profile profile = Profile.of(report);
        Map<Integer, Pair> pairs = new LinkedHashMap<>();
        for (int other : candidates(profile)) {
            pairs.put(other, Comparison.of(profiles.get(other), profile, background));
        }
        int place = profiles.size();
        profiles.add(profile);
        places.put(report.id(), place);
        background.learn(profile);
        for (String key : profile.keys()) {
            index.computeIfAbsent(dayKey(key, profile.day), k -> new ArrayList<>(2))
                    .add(place);
        }
        join(place, pairs);
        return pairs.values().stream()
                .filter(pair -> pair.verdict() != Verdict.OTHER)
                .sorted(Comparator.comparingDouble(Pair::score).reversed())
                .toList();
    }

    /** The reports that tell one story, groups of one too, in the order in which their first report came. */
    public List<Group> groups() {
        List<Group> out = new ArrayList<>();
        members.forEach((first, all) -> out.add(new Group(
                all.stream().map(place -> profiles.get(place).id).toList(), joined.getOrDefault(first, List.of()))));
        return out;
    }

    private static String dayKey(String key, @Nullable LocalDate day) {
        return key + " @" + (day == null ? "" : day.toEpochDay());
    }

    private Set<Integer> candidates(Profile profile) {
        Map<Integer, Integer> shared = new HashMap<>();
        for (String key : profile.keys()) {
            for (String dayKey : near(key, profile.day)) {
                List<Integer> found = index.getOrDefault(dayKey, List.of());
                if (found.size() <= MOST_FOUND) {
                    found.forEach(place -> shared.merge(place, 1, Integer::sum));
                }
            }
        }
        Set<Integer> out = new LinkedHashSet<>();
        shared.entrySet().stream()
                .sorted(Map.Entry.<Integer, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_CANDIDATES)
                .forEach(entry -> out.add(entry.getKey()));
        return out;
    }

    private static List<String> near(String key, @Nullable LocalDate day) {
        List<String> out = new ArrayList<>();
        if (day != null) {
            for (int i = -REACH_DAYS; i <= REACH_DAYS; i++) {
                out.add(dayKey(key, day.plusDays(i)));
            }
        }
        out.add(dayKey(key, null));
        return out;
    }

    private void join(int place, Map<Integer, Pair> pairs) {
        Pair best = null;
        int to = -1;
        for (Map.Entry<Integer, Pair> entry : pairs.entrySet()) {
            Pair pair = entry.getValue();
            int group = groups.get(entry.getKey());
            if (pair.verdict() == Verdict.SAME && (best == null || pair.score() > best.score()) && fits(group, pairs)) {
                best = pair;
                to = group;
            }
        }
        int group = best == null ? place : to;
        groups.add(group);
        members.computeIfAbsent(group, k -> new ArrayList<>()).add(place);
        if (best != null) {
            joined.computeIfAbsent(group, k -> new ArrayList<>()).add(best);
        }
    }

    /** Whether the comparisons with a group's reports do not speak against it on the whole: no chains of likeness. */
    private boolean fits(int group, Map<Integer, Pair> pairs) {
        double sum = 0;
        int compared = 0;
        for (int member : members.getOrDefault(group, List.of())) {
            Pair pair = pairs.get(member);
            if (pair != null) {
                sum += Math.clamp(pair.score(), -5, 5);
                compared++;
            }
        }
        return compared > 0 && sum / compared > 0;
    }
}
