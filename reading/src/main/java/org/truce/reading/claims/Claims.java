package org.truce.reading.claims;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.truce.reading.actors.ActorMention;
import org.truce.reading.dates.DateMention;
import org.truce.reading.lexicon.Hit;
import org.truce.reading.lexicon.Language;
import org.truce.reading.page.Page;
import org.truce.reading.places.PlaceMention;
import org.truce.reading.quantities.Quantity;
import org.truce.reading.statements.Said;
import org.truce.reading.text.Lang;
import org.truce.reading.text.Token;
import org.truce.reading.text.Within;

/**
 * Finds the claims in statements, by the words of {@code LANG/claims.txt} and the numbers, dates, places and actors
 * among them. Vague words give a claim that is not checkable, never a guess; what is wished, foreseen or conditional is
 * no claim. Pure; cost linear in the statements.
 */
public final class Claims {
    private static final Set<String> PERSONS = Set.of("persons", "children", "captives", "soldiers");

    private final Page page;
    private final List<Token> tokens;
    private final Facts facts;
    private final List<Claimed> out = new ArrayList<>();

    /**
     * What claims are made of, found before, each in order of place.
     *
     * @param publication ISO date of publication, empty if unknown
     */
    public record Facts(
            List<DateMention> dates,
            List<PlaceMention> places,
            List<ActorMention> actors,
            List<Quantity> quantities,
            String publication) {}

    private Claims(Page page, Facts facts) {
        this.page = page;
        this.tokens = page.tokens();
        this.facts = facts;
    }

    /** The claims of a page's statements, in order of statements; at most one of a template each. */
    public static List<Claimed> of(Page page, List<Said> said, Facts facts) {
        Claims claims = new Claims(page, facts);
        List<Hit> hits = Language.of(page.lang(), "claims").find(page.tokens());
        for (Said s : said) {
            int from = Within.first(claims.tokens, Token::start, s.start());
            int to = Within.first(claims.tokens, Token::start, s.end());
            claims.read(new Words(claims.tokens, Within.of(hits, Hit::from, from, to), from, to), s);
        }
        return claims.out;
    }

    private void read(Words w, Said s) {
        if (w.first("if") != null || history(w)) {
            return;
        }
        Hit change = first(w, "down-half", "up-double", "down", "up");
        Hit violation = w.first("violation");
        boolean changed = change != null && violation != null && near(change, violation) && change(w, s, change);
        boolean none = !changed && none(w, s);
        boolean breached = !none && breached(w, s);
        if (!changed && !none && !breached && violation != null) {
            count(w, s);
        }
        resolved(w, s);
        if (!breached) {
            done(w, s);
        }
        moved(w, s);
        withdrawn(w, s);
        access(w, s);
        Hit calm = w.first("calm");
        if (calm != null && !none) {
            add(w, s, "calm", calm, new Value("=", "", ""), "", "", false);
        }
    }

    private record Value(String comparator, String number, String unit) {}

    private static @Nullable Hit first(Words w, String... sections) {
        for (String section : sections) {
            Hit hit = w.first(section);
            if (hit != null) {
                return hit;
            }
        }
        return null;
    }

    private static boolean near(Hit a, Hit b) {
        return Math.abs(a.from() - b.from()) <= 10;
    }

    /** Whether it speaks of years gone by, which no record of a running ceasefire holds. */
    private boolean history(Words w) {
        for (DateMention d : Within.of(facts.dates(), DateMention::from, w.from(), w.to())) {
            boolean old = facts.publication().length() >= 4
                    && Integer.parseInt(d.iso().substring(0, 4))
                            < Integer.parseInt(facts.publication().substring(0, 4)) - 5;
            if (old && !d.instrument()) {
                return true;
            }
        }
        return false;
    }

    /** "No violations since …", "our men have not opened fire", and a denial of having done so. */
    private boolean none(Words w, Said s) {
        Hit phrase = w.first("no-violation");
        Hit violation = w.first("violation");
        Hit none = phrase != null ? phrase : violation == null ? null : w.before("none", violation, 5);
        none = none == null && violation != null && page.lang() == Lang.RUSSIAN ? w.after("none", violation, 9) : none;
        boolean denied = s.verbClass().equals("denies") && none == null;
        Hit rule = none != null ? none : denied ? first(w, "breached", "violation") : null;
        if (rule == null || (none == null && w.first("negation") != null) || w.before("future", rule, 4) != null) {
            return false;
        }
        boolean own = denied || (phrase != null && !w.passive(phrase));
        String actor = own ? actor(w, rule, s.speaker()) : "";
        add(w, s, "none-since", rule, new Value("=", "0", ""), "ceasefire_violation", actor, true);
        return true;
    }

    private void count(Words w, Said s) {
        Hit violation = w.first("violation");
        Quantity number = violation == null ? null : number(w, violation);
        if (violation == null) {
            return;
        }
        if (number != null) {
            Value value = new Value(comparator(number.qualifier()), number.value(), "");
            add(w, s, "count", violation, value, "ceasefire_violation", actor(w, violation, ""), true);
        } else {
            Hit vague = w.before("vague-number", violation, 3);
            if (vague != null) {
                add(
                        w,
                        s,
                        "count",
                        vague,
                        new Value(">", "", ""),
                        "ceasefire_violation",
                        actor(w, violation, ""),
                        false);
            }
        }
    }

    /** The number that counts a word: of violations by its unit, or right before the word. */
    private @Nullable Quantity number(Words w, Hit counted) {
        for (Quantity q : Within.of(facts.quantities(), Quantity::from, w.from(), w.to())) {
            boolean unit = q.unit().equals("violations") || q.unit().equals("explosions");
            boolean beside = q.to() >= counted.from() - 2
                    && q.from() <= counted.from()
                    && q.unit().isEmpty();
            if (unit || beside) {
                return q;
            }
        }
        return null;
    }

    private boolean change(Words w, Said s, Hit change) {
        boolean down = change.section().startsWith("down");
        String comparator = down ? "<" : ">";
        Value value = new Value(comparator, "", "");
        if (change.section().equals("down-half")) {
            value = new Value(comparator, "50", "%");
        } else if (change.section().equals("up-double")) {
            value = new Value(comparator, "100", "%");
        } else {
            for (Quantity q : Within.of(facts.quantities(), Quantity::from, change.from(), w.to())) {
                boolean percent = q.unit().equals("percent") || w.percentAt(q.from(), q.to());
                boolean counted = q.unit().equals("violations") || q.unit().equals("explosions");
                if (q.from() <= change.to() + 8 && (percent || counted)) {
                    value = new Value(comparator, q.value(), percent ? "%" : "");
                    break;
                }
            }
        }
        boolean than = change.to() < tokens.size()
                && Set.of("than", "чем", "من").contains(tokens.get(change.to()).form());
        boolean bare = value.number().isEmpty()
                && Set.of("more", "up", "больше", "اكثر").contains(form(change));
        if (than || w.before("future", change, 4) != null || w.before("negation", change, 3) != null || bare) {
            return false;
        }
        add(w, s, "changed-by", change, value, "ceasefire_violation", "", true);
        return true;
    }

    private String form(Hit hit) {
        return tokens.get(hit.from()).form();
    }

    /** "Resolved within two hours"; "quickly" is not checkable. */
    private void resolved(Words w, Said s) {
        Hit resolved = w.first("resolved");
        if (resolved == null || w.blocked(resolved)) {
            return;
        }
        for (Hit within : w.all("within")) {
            for (Quantity q : Within.of(facts.quantities(), Quantity::from, within.to(), within.to() + 3)) {
                String unit = w.time(q.from(), q.to(), page);
                if (!unit.isEmpty()) {
                    add(w, s, "resolved-within", resolved, new Value("<=", q.value(), unit), "", "", true);
                    return;
                }
            }
        }
        for (Hit within : w.all("within")) {
            String unit = within.to() < w.to() ? w.time(within.to(), within.to(), page) : "";
            if (!unit.isEmpty()) {
                boolean dual = page.lang() == Lang.ARABIC
                        && tokens.get(within.to()).form().endsWith("ين");
                add(w, s, "resolved-within", resolved, new Value("<=", dual ? "2" : "1", unit), "", "", true);
                return;
            }
        }
        Hit vague = w.first("vague-fast");
        if (vague != null) {
            add(w, s, "resolved-within", vague, new Value("<=", "", ""), "", "", false);
        }
    }

    private void done(Words w, Said s) {
        Hit done = w.first("done");
        if (done != null && !w.blocked(done)) {
            add(w, s, "obligation-done", done, new Value("=", "1", ""), "", actor(w, done, s.speaker()), true);
        }
    }

    /** That another than the speaker broke what was agreed. */
    private boolean breached(Words w, Said s) {
        Hit breach = w.first("breached");
        if (breach == null && s.verbClass().equals("accuses")) {
            breach = w.first("violation");
        }
        if (breach == null
                || s.verbClass().equals("denies")
                || w.before("future", breach, 3) != null
                || w.before("negation", breach, 3) != null) {
            return false;
        }
        String actor = s.verbClass().equals("accuses") ? actor(w, breach, "") : before(w, breach);
        boolean own = actor.equals(s.speaker());
        if (own || (actor.isEmpty() && !s.verbClass().equals("accuses") && !w.noun(breach))) {
            return false;
        }
        add(
                w,
                s,
                "obligation-breached",
                breach,
                new Value("=", "1", ""),
                "ceasefire_violation",
                actor,
                !actor.isEmpty());
        return true;
    }

    private void moved(Words w, Said s) {
        Hit moved = first(w, "returned", "released");
        if (moved == null || w.blocked(moved)) {
            return;
        }
        String event = moved.section().equals("returned") ? "refugee_return" : "detainee_release";
        for (Quantity q : Within.of(facts.quantities(), Quantity::from, w.from(), w.to())) {
            boolean near = Math.abs(q.from() - moved.from()) <= 12;
            if (near && PERSONS.contains(q.unit())) {
                Value value = new Value(comparator(q.qualifier()), q.value(), "");
                add(w, s, "persons-moved", moved, value, event, "", true);
                return;
            }
        }
        Hit vague = w.first("vague-number");
        boolean counted = vague != null
                && Within.of(facts.quantities(), Quantity::from, w.from(), w.to()).stream()
                        .anyMatch(q -> q.to() > vague.from() && q.from() < vague.to());
        if (vague != null && !counted && near(vague, moved) && w.first("violation") == null) {
            add(w, s, "persons-moved", vague, new Value(">", "", ""), event, "", false);
        }
    }

    private void withdrawn(Words w, Said s) {
        Hit withdrawn = w.first("withdrawn");
        if (withdrawn == null || w.blocked(withdrawn)) {
            return;
        }
        for (Quantity q : Within.of(facts.quantities(), Quantity::from, withdrawn.from(), w.to())) {
            if (q.unit().equals("km")) {
                Value value =
                        new Value(q.qualifier().equals("exact") ? ">=" : comparator(q.qualifier()), q.value(), "km");
                add(w, s, "withdrawn-beyond", withdrawn, value, "withdrawal", actor(w, withdrawn, s.speaker()), true);
                return;
            }
        }
    }

    private void access(Words w, Said s) {
        Hit refused = w.first("no-access");
        Hit granted = refused == null ? w.first("access") : refused;
        if (granted == null || w.before("future", granted, 4) != null) {
            return;
        }
        boolean no = refused != null || w.before("negation", granted, 3) != null;
        add(w, s, "access-granted", granted, new Value("=", no ? "0" : "1", ""), "", "", true);
    }

    /** Whose act it is: the actor right before the word, or the one that is accused; else {@code otherwise}. */
    private String actor(Words w, Hit at, String otherwise) {
        String best = "";
        for (ActorMention a : Within.of(facts.actors(), ActorMention::from, w.from(), w.to())) {
            boolean party = !a.kind().equals("role") && !a.name().isEmpty();
            if (party && (best.isEmpty() || a.from() < at.from())) {
                best = a.name();
            }
        }
        return best.isEmpty() ? otherwise : best;
    }

    /** The actor named last before a word, empty if none is. */
    private String before(Words w, Hit at) {
        String best = "";
        for (ActorMention a : Within.of(facts.actors(), ActorMention::from, w.from(), w.to())) {
            boolean follows =
                    a.from() > at.from() && page.lang() != Lang.ENGLISH && best.isEmpty() && a.from() <= at.to() + 2;
            if (!a.name().isEmpty() && (a.from() < at.from() || follows)) {
                best = a.name();
            }
        }
        return best;
    }

    private static String comparator(String qualifier) {
        return switch (qualifier) {
            case "at least" -> ">=";
            case "more than" -> ">";
            case "at most" -> "<=";
            case "about" -> "~";
            default -> "=";
        };
    }

    private void add(
            Words w, Said s, String template, Hit rule, Value v, String event, String actor, boolean checkable) {
        String since = "";
        String until = "";
        for (DateMention d : Within.of(facts.dates(), DateMention::from, w.from(), w.to())) {
            if (!d.instrument() && since.isEmpty()) {
                since = d.iso();
                until = d.since() || w.sinceBefore(d.from()) ? "" : d.iso();
            }
        }
        List<PlaceMention> places = Within.of(facts.places(), PlaceMention::from, w.from(), w.to());
        String place = places.isEmpty() ? "" : places.getFirst().place().id();
        String id = template + ":" + rule.entry().id();
        out.add(new Claimed(
                template, s, v.comparator(), v.number(), v.unit(), event, actor, since, until, place, checkable, id));
    }
}
