package org.truce.assessment.progress;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.truce.assessment.ObligationFile;
import org.truce.assessment.Obligations;
import org.truce.model.id.ActorId;
import org.truce.model.kind.Agreement.ObligationSet;
import org.truce.model.kind.Agreement.Progress;
import org.truce.model.kind.Agreement.ProgressGraded;
import org.truce.model.kind.Ground.MandateSet;
import org.truce.picture.Held;
import org.truce.picture.View;

/**
 * The grades of a view: of each coder the newest grade of each obligation, counted for all obligations, for those that
 * each party bears, and for each theme. Coders stand apart and are never averaged; how far two of them agree is said
 * beside them.
 *
 * @param distributions one for each coder and group, groups in the order all, parties, themes
 * @param agreements one for each two coders who graded something both
 */
public record Grades(List<Distribution> distributions, List<Agreement> agreements) {
    /** The grades, in the order in which they are counted. */
    public static final List<Progress> LEVELS = List.of(Progress.values());

    /** What a group is of. */
    public enum By {
        ALL,
        PARTY,
        THEME
    }

    /**
     * Obligations that are counted together. A theme is a provision of the Peace Accords Matrix where the obligation
     * names one, else its instrument and point.
     *
     * @param by what it is of
     * @param party the party that bears them, by party
     * @param theme its name, by theme
     * @param obligations the obligations of the group: the number beside which every count is read
     */
    public record Group(
            By by, @Nullable ActorId party, @Nullable String theme, List<ObligationFile> obligations) {}

    /**
     * How one coder graded one group.
     *
     * @param coder who graded
     * @param group what was graded
     * @param counts how many obligations have each grade, in the order of {@link #LEVELS}
     * @param percent the same as percentages of those graded, which add up to 100
     * @param entries the grades
     */
    public record Distribution(
            ActorId coder, Group group, List<Integer> counts, List<Integer> percent, List<UUID> entries) {
        /** How many of the group this coder graded. */
        public int graded() {
            return counts.stream().mapToInt(Integer::intValue).sum();
        }
    }

    /**
     * How far two coders agree.
     *
     * @param first one coder
     * @param second the other
     * @param both how many obligations both graded
     * @param linear weighted kappa, each step alike; absent where chance leaves nothing to compare with
     * @param quadratic weighted kappa, steps by their square
     * @param entries the grades of both
     */
    public record Agreement(
            ActorId first,
            ActorId second,
            int both,
            @Nullable Double linear,
            @Nullable Double quadratic,
            List<UUID> entries) {}

    /** The grades of a view. Linear in the grades, times groups; quadratic in coders. */
    public static Grades of(View view) {
        List<ObligationFile> files = Obligations.of(view).all();
        TreeSet<ActorId> coders = new TreeSet<>(Comparator.comparing(ActorId::value));
        files.forEach(file -> file.grades().forEach(grade -> coders.add(coder(grade))));
        List<Distribution> distributions = new ArrayList<>();
        for (Group group : groups(files, view.mandate())) {
            coders.forEach(coder -> distributions.add(distribution(coder, group)));
        }
        List<Agreement> agreements = new ArrayList<>();
        for (ActorId first : coders) {
            for (ActorId second : coders.tailSet(first, false)) {
                Agreement agreement = agreement(first, second, files);
                if (agreement.both() > 0) {
                    agreements.add(agreement);
                }
            }
        }
        return new Grades(distributions.stream().filter(one -> one.graded() > 0).toList(), List.copyOf(agreements));
    }

    private static ActorId coder(Held<ProgressGraded> grade) {
        return grade.entry().author().actor();
    }

    private static List<Group> groups(List<ObligationFile> files, @Nullable MandateSet mandate) {
        List<Group> groups = new ArrayList<>();
        groups.add(new Group(By.ALL, null, null, files));
        Map<ActorId, Group> parties = new LinkedHashMap<>();
        if (mandate != null) {
            mandate.parties().forEach(party -> parties.put(party, party(party, files)));
        }
        // Others who owe something, such as who keeps the peace, come after the parties.
        files.stream()
                .flatMap(file -> file.set().body().bearers().stream())
                .sorted(Comparator.comparing(ActorId::value))
                .forEach(bearer -> parties.computeIfAbsent(bearer, _ -> party(bearer, files)));
        groups.addAll(parties.values());
        Map<String, List<ObligationFile>> themes = new TreeMap<>();
        files.forEach(file -> themes.computeIfAbsent(theme(file.set().body()), _ -> new ArrayList<>())
                .add(file));
        themes.forEach((theme, some) -> groups.add(new Group(By.THEME, null, theme, List.copyOf(some))));
        return groups;
    }

    private static Group party(ActorId party, List<ObligationFile> files) {
        Predicate<ObligationFile> bears = file -> file.set().body().bearers().contains(party);
        return new Group(By.PARTY, party, null, files.stream().filter(bears).toList());
    }

    private static String theme(ObligationSet set) {
        return set.pam() != null ? set.pam() : set.instrument().value() + " " + set.point();
    }

    private static Distribution distribution(ActorId coder, Group group) {
        int[] counts = new int[LEVELS.size()];
        List<UUID> entries = new ArrayList<>();
        for (ObligationFile file : group.obligations()) {
            Held<ProgressGraded> grade = grade(coder, file);
            if (grade != null) {
                counts[level(grade)]++;
                entries.add(grade.id());
            }
        }
        List<Integer> list = IntStream.of(counts).boxed().toList();
        return new Distribution(coder, group, list, LargestRemainder.percent(list), List.copyOf(entries));
    }

    private static @Nullable Held<ProgressGraded> grade(ActorId coder, ObligationFile file) {
        return file.grades().stream()
                .filter(grade -> coder(grade).equals(coder))
                .findFirst()
                .orElse(null);
    }

    private static int level(Held<ProgressGraded> grade) {
        return LEVELS.indexOf(grade.body().progress());
    }

    private static Agreement agreement(ActorId first, ActorId second, List<ObligationFile> files) {
        double[][] table = new double[LEVELS.size()][LEVELS.size()];
        int both = 0;
        List<UUID> entries = new ArrayList<>();
        for (ObligationFile file : files) {
            Held<ProgressGraded> one = grade(first, file);
            Held<ProgressGraded> other = grade(second, file);
            if (one != null && other != null) {
                table[level(one)][level(other)]++;
                both++;
                entries.addAll(List.of(one.id(), other.id()));
            }
        }
        return new Agreement(
                first,
                second,
                both,
                Kappa.of(table, Kappa.LINEAR),
                Kappa.of(table, Kappa.QUADRATIC),
                List.copyOf(entries));
    }
}
