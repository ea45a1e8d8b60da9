package org.truce.assessment.counting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.truce.model.Text;
import org.truce.model.id.ActorId;
import org.truce.model.kind.Ground.MandateSet;
import org.truce.model.kind.Judgement.CountingRuleAgreed;
import org.truce.model.kind.Judgement.CountingUnit;
import org.truce.picture.Held;
import org.truce.picture.View;

/**
 * A rule by which a ledger counts.
 *
 * @param agreed what counts as one
 * @param entry the entry in which it was agreed; absent for the two that hold where the mission agreed none
 */
public record CountingRule(
        CountingRuleAgreed agreed, @Nullable UUID entry) {
    /** Each round counts, as in the daily reports of the OSCE Special Monitoring Mission (practice.md §1.2). */
    public static final CountingRule ROUND = unsigned(
            "round",
            CountingUnit.ROUND,
            new Text(Map.of("en", "each round", "ru", "каждый выстрел", "ar", "كل طلقة على حدة")));

    /** One incident counts once, however many observed or reported it. */
    public static final CountingRule INCIDENT = unsigned(
            "incident",
            CountingUnit.INCIDENT,
            new Text(Map.of("en", "each incident once", "ru", "каждый инцидент один раз", "ar", "كل حادث مرة واحدة")));

    private static CountingRule unsigned(String rule, CountingUnit unit, Text name) {
        return new CountingRule(new CountingRuleAgreed(rule, name, null, unit, null, null, List.of(), null), null);
    }

    /** Its id. */
    public String id() {
        return agreed.rule();
    }

    /**
     * The rules that a view knows and that were agreed by its instant: first the mission's, then the parties' in the
     * mandate's order, then by id.
     */
    public static List<CountingRule> of(View view) {
        Map<String, CountingRule> newest = new LinkedHashMap<>();
        for (Held<CountingRuleAgreed> held : view.happened(CountingRuleAgreed.class)) {
            newest.put(held.body().rule(), new CountingRule(held.body(), held.id()));
        }
        List<CountingRule> all = new ArrayList<>(newest.values());
        if (all.stream().noneMatch(rule -> rule.agreed().by() == null)) {
            all.add(ROUND);
            all.add(INCIDENT);
        }
        MandateSet mandate = view.mandate();
        List<ActorId> order = mandate == null ? List.of() : mandate.parties();
        all.sort(Comparator.comparingInt(
                        (CountingRule rule) -> place(rule.agreed().by(), order))
                .thenComparing(CountingRule::id));
        return List.copyOf(all);
    }

    /** The mission's rule of ledgers: one that counts incidents or series, where it has one. */
    public static CountingRule ofMission(View view) {
        return of(view).stream()
                .filter(rule -> rule.agreed().by() == null && rule.agreed().unit() != CountingUnit.ROUND)
                .findFirst()
                .orElse(INCIDENT);
    }

    /** The rule by which a party's own ledger is counted; the mission's where it has none. */
    public static CountingRule ofParty(View view, ActorId party) {
        return of(view).stream()
                .filter(rule -> party.equals(rule.agreed().by()))
                .findFirst()
                .orElseGet(() -> ofMission(view));
    }

    private static int place(@Nullable ActorId by, List<ActorId> order) {
        int place = by == null ? -1 : order.indexOf(by);
        return by != null && place < 0 ? Integer.MAX_VALUE : place;
    }
}
