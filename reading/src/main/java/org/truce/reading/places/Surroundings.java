package org.truce.reading.places;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.truce.reading.lexicon.Hit;
import org.truce.reading.lexicon.Language;
import org.truce.reading.page.Page;
import org.truce.reading.text.Lang;
import org.truce.reading.text.Token;

/** The words of {@code LANG/places.txt} around a name, and what they make of it: its type, or that it is no place. */
final class Surroundings {
    private static final Set<String> SURNAMES = Set.of(
            "ov", "ova", "ev", "eva", "yev", "yeva", "yan", "ian", "yants", "zade", "zadeh", "oglu", "oghlu", "enko",
            "sky", "skiy", "ski", "shvili", "idze", "adze", "in", "ина", "ин", "ов", "ова", "ев", "ева", "ян", "янц",
            "янс", "заде", "оглы", "енко", "ский", "швили", "идзе", "адзе", "زاده", "اوغلو", "شفيلي");

    private final Page page;
    private final List<Token> tokens;
    private final Map<Integer, Map<String, Hit>> cues = new HashMap<>();

    Surroundings(Page page) {
        this.page = page;
        this.tokens = page.tokens();
        for (Hit hit : Language.of(page.lang(), "places").find(tokens)) {
            cues.computeIfAbsent(hit.from(), k -> new HashMap<>()).putIfAbsent(hit.section(), hit);
        }
    }

    /** The hit of a section that begins at a token, or null. */
    @Nullable
    Hit hit(int token, String section) {
        Map<String, Hit> here = cues.get(token);
        return here == null ? null : here.get(section);
    }

    /** Whether a word of a section begins at a token. */
    boolean cue(int token, String section) {
        return hit(token, section) != null;
    }

    /** Whether a word of a section ends right before a token of the same line. */
    boolean before(int token, String section) {
        for (int i = token - 1; i >= Math.max(0, token - 3); i--) {
            Hit hit = hit(i, section);
            if (hit != null && hit.to() == token && !tokens.get(token).startsLine()) {
                return true;
            }
            if (tokens.get(i + 1).startsLine()) {
                return false;
            }
        }
        return false;
    }

    /** Whether a word of a section stands right after, in the same line. */
    boolean after(int token, String section) {
        return token < tokens.size() && !tokens.get(token).startsLine() && cue(token, section);
    }

    /** The type that a word beside a name says, such as {@code village}; empty if none does. */
    String type(int from, int to) {
        for (int i = from - 1; i >= Math.max(0, from - 3) && !tokens.get(i + 1).startsLine(); i--) {
            Hit hit = hit(i, "type");
            if (hit != null && gapOnly(hit.to(), from)) {
                return hit.value();
            }
        }
        Hit after = to < tokens.size() && !tokens.get(to).startsLine() ? hit(to, "type") : null;
        return after != null && page.lang() == Lang.ENGLISH ? after.value() : "";
    }

    private boolean gapOnly(int from, int to) {
        for (int i = from; i < to; i++) {
            if (!tokens.get(i).isAny("«“\"(„") && !cue(i, "of")) {
                return false;
            }
        }
        return from <= to;
    }

    /** Whether words around a name make it a person, a street, a river's or a club's. */
    boolean noPlace(int from, int to) {
        return before(from, "no-place-before")
                || after(to, "no-place-after")
                || (!before(from, "locative") && surnameAt(to));
    }

    /** "Jabrayil Mammadov": a name with a family name after it is a person's. */
    private boolean surnameAt(int token) {
        if (token >= tokens.size()
                || tokens.get(token).startsLine()
                || !tokens.get(token).word()) {
            return false;
        }
        String form = tokens.get(token).form();
        if (form.length() < 5 || !page.capital(token)) {
            return false;
        }
        for (int n = 2; n <= 5; n++) {
            if (form.length() > n + 2 && SURNAMES.contains(form.substring(form.length() - n))) {
                return true;
            }
        }
        return false;
    }
}
