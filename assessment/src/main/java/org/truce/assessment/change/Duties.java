package org.truce.assessment.change;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.truce.assessment.ObligationFile;
import org.truce.assessment.ObligationFile.Flag;
import org.truce.assessment.Obligations;
import org.truce.assessment.change.Change.Weight;
import org.truce.model.Coded;
import org.truce.model.time.Deadline;

/** What changed of obligations. */
final class Duties {
    private final Two two;
    private final List<Effect> effects = new ArrayList<>();

    private Duties(Two two) {
        this.two = two;
    }

    /** States first, then deadlines, disputes, obligations that are gone, and quantities. */
    static List<Effect> of(Two two) {
        Duties duties = new Duties(two);
        Obligations before = Obligations.of(two.before());
        Obligations after = Obligations.of(two.after());
        List<ObligationFile[]> pairs = new ArrayList<>();
        for (ObligationFile now : after.all()) {
            ObligationFile was = before.find(now.id());
            if (was != null) {
                pairs.add(new ObligationFile[] {was, now});
            }
        }
        pairs.forEach(pair -> duties.state(pair[0], pair[1]));
        pairs.forEach(pair -> duties.deadline(pair[0], pair[1]));
        pairs.forEach(pair -> duties.dispute(pair[0], pair[1]));
        before.all().stream().filter(was -> after.find(was.id()) == null).forEach(duties::gone);
        pairs.forEach(pair -> duties.done(pair[0], pair[1]));
        return duties.effects;
    }

    private void state(ObligationFile was, ObligationFile now) {
        if (was.state() != now.state()) {
            add(Weight.OBLIGATION, "change-state", Map.of("old", was.state(), "new", now.state()), was, now);
        }
    }

    private void deadline(ObligationFile was, ObligationFile now) {
        if (Objects.equals(was.deadline(), now.deadline())) {
            return;
        }
        Map<String, Object> args = new HashMap<>();
        put(args, "old", was.deadline());
        put(args, "new", now.deadline());
        String code = was.deadline() == null
                ? "change-deadline-set"
                : now.deadline() == null ? "change-deadline-gone" : "change-deadline";
        add(Weight.OBLIGATION, code, args, was, now);
    }

    private static void put(Map<String, Object> args, String name, @Nullable Deadline deadline) {
        if (deadline != null) {
            args.put(name, deadline.day().toString());
        }
    }

    private void dispute(ObligationFile was, ObligationFile now) {
        boolean disputed = now.flags().contains(Flag.DISPUTED);
        if (disputed != was.flags().contains(Flag.DISPUTED)) {
            add(Weight.OBLIGATION, disputed ? "change-disputed" : "change-undisputed", Map.of(), was, now);
        }
    }

    private void gone(ObligationFile was) {
        add(Weight.OBLIGATION, "change-obligation-gone", Map.of(), was, was);
    }

    private void done(ObligationFile was, ObligationFile now) {
        if (was.done() != now.done()) {
            add(Weight.FIGURE, "change-done", Map.of("before", was.done(), "after", now.done()), was, now);
        }
    }

    private void add(Weight weight, String code, Map<String, Object> args, ObligationFile was, ObligationFile now) {
        Set<UUID> causes = new LinkedHashSet<>();
        for (ObligationFile file : List.of(was, now)) {
            causes.addAll(two.roots(file.entries()));
            file.history().forEach(change -> causes.addAll(two.roots(change.entries())));
        }
        List<UUID> entries = new ArrayList<>(two.fresh(causes));
        if (entries.isEmpty()) {
            entries.addAll(now.entries());
        }
        Map<String, Object> all = new HashMap<>(args);
        all.put("obligation", now.id().value());
        all.put("what", now.set().body().summary());
        effects.add(new Effect(weight, new Coded(code, all, entries), causes, code.startsWith("change-deadline")));
    }
}
