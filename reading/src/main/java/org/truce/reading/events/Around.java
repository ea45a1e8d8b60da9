package org.truce.reading.events;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.truce.reading.dates.DateMention;
import org.truce.reading.events.Matching.Match;
import org.truce.reading.lexicon.Hit;
import org.truce.reading.lexicon.Language;
import org.truce.reading.page.Page;
import org.truce.reading.places.PlaceMention;
import org.truce.reading.statements.Said;
import org.truce.reading.text.Sentence;
import org.truce.reading.text.Token;
import org.truce.reading.text.Within;

/**
 * When and where: of the dates and places of a sentence the nearest to a match, else what the sentences before have
 * left. Remembers from sentence to sentence; one instance a text.
 */
final class Around {
    /** A report's period lies at most so many days before it. */
    private static final int PERIOD_DAYS = 8;

    /** Types whose numbers are counted since a day on which they did not happen. */
    private static final Set<String> COUNTED_SINCE =
            Set.of("refugee_return", "aid", "demining", "deployment", "corridor_traffic");

    /** Types that have a way: where it leads is where they are. */
    private static final Set<String> LEADING = Set.of("refugee_return", "corridor_traffic", "aid");

    /** How much farther off a region or a country counts than a place in it. */
    private static final int WIDE = 15;

    private static final int OUTSIDE = 8;

    /** How many tokens from an event "along it" is looked for. */
    private static final int NEAR = 8;

    /** The longest statement, in characters, that is looked for around a word. */
    private static final int LONGEST = 600;

    /** How much farther off a line counts than the place on it. */
    private static final int ALONG = 6;

    private static final Set<String> ON = Set.of("in", "near", "at", "в", "у", "под", "возле", "في", "قرب", "عند");

    private final Page page;
    private final List<Token> tokens;
    private final Events.Facts facts;
    private final Clauses clauses;
    private final BitSet destinations = new BitSet();
    private final BitSet alongs = new BitSet();
    private String lastDate = "";
    private @Nullable PlaceMention lastPlace;
    private @Nullable PlaceMention lastCorridor;

    Around(Page page, Events.Facts facts, Clauses clauses) {
        this.page = page;
        this.tokens = page.tokens();
        this.facts = facts;
        this.clauses = clauses;
        for (Hit hit : Language.of(page.lang(), "places").find(page.tokens())) {
            if (hit.section().equals("to")) {
                destinations.set(hit.from());
            } else if (hit.section().equals("along-it")) {
                alongs.set(hit.from());
            }
        }
    }

    /** The dates of a sentence. */
    List<DateMention> datesIn(Sentence s) {
        return Within.of(facts.dates(), DateMention::from, s.from(), s.to());
    }

    /** The places of a sentence. */
    List<PlaceMention> placesIn(Sentence s) {
        return Within.of(facts.places(), PlaceMention::from, s.from(), s.to());
    }

    /** The date nearest to a head, or null. */
    @Nullable
    DateMention date(Sentence s, String type, Mention head) {
        DateMention best = null;
        int least = Integer.MAX_VALUE;
        for (DateMention d : datesIn(s)) {
            boolean span = d.since() && COUNTED_SINCE.contains(type);
            boolean elsewhere = d.instrument() && !type.equals("agreement_signed");
            int gap = clauses.together(head.from(), head.to(), d.from(), d.to()) + outside(head, d.from());
            if (gap < least && !span && !elsewhere) {
                best = d;
                least = gap;
            }
        }
        return best;
    }

    /** The place of a head: where a way leads, else the nearest; null where the sentence has none. */
    @Nullable
    PlaceMention place(Sentence s, String type, Mention head) {
        PlaceMention best = null;
        int least = Integer.MAX_VALUE;
        for (PlaceMention p : placesIn(s)) {
            boolean led = p.from() > 0 && destinations.get(p.from() - 1) && LEADING.contains(type);
            int gap = clauses.together(head.from(), head.to(), p.from(), p.to())
                    - (led ? 12 : 0)
                    + (wide(p) ? WIDE : 0)
                    + outside(head, p.from())
                    + (along(p) ? ALONG : 0);
            if (gap < least) {
                best = p;
                least = gap;
            }
        }
        return best;
    }

    /** How much farther off what is named outside an indirect statement counts for what is told within it. */
    private int outside(Mention head, int at) {
        int told = page.tokens().get(head.from()).start();
        int named = page.tokens().get(at).start();
        for (Said said : Within.of(facts.saidByPlace(), Said::start, told - LONGEST, told + 1)) {
            if (!said.direct() && told < said.end() && (named < said.start() || named >= said.end())) {
                return OUTSIDE;
            }
        }
        return 0;
    }

    /** "Along the Line of Control in Mendhar": a line behind which a place on it is named. */
    private boolean along(PlaceMention p) {
        return p.place().type().equals("line")
                && p.to() < tokens.size()
                && ON.contains(tokens.get(p.to()).form());
    }

    private static boolean wide(PlaceMention p) {
        return Set.of("region", "country").contains(p.place().type());
    }

    /** The date of an event: its own, else what its kind and the sentences before let one think. */
    String date(String type, Found f) {
        DateMention own = f.date();
        if (own != null && (!own.instrument() || type.equals("agreement_signed"))) {
            return own.iso();
        }
        if (f.status().equals(Status.PLANNED) || type.equals("agreement_signed")) {
            return "";
        }
        if (lastDate.isEmpty() || facts.publication().isEmpty()) {
            return facts.publication();
        }
        if (lastDate.compareTo(facts.publication()) > 0) {
            return facts.publication();
        }
        boolean recent = LocalDate.parse(lastDate)
                .isAfter(LocalDate.parse(facts.publication()).minusDays(PERIOD_DAYS));
        return recent ? lastDate : facts.publication(); // what is told of long ago stands in its own sentence
    }

    /** The place of an event: its own, else that of the sentence before; of traffic the corridor told of before. */
    @Nullable
    PlaceMention place(String type, Found f) {
        if (f.place() != null) {
            return f.place();
        }
        boolean way = type.startsWith("corridor") || alongIt(f.match());
        return way && lastCorridor != null ? lastCorridor : lastPlace;
    }

    /** Whether it is told of something along a road named before: "along it", «вдоль неё», "على طوله". */
    private boolean alongIt(Match match) {
        for (int at = Math.max(0, match.from() - NEAR); at < Math.min(tokens.size(), match.to() + NEAR); at++) {
            if (alongs.get(at)) {
                return true;
            }
        }
        return false;
    }

    /** Remembers what a sentence leaves to the next: the day of its first event, else its last day. */
    void passed(Sentence s, List<Found> events) {
        String last = "";
        for (DateMention d : datesIn(s)) {
            if (passes(d)) {
                last = d.iso();
            }
        }
        Found first = null;
        for (Found f : events) {
            boolean dated = f.date() != null && passes(f.date()) && !f.status().equals(Status.PLANNED);
            if (dated && (first == null || f.match().from() < first.match().from())) {
                first = f;
            }
        }
        if (first != null && first.date() != null) {
            lastDate = first.date().iso();
        } else if (!last.isEmpty()) {
            lastDate = last;
        }
        List<PlaceMention> places = placesIn(s);
        if (!places.isEmpty()) {
            lastPlace = places.getFirst();
        }
        for (PlaceMention p : places) {
            if (p.place().type().equals("corridor")) {
                lastCorridor = p;
            }
        }
    }

    private static boolean passes(DateMention d) {
        return d.day() && !d.instrument() && !d.since();
    }
}
