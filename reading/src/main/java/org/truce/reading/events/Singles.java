package org.truce.reading.events;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.truce.reading.lexicon.Hit;
import org.truce.reading.lexicon.Language;
import org.truce.reading.page.Page;
import org.truce.reading.quantities.Quantity;
import org.truce.reading.text.Lang;
import org.truce.reading.text.Sentence;
import org.truce.reading.text.Token;
import org.truce.reading.text.Within;

/**
 * One person who was killed, wounded, detained or set free and whom no number counts: "a soldier was killed", «погибла
 * женщина», "أصيب مزارع" (section {@code single} of {@code quantities.txt}). Cost: the words of the section times the deeds told of.
 */
final class Singles {
    /** What is done to a person, by type of event. */
    private static final Map<String, Set<String>> DEEDS = Map.of(
            "casualty", Set.of("KILL", "WOUND", "BLOWN-UP"),
            "detainee_held", Set.of("DETAIN", "HOLD", "CAPTIVITY", "SENTENCE"),
            "detainee_release", Set.of("RELEASE", "SET-FREE", "HANDOVER", "EXCHANGE"));

    /** How far from the deed the person stands at most. */
    private static final int REACH = 4;

    /** How far before the deed, as its subject: "a conscript of the army was hit and died". */
    private static final int BEFORE = 10;

    private final List<Token> tokens;
    private final Lang lang;
    private final List<Hit> persons;
    private final List<Hit> among;
    private final List<Hit> one;
    private final Clauses clauses;

    Singles(Page page, Clauses clauses) {
        this.tokens = page.tokens();
        this.lang = page.lang();
        List<Hit> words = Language.of(page.lang(), "quantities").find(page.tokens());
        this.persons = words.stream().filter(h -> h.section().equals("single")).toList();
        this.among = words.stream().filter(h -> h.section().equals("among")).toList();
        this.one = words.stream().filter(h -> h.section().equals("one")).toList();
        this.clauses = clauses;
    }

    /** The persons of a sentence who stand next to what is done to them, beside those counted. */
    List<Quantity> of(Sentence s, String type, List<Mention> mentions, List<Quantity> counted) {
        Set<String> deeds = DEEDS.getOrDefault(type, Set.of());
        if (deeds.isEmpty()) {
            return List.of();
        }
        List<Quantity> out = new ArrayList<>(1);
        for (Hit hit : Within.of(persons, Hit::from, s.from(), s.to())) {
            boolean free = counted.stream()
                    .noneMatch(q -> !q.unit().equals("time") && q.from() <= hit.to() && hit.from() <= q.to());
            if (free && !found(hit, out) && indefinite(hit) && done(hit, deeds, mentions) && !ofSeveral(hit)) {
                out.add(new Quantity(
                        hit.from(),
                        hit.to(),
                        tokens.get(hit.from()).start(),
                        tokens.get(hit.to() - 1).end(),
                        "1",
                        "persons",
                        "exact"));
            }
        }
        return out;
    }

    /** Whether another entry has found the same person before. */
    private static boolean found(Hit hit, List<Quantity> found) {
        return !found.isEmpty() && hit.from() < found.getLast().to();
    }

    /** One whom only the verb counts: «ранена уборщица», «погиб X», in the singular; null where none does. */
    @Nullable
    Quantity told(Sentence s, String type, List<Mention> mentions) {
        Set<String> deeds = DEEDS.getOrDefault(type, Set.of());
        for (Hit hit : Within.of(one, Hit::from, s.from(), s.to())) {
            if (mentions.stream().anyMatch(m -> deeds.contains(m.concept()) && m.from() == hit.from())) {
                Token verb = tokens.get(hit.from());
                return new Quantity(hit.from(), hit.to(), verb.start(), verb.end(), "1", "persons", "exact");
            }
        }
        return null;
    }

    private boolean done(Hit hit, Set<String> deeds, List<Mention> mentions) {
        for (Mention m : mentions) {
            int reach = hit.to() <= m.from() ? BEFORE : REACH;
            if (deeds.contains(m.concept()) && clauses.together(m.from(), m.to(), hit.from(), hit.to()) <= reach) {
                return true;
            }
        }
        return false;
    }

    /** Whether the words before it make it one of those counted before: "three people, among them a child". */
    private boolean ofSeveral(Hit hit) {
        return Within.of(among, Hit::from, hit.from() - REACH, hit.from()).stream()
                .anyMatch(a -> a.to() <= hit.from());
    }

    private boolean indefinite(Hit hit) {
        String form = tokens.get(hit.from()).form();
        return lang.family() != Lang.Family.ARABIC
                || !(form.startsWith("ال")
                        || form.startsWith("وال")
                        || form.startsWith("لل")
                        || form.startsWith("بال"));
    }
}
