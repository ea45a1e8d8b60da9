package org.truce.assessment.claims;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.truce.model.Coded;

/**
 * What one rule came to.
 *
 * @param verdict the verdict
 * @param reasons why, in order of weight
 * @param otherwise what would change the verdict
 * @param coverage share of the period that was watched or counted, 0 to 1; absent where that is not asked
 * @param entries on which it rests
 */
record Finding(
        Verdict verdict,
        List<Coded> reasons,
        List<Coded> otherwise,
        @Nullable Double coverage,
        List<UUID> entries) {
    Finding {
        reasons = List.copyOf(reasons);
        otherwise = List.copyOf(otherwise);
        entries = List.copyOf(entries);
    }

    /** A verdict for one reason, which nothing that is observed would change. */
    static Finding of(Verdict verdict, String reason, Map<String, Object> arguments) {
        return new Finding(verdict, List.of(Coded.of(reason, arguments)), List.of(), null, List.of());
    }

    static Finding of(Verdict verdict, String reason) {
        return of(verdict, reason, Map.of());
    }

    Finding because(Coded reason) {
        List<Coded> more = new ArrayList<>(reasons);
        more.add(reason);
        return new Finding(verdict, more, otherwise, coverage, entries);
    }

    Finding unless(String code, Map<String, Object> arguments) {
        List<Coded> more = new ArrayList<>(otherwise);
        more.add(Coded.of(code, arguments));
        return new Finding(verdict, reasons, more, coverage, entries);
    }

    Finding watched(double share) {
        return new Finding(verdict, reasons, otherwise, share, entries);
    }

    Finding on(List<UUID> more) {
        List<UUID> all = new ArrayList<>(entries);
        more.stream().filter(id -> !all.contains(id)).forEach(all::add);
        return new Finding(verdict, reasons, otherwise, coverage, all);
    }
}
