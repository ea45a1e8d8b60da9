package org.truce.reading.events;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.truce.reading.dates.DateMention;
import org.truce.reading.lexicon.Hit;
import org.truce.reading.lexicon.Language;
import org.truce.reading.page.Page;
import org.truce.reading.places.PointMention;
import org.truce.reading.quantities.Quantity;
import org.truce.reading.text.Sentence;
import org.truce.reading.text.Token;
import org.truce.reading.text.Within;

/** Which of a sentence's numbers are an event's own: those whose unit its type counts, nearer to it than to another. */
final class Numbers {
    /** Units that a type's numbers may have; the empty unit never counts. */
    private static final Map<String, Set<String>> UNITS = Map.ofEntries(
            Map.entry("ceasefire_violation", Set.of("violations", "explosions", "items")),
            Map.entry("casualty", Set.of("killed", "wounded", "persons", "soldiers", "children", "captives")),
            Map.entry("deployment", Set.of("posts", "soldiers", "routes", "vehicles", "persons")),
            Map.entry("withdrawal", Set.of("posts", "soldiers", "vehicles")),
            Map.entry("territory_transfer", Set.of("districts")),
            Map.entry("demining", Set.of("hectares", "km", "items", "explosions", "houses")),
            Map.entry("detainee_release", Set.of("captives", "persons", "soldiers", "children")),
            Map.entry("detainee_held", Set.of("captives", "persons", "soldiers", "children")),
            Map.entry("refugee_return", Set.of("persons", "children", "families")),
            Map.entry("corridor_traffic", Set.of("convoys", "vehicles", "persons", "tonnes")),
            Map.entry("corridor_obstruction", Set.of("minutes", "persons", "children", "vehicles")),
            Map.entry("infrastructure", Set.of("houses", "km")),
            Map.entry("aid", Set.of("tonnes", "convoys", "persons", "children", "vehicles", "families")));

    /** Types that count people, and the concepts beside which a number without a unit counts them. */
    private static final Map<String, Set<String>> PEOPLE = Map.of(
            "casualty", Set.of("KILL", "WOUND"),
            "detainee_held", Set.of("DETAIN", "HOLD", "CAPTIVITY"),
            "detainee_release", Set.of("RELEASE"));

    /** What did not happen is not counted: "not a single shot". */
    private static final Set<String> NOT_COUNTED = Set.of("ceasefire_violation", "casualty");

    private final Page page;
    private final List<Quantity> quantities;
    private final Clauses clauses;
    private final Singles singles;
    private final List<Hit> against;

    /**
     * For a page.
     *
     * @param quantities its numbers
     * @param points places given by distance and bearing, whose kilometres count nothing
     */
    Numbers(Page page, List<Quantity> quantities, List<PointMention> points, Clauses clauses) {
        this.page = page;
        this.quantities = quantities.stream().filter(q -> !distance(q, points)).toList();
        this.clauses = clauses;
        this.singles = new Singles(page, clauses);
        this.against = Language.of(page.lang(), "quantities").find(page.tokens()).stream()
                .filter(h -> h.section().equals("against"))
                .toList();
    }

    private static boolean distance(Quantity q, List<PointMention> points) {
        return q.unit().equals("km") && points.stream().anyMatch(p -> p.from() <= q.from() && q.to() <= p.to());
    }

    /**
     * The numbers of one event.
     *
     * @param type of the event, which its rule may leave to the sentence before
     * @param others every event of the sentence, itself among them
     * @param mentions the concepts of the sentence
     */
    List<Quantity> of(
            Sentence s, String type, Found f, List<Found> others, List<Mention> mentions, List<DateMention> dates) {
        Set<String> units = UNITS.getOrDefault(type, Set.of());
        List<Quantity> out = new ArrayList<>();
        for (Quantity q : Within.of(quantities, Quantity::from, s.from(), s.to())) {
            if (f.apart() && !nearest(q, f, dates)) {
                continue;
            }
            boolean counting = !out.isEmpty() || type.equals("ceasefire_violation") || f.apart();
            boolean harmed = type.equals("ceasefire_violation") && counts(q, "casualty", mentions);
            boolean goesOn = counting && !harmed && (f.apart() || continues(q, type));
            boolean bare =
                    q.unit().isEmpty() && !year(q) && (goesOn || counts(q, type, mentions) || compared(q, type, out));
            if (bare || (units.contains(q.unit()) && !another(q, type, f, others))) {
                out.add(q);
            }
        }
        if (f.status().equals(Status.DENIED) && NOT_COUNTED.contains(type)) {
            return List.of();
        }
        if (type.equals("casualty") && f.status().equals(Status.ASSERTED)) {
            out.addAll(singles.of(s, mentions, Within.of(quantities, Quantity::from, s.from(), s.to())));
        }
        return out;
    }

    private boolean year(Quantity q) {
        String form = page.tokens().get(q.from()).form();
        return form.length() == 4
                && (form.startsWith("19") || form.startsWith("20"))
                && q.value().equals(form);
    }

    /** Whether a number without a unit stands beside the word that makes it count people: "killing 12". */
    private boolean counts(Quantity q, String type, List<Mention> mentions) {
        Set<String> concepts = PEOPLE.getOrDefault(type, Set.of());
        return mentions.stream()
                .anyMatch(m -> concepts.contains(m.concept())
                        && clauses.together(m.from(), m.to(), q.from(), q.to()) == 0
                        && (m.to() <= q.from() || q.to() <= m.from()));
    }

    /** Whether a number is that of the time before: "5,600 explosions against 7,700 the day before", or of the other side. */
    private boolean compared(Quantity q, String type, List<Quantity> before) {
        return (type.equals("ceasefire_violation") || type.equals("detainee_release"))
                && !before.isEmpty()
                && Within.of(against, Hit::from, q.from() - 3, q.from()).stream()
                        .anyMatch(a -> a.to() == q.from());
    }

    private static boolean nearest(Quantity q, Found f, List<DateMention> dates) {
        DateMention best = null;
        for (DateMention d : dates) {
            best = best == null || (d.from() >= q.to() && best.from() < q.to()) ? d : best;
        }
        return f.date() != null && f.date().equals(best);
    }

    /** Whether a number is nearer to an event of another type that counts its unit too. */
    private boolean another(Quantity q, String type, Found f, List<Found> others) {
        int own = gap(q, f);
        for (Found o : others) {
            String its = o.match().rule().type();
            boolean rival = (!its.equals(type) && !its.equals(f.match().rule().type()))
                    || !o.status().equals(f.status());
            boolean apart = o.match().from() != f.match().from()
                    || o.match().to() != f.match().to();
            if (rival && apart && UNITS.getOrDefault(its, Set.of()).contains(q.unit()) && gap(q, o) + 2 < own) {
                return !sharing(type, its);
            }
        }
        return false;
    }

    private static boolean sharing(String a, String b) {
        return (a.equals("aid") && b.equals("corridor_traffic")) || (a.equals("corridor_traffic") && b.equals("aid"));
    }

    private int gap(Quantity q, Found f) {
        return clauses.together(f.match().from(), f.match().to(), q.from(), q.to());
    }

    /** Whether a number without a unit goes on counting: it stands before a mark, or before "to" and "of". */
    private boolean continues(Quantity q, String type) {
        if (q.to() >= page.tokens().size()) {
            return true;
        }
        Token next = page.tokens().get(q.to());
        boolean mark = next.isAny(",.;،؛")
                || (next.is(')') && q.from() > 0 && !before(q).is('('));
        boolean shared =
                type.equals("detainee_release") && List.of("to", "в", "الي").contains(next.form());
        boolean these = type.equals("ceasefire_violation")
                && List.of("were", "was", "of", "из", "منها").contains(next.form());
        return mark || shared || these || ofThese(q) || partOf(q);
    }

    /** Whether "of them", «из них», "منهم" follows a number. */
    private boolean partOf(Quantity q) {
        List<Token> tokens = page.tokens();
        String next = tokens.get(q.to()).form();
        String after = q.to() + 1 < tokens.size() ? tokens.get(q.to() + 1).form() : "";
        boolean two = List.of("of", "из", "من").contains(next)
                && List.of("them", "these", "whom", "which", "них", "которых", "بينهم", "بينها")
                        .contains(after);
        boolean one = q.value().equals("1");
        return !one && (two || List.of("منهم", "منها", "منهن").contains(next));
    }

    /** Whether a number counts part of those counted before: "of these", «из них», "من بينها". */
    private boolean ofThese(Quantity q) {
        return q.from() > 0
                && List.of("these", "them", "which", "них", "которых", "منها", "بينها", "منهم", "بينهم")
                        .contains(before(q).form());
    }

    private Token before(Quantity q) {
        return page.tokens().get(q.from() - 1);
    }
}
