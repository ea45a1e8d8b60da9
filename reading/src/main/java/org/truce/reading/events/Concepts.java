package org.truce.reading.events;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.truce.reading.actors.ActorMention;
import org.truce.reading.dates.DateMention;
import org.truce.reading.lexicon.Hit;
import org.truce.reading.lexicon.Language;
import org.truce.reading.page.Page;
import org.truce.reading.places.PlaceMention;
import org.truce.reading.quantities.Quantity;
import org.truce.reading.text.Lang;
import org.truce.reading.text.Token;
import org.truce.reading.text.Token.Form;
import org.truce.reading.text.Within;

/**
 * Finds concepts: words of {@code concepts.txt} of the page's language, and what other layers have found (a place is a
 * {@code PLACE} or {@code DISTRICT}, an armed body {@code TROOPS}). Words inside a fixed phrase of the section
 * {@code NONE} mean nothing.
 */
final class Concepts {
    /** Fixed phrases that cover what stands in them. */
    private static final String NONE = "NONE";

    private static final String CEASEFIRE = "CEASEFIRE";

    private static final List<String> ARABIC_SUFFIXES = List.of("هما", "ها", "هم", "هن", "نا", "ه", "ي", "ا");

    /** Concepts that say nothing where they are part of a name. */
    private static final Set<String> NAMED = Set.of("CEASEFIRE", "CONTACT", "DEMINE", "MINE", "CONTROL");

    /** Units of numbers that may stand for people without naming them. */
    private static final Set<String> COUNTED = Set.of("", "persons", "soldiers", "children");

    private Concepts() {}

    /** The concepts of a page, by place and then the longest first. Cost: linear in its tokens. */
    static List<Mention> find(Page page, Events.Facts facts) {
        List<Token> tokens = readings(page.text(), page.tokens(), page.lang());
        List<Hit> hits = Language.of(page.lang(), "concepts").find(tokens);
        int covering = -1;
        int covered = -1;
        String by = NONE;
        List<Mention> out = new ArrayList<>();
        for (Hit hit : hits) {
            boolean same = hit.from() == covering && hit.to() == covered && !by.equals(NONE);
            boolean inside = hit.to() <= covered && !same && !hit.section().equals(by);
            if (!inside && !hit.section().equals(NONE)) {
                add(
                        out,
                        new Mention(
                                hit.section(),
                                hit.from(),
                                hit.to(),
                                planned(tokens, hit),
                                hit.entry().pattern()));
            }
            boolean whole =
                    hit.section().equals(CEASEFIRE) || !hit.entry().pattern().contains("..");
            boolean phrase = hit.length() > 1 && whole;
            if (!inside && hit.to() > covered && (phrase || hit.section().equals(NONE))) {
                covering = hit.from();
                covered = hit.to();
                by = hit.section();
            }
        }
        out.removeIf(m -> NAMED.contains(m.concept()) && named(m, facts.actors()));
        for (PlaceMention p : facts.places()) {
            boolean district =
                    p.place().type().equals("district") || p.place().type().equals("region");
            out.add(new Mention(district ? "DISTRICT" : "PLACE", p.from(), p.to()));
        }
        for (ActorMention a : facts.actors()) {
            switch (a.kind()) {
                case "forces", "army" -> out.add(new Mention("TROOPS", a.from(), a.to()));
                case "force" -> out.add(new Mention("TROOPS", a.from(), a.to()));
                case "person", "role" -> out.add(new Mention("OFFICIAL", a.from(), a.to()));
                default -> out.add(new Mention("BODY-OF-STATE", a.from(), a.to()));
            }
        }
        for (DateMention d : facts.dates()) {
            if (d.instrument()) {
                out.add(new Mention("INSTRUMENT-DATE", d.from(), d.to()));
            } else if (!d.day() && d.iso().compareTo(facts.publication()) < 0 && !d.since() && figures(page, d)) {
                out.add(new Mention("PAST-DATE", d.from(), d.to()));
            }
        }
        for (Quantity q : facts.quantities()) {
            if (q.unit().equals("posts")) {
                out.add(new Mention("POST-COUNT", q.from(), q.from() + 1));
            } else if (COUNTED.contains(q.unit())) {
                out.add(new Mention("COUNT", q.from(), q.to()));
            }
        }
        out.sort(Comparator.comparingInt(Mention::from).thenComparingInt(m -> -m.to()));
        return out;
    }

    /** Whether words are part of the name of somebody: "the Trilateral Contact Group", "آلية مراقبة وقف إطلاق النار". */
    private static boolean named(Mention m, List<ActorMention> actors) {
        int next = Within.first(actors, ActorMention::from, m.from() + 1);
        for (int i = next - 1; i >= 0 && i >= next - 3; i--) {
            ActorMention a = actors.get(i);
            if (a.from() <= m.from() && a.to() >= m.to() && a.to() - a.from() > m.to() - m.from()) {
                return true;
            }
        }
        return false;
    }

    /** Whether a date is written with its year in figures. */
    private static boolean figures(Page page, DateMention d) {
        return page.tokens().subList(d.from(), d.to()).stream().anyMatch(Token::number);
    }

    /** Adds a mention unless the same concept stands there already, in as many words or more. */
    private static void add(List<Mention> out, Mention m) {
        for (int i = out.size() - 1; i >= 0 && i >= out.size() - 8; i--) {
            Mention o = out.get(i);
            if (o.concept().equals(m.concept()) && o.from() <= m.from() && o.to() >= m.to()) {
                if (m.planned() && !o.planned()) {
                    out.set(i, o.ahead());
                }
                return;
            }
        }
        out.add(m);
    }

    private static boolean planned(List<Token> tokens, Hit hit) {
        if (hit.value().equals("planned")) {
            return true;
        }
        Token first = tokens.get(hit.from());
        int sign = hit.skip() - 1;
        return sign >= 0 && sign < first.form().length() && first.form().charAt(sign) == 'س';
    }

    /** Tokens of {@code text}; Arabic words also without the sign of the future and without suffixed pronouns. */
    static List<Token> readings(String text, List<Token> tokens, Lang lang) {
        if (lang.family() != Lang.Family.ARABIC) {
            return tokens;
        }
        List<Token> out = new ArrayList<>(tokens.size());
        for (Token t : tokens) {
            if (!t.word() || t.form().length() < 4) {
                out.add(t);
                continue;
            }
            List<Form> readings = new ArrayList<>(t.readings());
            boolean feminine = text.charAt(t.end() - 1) == 'ة';
            for (Form form : t.readings()) {
                boolean definite = t.form().endsWith("ال" + form.text());
                stripped(form, !feminine && !definite, readings);
                dual(form, readings);
            }
            out.add(
                    readings.size() == t.readings().size()
                            ? t
                            : new Token(t.start(), t.end(), t.kind(), t.form(), List.copyOf(readings), t.startsLine()));
        }
        return out;
    }

    private static void stripped(Form form, boolean suffixed, List<Form> readings) {
        String text = form.text();
        int n = text.length();
        if (n > 4 && text.charAt(0) == 'س' && "يتن".indexOf(text.charAt(1)) >= 0) {
            Form bare = new Form(text.substring(1), form.skip() + 1);
            readings.add(bare);
            if (suffixed) {
                suffixes(bare, readings);
            }
        }
        if (suffixed) {
            suffixes(form, readings);
        }
    }

    /** Adds the singular of what has the ending of a dual, and the noun of a masculine plural: "دبابتان", "لاجئين". */
    private static void dual(Form form, List<Form> readings) {
        String text = form.text();
        int n = text.length();
        if (n > 5 && (text.endsWith("تان") || text.endsWith("تين"))) {
            readings.add(new Form(text.substring(0, n - 3) + "ه", form.skip()));
        } else if (n > 5 && (text.endsWith("ان") || text.endsWith("ين"))) {
            readings.add(new Form(text.substring(0, n - 2), form.skip()));
        }
    }

    private static void suffixes(Form form, List<Form> readings) {
        String text = form.text();
        for (String suffix : ARABIC_SUFFIXES) {
            int n = text.length() - suffix.length();
            if (n >= 3 && text.endsWith(suffix)) {
                String bare = text.substring(0, n);
                readings.add(new Form(bare, form.skip()));
                if (bare.endsWith("و")) {
                    readings.add(new Form(bare + "ا", form.skip()));
                } else if (bare.endsWith("ت")) {
                    readings.add(new Form(bare.substring(0, n - 1) + "ه", form.skip()));
                }
                return;
            }
        }
    }
}
