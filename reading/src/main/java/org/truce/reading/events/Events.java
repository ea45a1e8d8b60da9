package org.truce.reading.events;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.truce.reading.actors.ActorMention;
import org.truce.reading.dates.DateMention;
import org.truce.reading.lexicon.Hit;
import org.truce.reading.lexicon.Language;
import org.truce.reading.page.Page;
import org.truce.reading.page.Part;
import org.truce.reading.page.Role;
import org.truce.reading.places.PlaceMention;
import org.truce.reading.quantities.Quantity;
import org.truce.reading.statements.Said;
import org.truce.reading.text.Sentence;
import org.truce.reading.text.Token;
import org.truce.reading.text.Within;

/**
 * Finds events: words that show one ({@code events.txt}), what their clause makes of it ({@code status.txt}), and the
 * date, place, numbers and parties nearest to them. One instance reads one text.
 */
public final class Events {
    /** Units that a type's numbers may have; the empty unit never counts. */
    private static final Map<String, Set<String>> UNITS = Map.ofEntries(
            Map.entry("ceasefire_violation", Set.of("violations", "explosions")),
            Map.entry("casualty", Set.of("killed", "wounded", "persons", "soldiers", "children")),
            Map.entry("deployment", Set.of("posts", "soldiers", "routes", "vehicles")),
            Map.entry("withdrawal", Set.of("posts", "soldiers", "vehicles")),
            Map.entry("territory_transfer", Set.of("districts")),
            Map.entry("demining", Set.of("hectares", "km", "items", "houses")),
            Map.entry("detainee_release", Set.of("captives", "persons", "soldiers")),
            Map.entry("detainee_held", Set.of("captives", "persons", "soldiers")),
            Map.entry("refugee_return", Set.of("persons", "children")),
            Map.entry("corridor_traffic", Set.of("convoys", "vehicles")),
            Map.entry("corridor_obstruction", Set.of("minutes", "persons", "children")),
            Map.entry("infrastructure", Set.of("houses")),
            Map.entry("aid", Set.of("tonnes", "convoys", "persons")));

    /** A report's period lies at most so many days before it. */
    private static final int PERIOD_DAYS = 4;

    /** Types whose numbers are counted since a day on which they did not happen. */
    private static final Set<String> COUNTED_SINCE =
            Set.of("refugee_return", "aid", "demining", "deployment", "corridor_traffic");

    /** Types that a later sentence may speak of again as "the step", "the violation". */
    private static final Set<String> MAIN =
            Set.of("corridor_obstruction", "ceasefire_violation", "territory_transfer", "deployment", "withdrawal");

    private final Page page;
    private final Facts facts;
    private final List<Happening> out = new ArrayList<>();
    private final BitSet destinations = new BitSet();
    private String lastDate = "";
    private String lastType = "";
    private String mainType = "";
    private @Nullable PlaceMention lastPlace;

    private Events(Page page, Facts facts) {
        this.page = page;
        this.facts = facts;
        for (Hit hit : Language.of(page.lang(), "places").find(page.tokens())) {
            if (hit.section().equals("to")) {
                destinations.set(hit.from());
            }
        }
    }

    /**
     * What events are made of, found before.
     *
     * @param sides the state of each actor, by normalised name
     * @param publication ISO date of publication, empty if unknown
     */
    public record Facts(
            List<DateMention> dates,
            List<PlaceMention> places,
            List<ActorMention> actors,
            List<Quantity> quantities,
            List<Said> said,
            Map<String, String> sides,
            String publication) {
        /** Puts statements in order of place. */
        public Facts {
            said = said.stream().sorted(Comparator.comparingInt(Said::start)).toList();
        }

        /** Statements in order of place. */
        List<Said> saidByPlace() {
            return said;
        }
    }

    /** The events of a story, in order. */
    public static List<Happening> read(Page page, Facts facts) {
        Events events = new Events(page, facts);
        List<Hit> triggers = Language.of(page.lang(), "events").find(page.tokens());
        List<Hit> cues = Language.of(page.lang(), "status").find(page.tokens());
        int t = 0;
        int c = 0;
        for (Part part : page.parts()) {
            for (Sentence s : part.role() == Role.BODY ? part.sentences() : List.<Sentence>of()) {
                List<Hit> own = new ArrayList<>();
                while (t < triggers.size() && triggers.get(t).from() < s.to()) {
                    Hit hit = triggers.get(t++);
                    if (hit.from() >= s.from()) {
                        own.add(hit);
                    }
                }
                List<Hit> status = new ArrayList<>();
                while (c < cues.size() && cues.get(c).from() < s.to()) {
                    Hit hit = cues.get(c++);
                    if (hit.from() >= s.from()) {
                        status.add(hit);
                    }
                }
                events.sentence(s, own, new Status(page.tokens(), status));
            }
        }
        return events.out;
    }

    private void sentence(Sentence s, List<Hit> triggers, Status status) {
        Map<String, List<Found>> byType = new TreeMap<>();
        for (Hit hit : triggers) {
            String type = switch (hit.section()) {
                case "continues" -> mainType;
                case "goes-on" -> lastType;
                default -> hit.section();
            };
            if (type.isEmpty() || type.equals("mask") || masked(hit, triggers) || status.outOfPlay(hit)) {
                continue;
            }
            String what = hit.value().isEmpty() ? status.of(hit) : hit.value();
            byType.computeIfAbsent(type, k -> new ArrayList<>()).add(new Found(hit, what, date(s, hit), place(s, hit)));
        }
        for (Map.Entry<String, List<Found>> e : byType.entrySet()) {
            for (Found found : Merging.of(e.getKey(), e.getValue(), this, s)) {
                out.add(happening(e.getKey(), found, s));
            }
            lastType = e.getKey().equals("agreement_signed") ? lastType : e.getKey();
            mainType = mainType.isEmpty() && MAIN.contains(lastType) ? lastType : mainType;
        }
        refusal(s, status, byType);
        String dated = inSentence(datesIn(s), s);
        lastDate = dated.isEmpty() ? lastDate : dated;
        PlaceMention where = place(s, null);
        lastPlace = where == null ? lastPlace : where;
    }

    /** "X accused Y of …; Y rejects the charge": beside the accusation stands its denial. */
    private void refusal(Sentence s, Status status, Map<String, List<Found>> byType) {
        List<Found> accused = byType.get("ceasefire_violation");
        if (status.refused() && accused != null) {
            Found first = accused.getFirst();
            boolean denied = accused.stream().anyMatch(f -> f.status().equals("denied"));
            if (!denied) {
                out.add(happening(
                        "ceasefire_violation", new Found(first.hit(), "denied", first.date(), first.place()), s));
            }
        }
    }

    /** A trigger with what stands nearest to it; {@code apart}: only the numbers nearest to its date are its own. */
    record Found(
            Hit hit,
            String status,
            @Nullable DateMention date,
            @Nullable PlaceMention place,
            boolean apart) {
        Found(Hit hit, String status, @Nullable DateMention date, @Nullable PlaceMention place) {
            this(hit, status, date, place, false);
        }
    }

    /** Whether a fixed phrase, or a longer trigger of the same type, covers a trigger. */
    private static boolean masked(Hit hit, List<Hit> all) {
        for (Hit other : all) {
            boolean mask = other.section().equals("mask") || other.section().equals(hit.section());
            boolean longer = other.length() > hit.length() || other.section().equals("mask");
            if (mask && longer && !other.equals(hit) && other.from() <= hit.from() && other.to() >= hit.to()) {
                return true;
            }
        }
        return false;
    }

    private Happening happening(String type, Found f, Sentence s) {
        List<Token> tokens = page.tokens();
        DateMention own = f.date();
        boolean stated = own != null && (!own.instrument() || type.equals("agreement_signed"));
        String date = stated && own != null ? own.iso() : fallbackDate(type, f);
        PlaceMention where = where(type, f, s);
        Parties parties = Parties.of(page, facts, s, type);
        int to = s.to();
        return new Happening(
                type,
                f.status(),
                date,
                where,
                f.status().equals("denied") ? "" : parties.accused(),
                f.status().equals("denied") ? "" : parties.accuser(),
                numbers(type, s, f),
                tokens.get(s.from()).start(),
                tokens.get(to - 1).end(),
                page.words(f.hit().from(), f.hit().to()));
    }

    /** Where: for a return the place gone to; else the nearest; else that of the sentence before. */
    private @Nullable PlaceMention where(String type, Found f, Sentence s) {
        if (type.equals("refugee_return") || type.equals("corridor_traffic")) {
            for (PlaceMention p : placesIn(s)) {
                if (p.from() > 0 && destinations.get(p.from() - 1)) {
                    return p;
                }
            }
        }
        return f.place() != null ? f.place() : lastPlace;
    }

    /** What is said to hold now, and what is said first and undated, is of the day of publication. */
    private String fallbackDate(String type, Found f) {
        if (f.status().equals("planned") || type.equals("agreement_signed")) {
            return "";
        }
        boolean now = f.hit().value().equals("denied") && type.equals("ceasefire_violation");
        if (lastDate.isEmpty() || facts.publication().isEmpty()) {
            return facts.publication();
        }
        boolean recent = LocalDate.parse(lastDate)
                .isAfter(LocalDate.parse(facts.publication()).minusDays(PERIOD_DAYS));
        return now && !recent ? facts.publication() : lastDate;
    }

    private List<Quantity> numbers(String type, Sentence s, Found f) {
        Set<String> units = UNITS.getOrDefault(type, Set.of());
        List<Quantity> out = new ArrayList<>();
        for (Quantity q : Within.of(facts.quantities(), Quantity::from, s.from(), s.to())) {
            if (!s.holds(q.from())) {
                continue;
            }
            if (f.apart() && !nearest(q, f, s)) {
                continue;
            }
            if (f.apart() && q.unit().isEmpty()) {
                out.add(q);
                continue;
            }
            boolean counting = !out.isEmpty() || type.equals("ceasefire_violation");
            boolean bare = q.unit().isEmpty() && counting && continues(q, type);
            if (units.contains(q.unit()) || bare) {
                out.add(q);
            }
        }
        return out;
    }

    private boolean nearest(Quantity q, Found f, Sentence s) {
        DateMention best = null;
        for (DateMention d : datesIn(s)) {
            best = best == null || (d.from() >= q.to() && best.from() < q.to()) ? d : best;
        }
        return f.date() != null && f.date().equals(best);
    }

    /** Whether a number without a unit goes on counting: it stands before a mark, or before "to" and "of". */
    private boolean continues(Quantity q, String type) {
        if (q.to() >= page.tokens().size()) {
            return true;
        }
        Token next = page.tokens().get(q.to());
        boolean mark = next.isAny(",.;،؛")
                || (next.is(')') && !page.tokens().get(q.from() - 1).is('('));
        boolean shared =
                type.equals("detainee_release") && List.of("to", "в", "الي").contains(next.form());
        boolean these = type.equals("ceasefire_violation")
                && List.of("were", "was", "of", "из", "منها").contains(next.form());
        return mark || shared || these;
    }

    /** The dates of a sentence. */
    List<DateMention> datesIn(Sentence s) {
        return Within.of(facts.dates(), DateMention::from, s.from(), s.to());
    }

    /** The places of a sentence. */
    List<PlaceMention> placesIn(Sentence s) {
        return Within.of(facts.places(), PlaceMention::from, s.from(), s.to());
    }

    private static String inSentence(List<DateMention> dates, Sentence s) {
        String out = "";
        for (DateMention d : dates) {
            if (s.holds(d.from()) && d.day() && !d.instrument() && !d.since()) {
                out = d.iso();
            }
        }
        return out;
    }

    private @Nullable DateMention date(Sentence s, Hit trigger) {
        DateMention best = null;
        int least = Integer.MAX_VALUE;
        for (DateMention d : datesIn(s)) {
            if (s.holds(d.from())) {
                boolean span = d.since() && COUNTED_SINCE.contains(trigger.section());
                boolean elsewhere = d.instrument() && !trigger.section().equals("agreement_signed");
                int gap = distance(trigger, d.from(), d.to());
                if (gap < least && !span && !elsewhere) {
                    best = d;
                    least = gap;
                }
            }
        }
        return best;
    }

    private @Nullable PlaceMention place(Sentence s, @Nullable Hit trigger) {
        PlaceMention best = null;
        int least = Integer.MAX_VALUE;
        for (PlaceMention p : placesIn(s)) {
            if (s.holds(p.from())) {
                int gap = trigger == null ? p.from() - s.from() : distance(trigger, p.from(), p.to());
                if (gap < least) {
                    best = p;
                    least = gap;
                }
            }
        }
        return best;
    }

    /** Tokens between, and more for each comma or semicolon between. */
    private int distance(Hit hit, int from, int to) {
        int a = from >= hit.to() ? hit.to() : to;
        int b = from >= hit.to() ? from : hit.from();
        int n = Math.max(0, b - a);
        for (int i = a; i < b; i++) {
            if (page.tokens().get(i).isAny(",،;:؛—")) {
                n += 6;
            }
        }
        return n;
    }
}
