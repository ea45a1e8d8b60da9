package org.truce.reading.quantities;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.truce.reading.lexicon.Hit;
import org.truce.reading.lexicon.Language;
import org.truce.reading.page.Page;
import org.truce.reading.text.Lang;
import org.truce.reading.text.Token;

/**
 * Finds numbers in figures and words with their units and qualifiers. Figures follow the language: a comma parts
 * thousands in English and decimals in Russian and Arabic, unless three digits follow. One instance reads one text.
 */
public final class Quantities {
    /** A thousand, a million. */
    private static final Set<String> SINGLE = Set.of("الف", "الفا", "مليون", "مليونا", "тысяча", "тысячу", "миллион");

    private static final int UNIT_REACH = 3;
    private static final int COUNTED_REACH = 12;

    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final BigDecimal TWENTY = BigDecimal.valueOf(20);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

    private final Page page;
    private final List<Token> tokens;
    private final Map<Integer, List<Hit>> hits = new HashMap<>();
    private final Map<Integer, Hit> duals = new HashMap<>();
    private final BitSet peoples = new BitSet();

    private Quantities(Page page) {
        this.page = page;
        this.tokens = page.tokens();
        for (Hit hit : Language.of(page.lang(), "quantities").find(tokens)) {
            hits.computeIfAbsent(hit.from(), k -> new ArrayList<>(2)).add(hit);
        }
        if (page.lang() == Lang.ARABIC) {
            duals();
        }
        peoples();
    }

    /** Finds nouns of nationality behind which no other noun need stand: "33 Armenians", "33 أرمينيا". */
    private void peoples() {
        if (page.lang() == Lang.RUSSIAN) {
            return;
        }
        String ending = page.lang() == Lang.ENGLISH ? "s" : "ا";
        List<Token> bare = new ArrayList<>(tokens.size());
        for (Token t : tokens) {
            boolean ends = t.form().length() > 4 && t.form().endsWith(ending);
            String form = ends ? t.form().substring(0, t.form().length() - 1) : t.form();
            List<Token.Form> readings = List.of(new Token.Form(form, 0));
            boolean as = page.lang() == Lang.ENGLISH && !ends;
            bare.add(as ? t : new Token(t.start(), t.end(), t.kind(), form, readings, t.startsLine()));
        }
        for (Hit hit : Language.of(page.lang(), "states").find(bare)) {
            boolean plural =
                    page.lang() != Lang.ENGLISH || !bare.get(hit.from()).equals(tokens.get(hit.from()));
            if (hit.section().equals("adjective") && hit.length() == 1 && plural) {
                peoples.set(hit.from());
            }
        }
    }

    /** Finds the unit of an Arabic feminine dual by its singular: "قرويتين" by "قروية". */
    private void duals() {
        List<Token> singular = new ArrayList<>(tokens.size());
        for (Token t : tokens) {
            String form = t.form();
            boolean dual = form.length() > 5 && (form.endsWith("تين") || form.endsWith("تان"));
            List<Token.Form> readings = t.readings().stream()
                    .map(f -> new Token.Form(
                            f.text().substring(0, Math.max(1, f.text().length() - 3)) + "ه", f.skip()))
                    .toList();
            singular.add(dual ? new Token(t.start(), t.end(), t.kind(), form, readings, t.startsLine()) : t);
        }
        for (Hit hit : Language.of(page.lang(), "quantities").find(singular)) {
            boolean dual = hit.length() == 1
                    && !singular.get(hit.from()).equals(tokens.get(hit.from()))
                    && !Units.NOT_UNITS.contains(hit.section())
                    && hits.getOrDefault(hit.from(), List.of()).stream()
                            .noneMatch(h -> Units.NOT_UNITS.contains(h.section()));
            if (dual) {
                duals.put(hit.from(), hit);
            }
        }
    }

    /** The quantities of a page's story; numbers that belong to dates and clock times are left out. */
    public static List<Quantity> read(Page page, IntPredicate dated) {
        Quantities q = new Quantities(page);
        List<Quantity> out = new ArrayList<>();
        for (int i = 0; i < q.tokens.size(); i++) {
            if (!dated.test(i) && page.story(i)) {
                Quantity found = q.at(i);
                if (found != null) {
                    out.add(found);
                    i = Math.max(i, found.to() - 1);
                }
            }
        }
        return out;
    }

    private @Nullable Quantity at(int i) {
        Token t = tokens.get(i);
        BigDecimal value = null;
        int to = i + 1;
        if (t.number()) {
            value = clock(i) ? null : figure(t.form());
        } else {
            Hit dual = hit(i, "dual");
            if (dual != null) {
                return quantity(i, i, i + 1, BigDecimal.TWO, unitAt(i));
            }
            if (duals.containsKey(i)) {
                return quantity(i, i, i + 1, BigDecimal.TWO, duals.get(i));
            }
            Hit times = hit(i, "times");
            if (times != null) {
                return new Quantity(i, i + 1, t.start(), t.end(), times.value(), "violations", "exact");
            }
            Spelled spelled = inverted(i);
            spelled = spelled == null ? spelled(i) : spelled;
            boolean alone = spelled != null && hit(i, "thousand") != null && spelled.to() == i + 1;
            if (spelled != null && !(alone && unitAfter(i + 1) == null)) {
                value = spelled.value();
                to = spelled.to();
            }
        }
        if (value == null || aged(i) || inYears(i) || named(i)) {
            return null;
        }
        Hit half = to < tokens.size() && !tokens.get(to).startsLine() ? hit(to, "half") : null;
        if (half != null) {
            value = value.add(HALF);
            to = half.to();
        }
        Hit over = to < tokens.size() ? hit(to, "over") : null;
        to = over == null ? to : over.to();
        boolean parted = half != null || over != null;
        Hit thousand = (parted || t.number()) && to < tokens.size() ? hit(to, "thousand") : null;
        if (thousand != null && !tokens.get(to).startsLine()) {
            value = value.multiply(new BigDecimal(thousand.value()));
            to = thousand.to();
        }
        return counting(i, to, value);
    }

    /** The number from {@code i} up to {@code to} with what it counts, which may also stand before it. */
    private @Nullable Quantity counting(int i, int to, BigDecimal value) {
        Token t = tokens.get(i);
        Hit after = unitAfter(to);
        Hit unit = after != null ? after : unitOf(to);
        if (unit == null
                && page.lang() == Lang.ARABIC
                && !t.number()
                && i > 0
                && (value.intValue() <= 2 || definite(t))) {
            unit = unitAt(i - 1);
            unit = unit == null && i > 1 && !tokens.get(i - 1).startsLine() ? unitAt(i - 2) : unit;
            if (unit != null) {
                return quantity(i, i, to, value, unit);
            }
        }
        if (unit == null && to < tokens.size() && !tokens.get(to).startsLine() && peoples.get(to)) {
            return quantity(i, i, to + 1, value, "persons");
        }
        if (unit == null && hit(i, "collective") != null) {
            return quantity(i, i, to, value, "persons");
        }
        Hit about = unitBefore(i);
        boolean years = about != null && tokens.get(about.from()).form().equals("лет");
        unit = about != null && (unit == null || years) ? about : unit;
        if (unit != null && unit.to() <= i) {
            return quantity(i, i, to, value, unit);
        }
        String counted = unit == null ? counted(i) : "";
        if (!counted.isEmpty()) {
            return quantity(i, i, to, value, counted);
        }
        if (unit == null && ranges(i)) {
            return null;
        }
        boolean bareWord = !t.number() && unit == null;
        boolean article = t.form().equals("a") && page.lang() == Lang.ENGLISH;
        if ((bareWord && List.of("one", "a", "both", "два", "оба").contains(t.form())) || article) {
            return null;
        }
        return quantity(i, i, unit == null ? to : unit.to(), value, unit);
    }

    /** A number in words. */
    private record Spelled(BigDecimal value, int to) {}

    /**
     * The number that begins with the word at {@code i}: "one hundred and twenty thousand", «сто двадцать три»,
     * "ألفين وثلاثة وعشرين"; null where none does.
     */
    private @Nullable Spelled spelled(int i) {
        boolean one = single(i);
        BigDecimal first = one ? BigDecimal.ONE : simple(i);
        if (first == null) {
            return null;
        }
        Hit word = hit(i, "number");
        BigDecimal total = BigDecimal.ZERO;
        BigDecimal current = first;
        int at = one ? i : word == null ? i + 1 : word.to();
        while (at < tokens.size() && !tokens.get(at).startsLine()) {
            Hit thousand = hit(at, "thousand");
            int next = joined(at) ? at + 1 : at;
            BigDecimal more = next < tokens.size() ? simple(next) : null;
            if (thousand != null && current.signum() > 0 && current.compareTo(THOUSAND) < 0) {
                total = total.add(current.multiply(new BigDecimal(thousand.value())));
                current = BigDecimal.ZERO;
                at = thousand.to();
            } else if (more != null && times(current, more)) {
                current = current.multiply(more);
                at = next + 1;
            } else if (more != null && adds(current.signum() == 0 ? total : current, more, next)) {
                current = current.add(more);
                at = next + 1;
            } else {
                break;
            }
        }
        return new Spelled(total.add(current), at);
    }

    /** A number whose thousands stand before it: «тысяч пять», «десятка два»; null where none does. */
    private @Nullable Spelled inverted(int i) {
        Hit many = page.lang().family() == Lang.Family.RUSSIAN && !single(i) ? hit(i, "thousand") : null;
        if (many == null || many.to() >= tokens.size() || tokens.get(many.to()).startsLine()) {
            return null;
        }
        boolean counted = i > 0 && (tokens.get(i - 1).number() || simple(i - 1) != null);
        Spelled number = counted ? null : spelled(many.to());
        return number == null ? null : new Spelled(number.value().multiply(new BigDecimal(many.value())), number.to());
    }

    /** The unit of a Russian number that stands behind it to say "about": «человек двадцать», «километрах в пяти». */
    private @Nullable Hit unitBefore(int i) {
        if (page.lang().family() != Lang.Family.RUSSIAN
                || i == 0
                || tokens.get(i).startsLine()) {
            return null;
        }
        boolean parted = i > 1
                && Units.BEFORE_NUMBER.contains(tokens.get(i - 1).form())
                && !tokens.get(i - 1).startsLine();
        int at = parted ? i - 2 : i - 1;
        Hit unit = unitAt(at);
        boolean own = unit != null
                && unit.length() == 1
                && (Units.INVERTED.contains(unit.section())
                        || Units.TIMES.contains(tokens.get(at).form()));
        boolean taken = at > 0 && (tokens.get(at - 1).number() || simple(at - 1) != null);
        return own && !taken ? unit : null;
    }

    /** Whether a thousand or a million stands at a token in the singular: one of it, where no number stands before. */
    private boolean single(int i) {
        return page.lang() != Lang.ENGLISH
                && hit(i, "thousand") != null
                && SINGLE.stream().anyMatch(w -> tokens.get(i).form().endsWith(w));
    }

    /** The value of one number word. */
    private @Nullable BigDecimal simple(int i) {
        Hit word = hit(i, "number");
        Hit hundred = word == null ? hit(i, "hundred") : word;
        return hundred == null ? null : new BigDecimal(hundred.value());
    }

    /** Whether a hyphen or "and" between number words stands at a token. */
    private boolean joined(int at) {
        return page.lang() == Lang.ENGLISH
                && (tokens.get(at).is('-') || tokens.get(at).form().equals("and"));
    }

    private boolean times(BigDecimal current, BigDecimal more) {
        return page.lang() != Lang.RUSSIAN
                && more.compareTo(HUNDRED) == 0
                && current.signum() > 0
                && current.compareTo(BigDecimal.TEN) < 0;
    }

    private boolean adds(BigDecimal current, BigDecimal more, int at) {
        boolean arabicUnits = page.lang() == Lang.ARABIC
                && current.remainder(HUNDRED).compareTo(BigDecimal.TEN) < 0
                && current.remainder(HUNDRED).signum() > 0;
        if (arabicUnits) {
            boolean and = tokens.get(at).form().startsWith("و");
            boolean ten = more.compareTo(BigDecimal.TEN) == 0 && !and;
            return ten || (and && more.compareTo(BigDecimal.TEN) > 0 && more.compareTo(HUNDRED) < 0);
        }
        if (more.compareTo(THOUSAND) >= 0 || more.stripTrailingZeros().scale() > 0) {
            return false;
        }
        int magnitude = current.stripTrailingZeros().scale();
        boolean room = more.precision() <= -magnitude;
        boolean and = page.lang() != Lang.ARABIC || tokens.get(at).form().startsWith("و");
        return room && and && current.compareTo(TWENTY) >= 0;
    }

    /** The unit of a number that follows it: "the number of refugees reached 300"; empty where none does. */
    private String counted(int i) {
        for (int at = i - 1; at >= Math.max(0, i - COUNTED_REACH); at--) {
            if (tokens.get(at + 1).startsLine()
                    || tokens.get(at).isAny(".,;:،؛")
                    || tokens.get(at).number()) {
                return "";
            }
            Hit word = hit(at, "counted");
            for (int next = at; word != null && next < i; next++) {
                Hit unit = unitAt(next);
                if (unit != null) {
                    return unit.section();
                }
            }
            if (word != null) {
                return word.value();
            }
        }
        return "";
    }

    private Quantity quantity(int i, int from, int to, BigDecimal value, @Nullable Hit unit) {
        return quantity(i, from, to, value, unit == null ? "" : unit.section());
    }

    private Quantity quantity(int i, int from, int to, BigDecimal value, String unit) {
        String qualifier = "exact";
        for (int back = Math.max(0, i - 4); back < i; back++) {
            Hit hit = hit(back, "qualifier");
            if (hit != null && hit.to() == i) {
                qualifier = hit.value();
                break;
            }
        }
        for (int at = i + 1; at < to; at++) {
            qualifier = hit(at, "over") == null ? qualifier : "more than";
        }
        String plain = value.stripTrailingZeros().toPlainString();
        return new Quantity(
                from, to, tokens.get(from).start(), tokens.get(to - 1).end(), plain, unit, qualifier);
    }

    /** Whether a word carries the Arabic article: "the attackers, the six". */
    private static boolean definite(Token t) {
        return t.form().startsWith("ال") || t.form().startsWith("وال");
    }

    /** Whether a number is somebody's age: the word stands before it, or with one number between; or "a man (56)". */
    private boolean aged(int i) {
        if (i > 1
                && i + 1 < tokens.size()
                && tokens.get(i - 1).is('(')
                && tokens.get(i + 1).is(')')
                && Units.person(unitAt(i - 2))) {
            return true;
        }
        for (int back = Math.max(0, i - 4); back < i; back++) {
            Hit age = hit(back, "age");
            if (age != null
                    && (age.to() == i
                            || (age.to() == i - 2 && !tokens.get(i - 1).isAny(".,;،")))) {
                return true;
            }
        }
        return false;
    }

    /** "في الأربعين", "في الحادية عشرة من عمره": a number with the article behind "in" is an age, an hour or a place in a row. */
    private boolean inYears(int i) {
        Token t = tokens.get(i);
        return page.lang() == Lang.ARABIC
                && !t.number()
                && definite(t)
                && i > 0
                && tokens.get(i - 1).form().equals("في");
    }

    /** "ثمانية من جنودها": the unit behind "of"; null where none stands there. */
    private @Nullable Hit unitOf(int to) {
        boolean of = page.lang() == Lang.ARABIC
                && to + 1 < tokens.size()
                && tokens.get(to).form().equals("من")
                && !tokens.get(to + 1).startsLine();
        return of ? unitAt(to + 1) : null;
    }

    /** Whether a number is part of a name: "T-72", «Су-25». */
    private boolean named(int i) {
        return i > 1
                && tokens.get(i).number()
                && tokens.get(i - 1).isAny("-‑")
                && tokens.get(i - 2).word()
                && tokens.get(i - 2).end() == tokens.get(i - 1).start()
                && tokens.get(i - 1).end() == tokens.get(i).start();
    }

    /** Whether a number is the lower end of a range. */
    private boolean ranges(int i) {
        return i + 2 < tokens.size()
                && tokens.get(i + 1).isAny("-–—")
                && tokens.get(i + 2).number();
    }

    private boolean clock(int i) {
        boolean colonAfter = i + 1 < tokens.size()
                && tokens.get(i + 1).is(':')
                && i + 2 < tokens.size()
                && tokens.get(i + 2).number()
                && tokens.get(i + 2).start() == tokens.get(i).end() + 1;
        boolean colonBefore = i > 1
                && tokens.get(i - 1).is(':')
                && tokens.get(i - 2).number()
                && tokens.get(i).start() == tokens.get(i - 2).end() + 1;
        return colonAfter || colonBefore;
    }

    private @Nullable BigDecimal figure(String form) {
        String digits = form;
        if (page.lang() == Lang.ENGLISH) {
            digits = digits.replace(",", "");
        } else {
            int comma = digits.indexOf(',');
            boolean thousands = comma > 0
                    && digits.length() - comma == 4
                    && digits.lastIndexOf(',') == comma
                    && page.lang() == Lang.ARABIC;
            digits = thousands ? digits.replace(",", "") : digits.replace(',', '.');
        }
        if (digits.indexOf('.') != digits.lastIndexOf('.') || digits.length() > 18) {
            return null;
        }
        return new BigDecimal(digits);
    }

    /** Whether a word parts a number from a noun that it does not count, as a preposition does. */
    public static boolean parts(Token t) {
        return Units.PREPOSITIONS.contains(t.form());
    }

    private @Nullable Hit hit(int i, String section) {
        for (Hit hit : hits.getOrDefault(i, List.of())) {
            if (hit.section().equals(section)) {
                return hit;
            }
        }
        return null;
    }

    private @Nullable Hit unitAt(int i) {
        for (Hit hit : hits.getOrDefault(i, List.of())) {
            if (!Units.NOT_UNITS.contains(hit.section())) {
                return hit;
            }
        }
        return null;
    }

    private @Nullable Hit unitAfter(int i) {
        int reach = i + UNIT_REACH;
        for (int at = i; at < Math.min(tokens.size(), reach); at++) {
            reach += tokens.get(at).isAny("-‑") ? 2 : 0;
            if (named(at) || (at + 2 < tokens.size() && named(at + 2))) {
                reach++;
                continue;
            }
            if (tokens.get(at).startsLine()
                    || tokens.get(at).number()
                    || (at > i && hit(at, "number") != null)
                    || (unitAt(at) == null
                            && Units.PREPOSITIONS.contains(tokens.get(at).form()))
                    || tokens.get(at).isAny(".,;:،—–(")) {
                return null;
            }
            Hit unit = unitAt(at);
            if (unit != null) {
                return unit;
            }
        }
        return null;
    }
}
