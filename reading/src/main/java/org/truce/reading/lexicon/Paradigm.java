package org.truce.reading.lexicon;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.truce.reading.text.Fold;

/**
 * The forms of a verb written with a slash: {@code return/} stands for return, returns, returned, returning;
 * {@code عاد/يعود} (perfect, imperfect, third person masculine) for the persons and numbers of both, the short form after "لم" of a hollow
 * verb among them ({@code يعد}). Prefixed particles
 * and suffixed pronouns are not among them. Pure.
 */
final class Paradigm {
    private static final String VOWELS = "aeiou";

    private Paradigm() {}

    /** The forms that one alternative of a pattern stands for: itself, unless it has a slash. */
    static Set<String> forms(String one) {
        int slash = one.indexOf('/');
        if (slash <= 0 || one.length() < 3) {
            return Set.of(one);
        }
        return slash == one.length() - 1
                ? english(one.substring(0, slash))
                : arabic(Fold.word(one.substring(0, slash)), Fold.word(one.substring(slash + 1)));
    }

    private static Set<String> english(String base) {
        int n = base.length();
        char last = base.charAt(n - 1);
        String short1 = base.substring(0, n - 1);
        boolean hiss = base.endsWith("sh") || base.endsWith("ch") || last == 's' || last == 'x' || last == 'z';
        Set<String> out = new LinkedHashSet<>(List.of(base));
        if (last == 'e') {
            out.addAll(List.of(base + "s", base + "d", short1 + "ing"));
        } else if (last == 'y' && VOWELS.indexOf(base.charAt(n - 2)) < 0) {
            out.addAll(List.of(short1 + "ies", short1 + "ied", base + "ing"));
        } else {
            out.addAll(List.of(base + (hiss ? "es" : "s"), base + "ed", base + "ing"));
        }
        return out;
    }

    private static Set<String> arabic(String perfect, String imperfect) {
        Set<String> out = new LinkedHashSet<>();
        boolean weak = perfect.endsWith("ي") || (perfect.endsWith("ا") && perfect.length() > 2);
        String base = weak ? perfect.substring(0, perfect.length() - 1) : perfect;
        out.add(perfect);
        for (String ending : List.of("ت", "تا", "وا", "ا", "نا", "تم")) {
            out.add((weak && ending.equals("نا") ? base + "ي" : base) + ending);
        }
        if (weak) {
            out.add(base + "ا");
        }
        String stem = imperfect.substring(1);
        boolean ends = stem.endsWith("ي") || (stem.endsWith("و") && stem.length() > 2);
        String bare = ends ? stem.substring(0, stem.length() - 1) : stem;
        int middle = stem.length() - 2;
        if (!ends && middle > 0 && "اوي".indexOf(stem.charAt(middle)) >= 0) {
            out.add("ي" + stem.substring(0, middle) + stem.substring(middle + 1));
            out.add("ت" + stem.substring(0, middle) + stem.substring(middle + 1));
        }
        for (String person : List.of("ي", "ت", "ن", "ا")) {
            out.add(person + stem);
            out.add(person + bare);
            out.add(person + bare + "ون");
            out.add(person + bare + "وا");
            out.add(person + stem + "ان");
            out.add(person + stem + "ا");
            out.add(person + stem + "ن");
        }
        return out;
    }
}
