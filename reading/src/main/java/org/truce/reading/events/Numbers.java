package org.truce.reading.events;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.truce.reading.dates.DateMention;
import org.truce.reading.lexicon.Hit;
import org.truce.reading.lexicon.Language;
import org.truce.reading.page.Page;
import org.truce.reading.places.PointMention;
import org.truce.reading.quantities.Quantities;
import org.truce.reading.quantities.Quantity;
import org.truce.reading.text.Lang;
import org.truce.reading.text.Sentence;
import org.truce.reading.text.Token;
import org.truce.reading.text.Within;

/** Which of a sentence's numbers are an event's own: those whose unit its type counts, nearer to it than to another. */
final class Numbers {
    /** Units that a type's numbers may have; the empty unit never counts. */
    private static final Map<String, Set<String>> UNITS = Map.ofEntries(
            Map.entry("ceasefire_violation", Set.of("violations", "explosions", "items")),
            Map.entry("casualty", Set.of("killed", "wounded", "persons", "soldiers", "children", "captives")),
            Map.entry("deployment", Set.of("posts", "soldiers", "persons", "routes", "vehicles")),
            Map.entry("withdrawal", Set.of("posts", "soldiers", "persons", "vehicles")),
            Map.entry("territory_transfer", Set.of("districts")),
            Map.entry("demining", Set.of("hectares", "km", "items", "explosions", "houses")),
            Map.entry("detainee_release", Set.of("captives", "persons", "soldiers", "children")),
            Map.entry("detainee_held", Set.of("captives", "persons", "soldiers", "children")),
            Map.entry("refugee_return", Set.of("persons", "children", "families")),
            Map.entry("corridor_traffic", Set.of("convoys", "vehicles", "persons")),
            Map.entry(
                    "corridor_obstruction",
                    Set.of("minutes", "persons", "children", "families", "vehicles", "convoys")),
            Map.entry("infrastructure", Set.of("houses", "km")),
            Map.entry("aid", Set.of("tonnes", "convoys", "persons", "children", "vehicles", "families")));

    /** Concepts that a type's numbers may count, where no unit of the lexicon names what they count. */
    private static final Map<String, Set<String>> THINGS = Map.ofEntries(
            Map.entry("ceasefire_violation", Set.of("PROJECTILE", "EXPLOSION", "SHOT", "CLASH", "ATTACK")),
            Map.entry("casualty", Set.of("PERSON", "SOLDIER", "JOURNALIST", "MEDIC", "SAPPER", "PRISONER", "PATIENT")),
            Map.entry("deployment", Set.of("POST", "SOLDIER", "HEAVY", "OBSERVERS", "VEHICLE", "CHECKPOINT", "TROOPS")),
            Map.entry("withdrawal", Set.of("POST", "SOLDIER", "HEAVY", "OBSERVERS", "VEHICLE", "WEAPON", "TROOPS")),
            Map.entry("territory_transfer", Set.of("TERRITORY", "DISTRICT", "HEIGHT")),
            Map.entry("demining", Set.of("MINE", "PROJECTILE", "HECTARE")),
            Map.entry("detainee_release", Set.of("PRISONER", "PERSON", "SOLDIER", "JOURNALIST", "BODY")),
            Map.entry("detainee_held", Set.of("PRISONER", "PERSON", "SOLDIER", "JOURNALIST", "HOSTAGE")),
            Map.entry("refugee_return", Set.of("REFUGEE", "PERSON")),
            Map.entry("corridor_traffic", Set.of("VEHICLE", "CONVOY", "PERSON", "PATIENT", "PILGRIM")),
            Map.entry("corridor_obstruction", Set.of("VEHICLE", "CONVOY", "PERSON", "BARRIER", "PROTESTER")),
            Map.entry("infrastructure", Set.of("HOUSE", "UTILITY")),
            Map.entry("aid", Set.of("VEHICLE", "CONVOY", "PERSON", "PATIENT", "GOODS", "REFUGEE")));

    /** How far from its number what it counts may stand where a participle with its words stands between. */
    private static final int PARTICIPLE_REACH = 6;

    /** How the genitive of a participle ends. */
    private static final Set<String> PARTICIPLES = Set.of("шихся", "щихся", "вших", "щих", "нных", "мых");

    /** What stands between the two numbers of an exchange. */
    private static final Set<String> FOR = Set.of("for", "на", "مقابل");

    /** Tokens of the longest number of an exchange, its unit included. */
    private static final int RATIO_REACH = 6;

    /** How many words may stand between a number and what it counts. */
    private static final int THING_REACH = 2;

    /** Types that count people, and the concepts beside which a number without a unit counts them. */
    private static final Map<String, Set<String>> PEOPLE = Map.of(
            "casualty", Set.of("KILL", "WOUND"),
            "detainee_held", Set.of("DETAIN", "HOLD", "CAPTIVITY"),
            "detainee_release", Set.of("RELEASE", "SET-FREE", "HANDOVER", "EXCHANGE", "RETURN"));

    /** What did not happen is not counted: "not a single shot". */
    private static final Set<String> NOT_COUNTED = Set.of("ceasefire_violation", "casualty");

    private final Page page;
    private final List<Quantity> quantities;
    private final Clauses clauses;
    private final Singles singles;
    private final List<Hit> against;
    private final BitSet between = new BitSet();

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
        List<Hit> words = Language.of(page.lang(), "quantities").find(page.tokens());
        this.against = words.stream().filter(h -> h.section().equals("against")).toList();
        words.stream()
                .filter(h -> h.section().equals("between") || h.section().equals("qualifier"))
                .forEach(h -> between.set(h.from(), h.to()));
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
        int past = s.from();
        for (Quantity q : Within.of(quantities, Quantity::from, s.from(), s.to())) {
            if ((f.apart() && !nearest(q, f, dates)) || q.from() < past) {
                continue;
            }
            if (compared(q, type, out)) {
                past = bracket(q.to(), s.to());
            }
            boolean counting = !out.isEmpty() || type.equals("ceasefire_violation") || f.apart();
            boolean harmed = type.equals("ceasefire_violation") && counts(q, "casualty", mentions);
            boolean goesOn = counting && !harmed && (f.apart() || continues(q, type));
            goesOn |= ratio(q, type) || (units.contains("persons") && partOf(q));
            boolean bare =
                    q.unit().isEmpty() && !year(q) && (goesOn || counts(q, type, mentions) || compared(q, type, out));
            boolean unit = units.contains(q.unit()) || (q.unit().isEmpty() && !year(q) && thing(q, type, mentions));
            if (bare || (unit && !another(q, type, f, others))) {
                out.add(q);
            }
        }
        if (f.status().equals(Status.DENIED) && NOT_COUNTED.contains(type)) {
            return List.of();
        }
        if (f.status().equals(Status.ASSERTED)) {
            out.addAll(singles.of(s, type, mentions, Within.of(quantities, Quantity::from, s.from(), s.to())));
            Quantity one = out.isEmpty() ? singles.told(s, type, mentions) : null;
            if (one != null) {
                out.add(one);
            }
        }
        return out;
    }

    /** Whether what stands right behind a number without a unit is what the type counts. */
    private boolean thing(Quantity q, String type, List<Mention> mentions) {
        Set<String> things = THINGS.getOrDefault(type, Set.of());
        return mentions.stream()
                .anyMatch(m -> things.contains(m.concept())
                        && m.from() >= q.to()
                        && (m.from() <= q.to() + THING_REACH
                                ? words(q.to(), m.from())
                                : m.from() <= q.to() + PARTICIPLE_REACH
                                        && participle(q.to())
                                        && row(q.to(), m.from())));
    }

    /** Whether a Russian participle stands at a token: «восьми оставшихся в городе пленных». */
    private boolean participle(int token) {
        String form = page.tokens().get(token).form();
        return page.lang().family() == Lang.Family.RUSSIAN
                && PARTICIPLES.stream().anyMatch(form::endsWith);
    }

    /** Whether no mark and no number stands between two places. */
    private boolean row(int from, int to) {
        return page.tokens().subList(from, to).stream().allMatch(t -> t.word() && !t.startsLine());
    }

    /** Whether nothing but words that may belong to a noun stands between two places. */
    private boolean words(int from, int to) {
        return page.tokens().subList(from, to).stream()
                .allMatch(t -> t.word() && !t.startsLine() && !Quantities.parts(t));
    }

    private boolean year(Quantity q) {
        String form = page.tokens().get(q.from()).form();
        return form.length() == 4
                && (form.startsWith("19") || form.startsWith("20"))
                && q.value().equals(form);
    }

    /**
     * Whether a number without a unit stands beside the word that makes it count people: "killing 12", "killing at
     * least 12", "12 were killed".
     */
    private boolean counts(Quantity q, String type, List<Mention> mentions) {
        Set<String> concepts = PEOPLE.getOrDefault(type, Set.of());
        return mentions.stream()
                .anyMatch(m -> concepts.contains(m.concept())
                        && (m.to() <= q.from() || q.to() <= m.from())
                        && (clauses.together(m.from(), m.to(), q.from(), q.to()) == 0
                                || named(q, m)
                                || (m.to() <= q.from() ? beside(m.to(), q.from()) : beside(q.to(), m.from()))));
    }

    /** Whether some noun that no lexicon lists stands between a number and the deed: «двенадцать горняков погибли». */
    private boolean named(Quantity q, Mention deed) {
        return q.to() <= deed.from() && deed.from() <= q.to() + THING_REACH && words(q.to(), deed.from());
    }

    /** Whether at most a few small words stand between two places in this order. */
    private boolean beside(int from, int to) {
        return from <= to && between.nextClearBit(from) >= to;
    }

    /** Whether a number is that of the time before: "5,600 explosions against 7,700 the day before", or of the other side. */
    private boolean compared(Quantity q, String type, List<Quantity> before) {
        return (type.equals("ceasefire_violation") || type.equals("detainee_release"))
                && !before.isEmpty()
                && Within.of(against, Hit::from, q.from() - 3, q.from()).stream()
                        .anyMatch(a -> a.to() == q.from());
    }

    /** Where the bracket ends in which the time before is told of; its parts are not those of the event. */
    private int bracket(int from, int to) {
        for (int at = from; at < to && !page.tokens().get(at).is('('); at++) {
            if (page.tokens().get(at).is(')')) {
                return at;
            }
        }
        return from;
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

    /** Whether a number is one side of an exchange: "two for one", «двадцать пять на сорок», "خمسة مقابل عشرة". */
    private boolean ratio(Quantity q, String type) {
        List<Token> tokens = page.tokens();
        if (!type.equals("detainee_release")) {
            return false;
        }
        boolean left = q.to() < tokens.size() && FOR.contains(tokens.get(q.to()).form()) && at(q.to() + 1);
        boolean right = q.from() > 0 && FOR.contains(before(q).form()) && endsAt(q.from() - 1);
        return left || right;
    }

    private boolean at(int token) {
        return !Within.of(quantities, Quantity::from, token, token + 1).isEmpty();
    }

    private boolean endsAt(int token) {
        return Within.of(quantities, Quantity::from, token - RATIO_REACH, token).stream()
                .anyMatch(q -> q.to() == token);
    }

    /** Whether "of them", «из них», "منهم" follows a number. */
    private boolean partOf(Quantity q) {
        List<Token> tokens = page.tokens();
        if (q.to() >= tokens.size()) {
            return false;
        }
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
