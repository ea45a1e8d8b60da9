package org.truce.reading.events;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.truce.reading.actors.ActorMention;
import org.truce.reading.dates.DateMention;
import org.truce.reading.events.Matching.Match;
import org.truce.reading.lexicon.Hit;
import org.truce.reading.lexicon.Language;
import org.truce.reading.page.Page;
import org.truce.reading.page.Part;
import org.truce.reading.page.Role;
import org.truce.reading.places.PlaceMention;
import org.truce.reading.places.PointMention;
import org.truce.reading.quantities.Quantity;
import org.truce.reading.statements.Said;
import org.truce.reading.text.Sentence;
import org.truce.reading.text.Token;
import org.truce.reading.text.Within;

/**
 * Finds events: concepts ({@code concepts.txt}, one file a language) that a rule ({@code events.rules}, one file for
 * all) puts together, what their clause makes of them ({@code status.txt}), and the date, place, numbers and parties
 * nearest to them. One instance reads one text.
 */
public final class Events {
    /** Types that a later sentence may speak of again as "the step", "the violation". */
    private static final Set<String> MAIN =
            Set.of("corridor_obstruction", "ceasefire_violation", "territory_transfer", "deployment", "withdrawal");

    /** Tokens of the longest heading. */
    private static final int HEADING = 12;

    /** How many sentences behind an accusation its refusal may stand. */
    private static final int REFUSAL_REACH = 3;

    private static final String REFUSED_RULE = "refused";

    private static final String VIOLATION = "ceasefire_violation";

    /** What a party may be blamed for and deny, beside a violation. */
    private static final Set<String> REFUSED =
            Set.of("casualty", "infrastructure", "corridor_obstruction", "territory_transfer", "detainee_held");

    private static final String RELEASE = "detainee_release";

    /** After these "let them go" speaks of captives. */
    private static final Set<String> RELEASED = Set.of(RELEASE, "detainee_held");

    /** Before the type of a rule that holds only where the sentence before was of that type. */
    private static final String STILL = "still-";

    /** What nobody announces: words that make it planned stand for something else in the sentence, or for a threat. */
    private static final Set<String> UNPLANNED = Set.of("ceasefire_violation", "casualty", "corridor_obstruction");

    private final Page page;
    private final Facts facts;
    private final Clauses clauses;
    private final Around around;
    private final Numbers numbers;
    private final Parties parties;
    private final List<Mention> mentions;
    private final List<Happening> out = new ArrayList<>();
    private Set<String> lastTypes = Set.of();
    private String lastType = "";
    private String mainType = "";
    /** Sentences since a violation was told of. */
    private int sinceViolation = REFUSAL_REACH + 1;

    private Events(Page page, Facts facts) {
        this.page = page;
        this.facts = facts;
        this.mentions = Concepts.find(page, facts);
        this.clauses = new Clauses(page, Matching.verbs(mentions));
        this.around = new Around(page, facts, clauses);
        this.numbers = new Numbers(page, facts.quantities(), facts.points(), clauses);
        this.parties = new Parties(page, facts, clauses);
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
            List<PointMention> points,
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
        List<Hit> cues = Language.of(page.lang(), "status").find(page.tokens());
        for (Part part : page.parts()) {
            boolean story = part.role() == Role.BODY && !events.heading(part);
            for (Sentence s : story ? part.sentences() : List.<Sentence>of()) {
                List<Hit> own = Within.of(cues, Hit::from, s.from(), s.to());
                events.sentence(s, new Status(own, events.clauses));
            }
        }
        return events.out;
    }

    /** Whether a line between the paragraphs is a heading: short, and without a mark at its end. */
    private boolean heading(Part part) {
        Token last = page.tokens().get(part.line().to() - 1);
        return part.line().length() <= HEADING && last.kind() != Token.Kind.MARK;
    }

    private void sentence(Sentence s, Status status) {
        List<Mention> own = Within.of(mentions, Mention::from, s.from(), s.to());
        Map<String, List<Found>> byType = new TreeMap<>();
        List<Match> matches = new Matching(own, clauses).all();
        boolean violation = matches.stream().anyMatch(m -> m.rule().type().equals(VIOLATION));
        boolean alone = matches.stream().allMatch(m -> m.rule().type().equals(REFUSED_RULE));
        for (Match match : matches) {
            String type = type(match.rule().type(), violation, alone);
            boolean told = match.rule().status().equals("afresh") && lastTypes.contains(type);
            String what = type.isEmpty() || told ? null : status.of(match);
            if (what != null && !(what.equals(Status.PLANNED) && UNPLANNED.contains(type))) {
                DateMention day = around.date(s, type, match.head());
                byType.computeIfAbsent(type, k -> new ArrayList<>())
                        .add(new Found(
                                match,
                                what.equals(Status.ASSERTED) && ahead(day) ? Status.PLANNED : what,
                                day,
                                around.place(s, type, match.head()),
                                false));
            }
        }
        refusal(status, byType);
        nothingCame(byType);
        List<Found> all = new ArrayList<>();
        byType.replaceAll((type, found) -> Merging.of(type, found, around, s));
        byType.values().forEach(all::addAll);
        for (Map.Entry<String, List<Found>> e : byType.entrySet()) {
            for (Found found : e.getValue()) {
                out.add(happening(e.getKey(), found, s, all));
            }
            lastType = e.getKey().equals("agreement_signed") ? lastType : e.getKey();
            mainType = mainType.isEmpty() && MAIN.contains(lastType) ? lastType : mainType;
        }
        lastTypes = Set.copyOf(byType.keySet());
        sinceViolation = lastTypes.contains(VIOLATION) ? 1 : sinceViolation + 1;
        around.passed(s, all);
    }

    /** Whether a day comes after that of publication: what is said of it is still to come. */
    private boolean ahead(@Nullable DateMention day) {
        return day != null
                && day.day()
                && !facts.publication().isEmpty()
                && day.iso().compareTo(facts.publication()) > 0;
    }

    private String type(String ofRule, boolean violation, boolean alone) {
        return switch (ofRule) {
            case REFUSED_RULE ->
                violation || lastType.equals(VIOLATION) || sinceViolation <= (alone ? REFUSAL_REACH : 1)
                        ? VIOLATION
                        : "";
            case "released" -> RELEASED.stream().anyMatch(lastTypes::contains) ? RELEASE : "";
            case "continues" -> mainType;
            case "goes-on" -> lastType;
            default -> ofRule.startsWith(STILL) ? still(ofRule.substring(STILL.length())) : ofRule;
        };
    }

    private String still(String type) {
        return lastTypes.contains(type) ? type : "";
    }

    /** "X accused Y of …; Y rejects the charge": beside the accusation stands its denial. */
    private static void refusal(Status status, Map<String, List<Found>> byType) {
        boolean alone = byType.size() == 1
                && REFUSED.contains(byType.keySet().iterator().next());
        List<Found> accused = alone ? byType.values().iterator().next() : byType.get(VIOLATION);
        if (status.refused()
                && accused != null
                && accused.stream().noneMatch(f -> f.status().equals(Status.DENIED))) {
            accused.add(accused.getFirst().denied());
        }
    }

    /** That nothing got through is told once, as what is closed, and not again as help that did not come. */
    private static void nothingCame(Map<String, List<Found>> byType) {
        List<Found> closed = byType.getOrDefault("corridor_obstruction", List.of());
        if (closed.stream().anyMatch(f -> f.match().rule().status().equals("if-denied"))) {
            byType.computeIfPresent("aid", (type, found) -> {
                found.removeIf(f -> f.status().equals(Status.DENIED));
                return found.isEmpty() ? null : found;
            });
        }
    }

    private Happening happening(String type, Found f, Sentence s, List<Found> all) {
        List<Token> tokens = page.tokens();
        boolean violated = all.stream().anyMatch(o -> o.match().rule().type().equals(VIOLATION));
        List<Mention> own = Within.of(mentions, Mention::from, s.from(), s.to());
        Parties.Pair pair = parties.of(s, f.match(), type, own, violated);
        boolean denied = f.status().equals(Status.DENIED);
        return new Happening(
                type,
                f.status(),
                around.date(type, f),
                around.place(type, f),
                denied ? "" : pair.accused(),
                denied ? "" : pair.accuser(),
                numbers.of(s, type, f, all, own, around.datesIn(s)),
                tokens.get(s.from()).start(),
                tokens.get(s.to() - 1).end(),
                page.words(f.match().from(), f.match().to()),
                f.match().rule().id());
    }
}
