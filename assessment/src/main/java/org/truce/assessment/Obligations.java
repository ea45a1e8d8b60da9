package org.truce.assessment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.truce.model.id.ObligationId;
import org.truce.model.kind.Agreement.ObligationSet;
import org.truce.picture.Held;
import org.truce.picture.View;

/**
 * The obligations of one view with their derived states: one reducer per obligation over its entries in order of
 * taking place (methods.md §6). Entries that arrive late are in their place at once, because all is derived anew.
 *
 * @param all in record order of the entries that set them
 */
public record Obligations(List<ObligationFile> all) {

    /** The obligations of a view. Linear in their entries. */
    public static Obligations of(View view) {
        return view.derive(Obligations.class, () -> derive(view));
    }

    private static Obligations derive(View view) {
        Map<ObligationId, Duty> duties = new HashMap<>();
        for (Held<ObligationSet> set : view.happened(ObligationSet.class)) {
            duties.put(set.body().obligation(), new Duty(view, set));
        }
        boolean insufficient = Assessor.adequacy(view).power()
                < Parameters.of(view).agreed().power().value();
        List<ObligationFile> all = new ArrayList<>();
        duties.values().stream()
                .sorted(Comparator.comparingLong(duty -> duty.set().index()))
                .forEach(duty -> all.add(duty.file(duties, insufficient)));
        return new Obligations(List.copyOf(all));
    }

    /** An obligation by id; null where the view has none. */
    public @Nullable ObligationFile find(ObligationId id) {
        return all.stream().filter(file -> file.id().equals(id)).findFirst().orElse(null);
    }

    /** What is still owed: first what has a deadline, by deadline; then the rest in record order. */
    public List<ObligationFile> due() {
        return all.stream()
                .filter(ObligationFile::owed)
                .sorted(Comparator.comparing(Obligations::deadline)
                        .thenComparingLong(file -> file.set().index()))
                .toList();
    }

    private static Instant deadline(ObligationFile file) {
        return file.deadline() == null ? Instant.MAX : file.deadline().instant();
    }
}
