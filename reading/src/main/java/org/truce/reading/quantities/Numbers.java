package org.truce.reading.quantities;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.truce.reading.lexicon.Hit;
import org.truce.reading.lexicon.Language;
import org.truce.reading.text.Lang;
import org.truce.reading.text.Token;

/**
 * Numbers of a text whatever they count, in figures and in words, without years, days of dates and clock times. Broader
 * than the quantities of events, since outlets choose other nouns for the same number. Cost: one pass.
 */
public final class Numbers {
    private static final int LEAST_YEAR = 1900;
    private static final int LAST_YEAR = 2100;
    private static final double MOST = 1e12;
    /** Words that multiply what stands before them and are no numbers by themselves. */
    private static final Map<String, Integer> COUNTED = Map.of(
            "десятка",
            10,
            "десятков",
            10,
            "десятками",
            10,
            "dozen",
            12,
            "dozens",
            12,
            "дюжина",
            12,
            "дюжины",
            12,
            "hundred",
            100);

    private final List<Token> tokens;
    private final Lang lang;
    private final IntPredicate dated;
    private final Map<Integer, Double> words = new HashMap<>();
    private final Map<Integer, Double> multipliers = new HashMap<>();
    private final Set<Double> numbers = new TreeSet<>();
    private final Set<String> times = new TreeSet<>();

    private Numbers(List<Token> tokens, Lang lang, IntPredicate dated) {
        this.tokens = tokens;
        this.lang = lang;
        this.dated = dated;
        for (Hit hit : Language.of(lang, "quantities").find(tokens)) {
            if (hit.length() == 1 && hit.section().equals("number")) {
                words.put(hit.from(), Double.valueOf(hit.value()));
            } else if (hit.length() == 1 && hit.section().equals("thousand")) {
                multipliers.put(hit.from(), Double.valueOf(hit.value()));
            } else if (hit.section().equals("dual")) {
                numbers.add(2.0);
            }
        }
    }

    /** Those of a text; {@code dated} tells which tokens belong to dates. */
    public static Numbers of(List<Token> tokens, Lang lang, IntPredicate dated) {
        Numbers numbers = new Numbers(tokens, lang, dated);
        int i = 0;
        while (i < tokens.size()) {
            i = numbers.at(i);
        }
        return numbers;
    }

    /** The numbers in ascending order. */
    public List<Double> values() {
        return new ArrayList<>(numbers);
    }

    /** The clock times, as {@code 8:15}. */
    public Set<String> times() {
        return times;
    }

    private int at(int i) {
        Token token = tokens.get(i);
        if (dated.test(i)) {
            return i + 1;
        }
        if (token.number()) {
            return clock(i) ? i + 3 : figure(i);
        }
        return words.containsKey(i) ? spelled(i) : i + 1;
    }

    private boolean clock(int i) {
        boolean clock = i + 2 < tokens.size()
                && tokens.get(i + 1).isAny(":٫")
                && tokens.get(i + 2).number()
                && tokens.get(i + 2).form().length() == 2
                && tokens.get(i).form().length() <= 2
                && tokens.get(i + 2).start() == tokens.get(i).end() + 1;
        if (clock) {
            String hour = tokens.get(i).form().replaceFirst("^0(?=.)", "");
            times.add(hour + ":" + tokens.get(i + 2).form());
        }
        return clock;
    }

    private int figure(int i) {
        String form = tokens.get(i).form();
        double value = value(form);
        int next = i + 1;
        if (value < 0) {
            return next;
        }
        Double by = multiplier(next);
        if (by != null) {
            value *= by;
            next++;
        } else if (form.length() == 4 && value >= LEAST_YEAR && value <= LAST_YEAR) {
            return next;
        }
        add(value);
        return next;
    }

    private @Nullable Double multiplier(int i) {
        if (i >= tokens.size() || tokens.get(i).startsLine()) {
            return null;
        }
        Double by = multipliers.get(i);
        Integer counted = COUNTED.get(tokens.get(i).form());
        return by != null ? by : counted == null ? null : Double.valueOf(counted);
    }

    /** A number in several words: units and tens in either order, hundreds, thousands. */
    private int spelled(int i) {
        double total = 0;
        double current = 0;
        int at = i;
        while (at < tokens.size()) {
            Double word = words.get(at);
            Double by = multiplier(at);
            if (at > i && tokens.get(at).startsLine()) {
                break;
            }
            if (word != null && (current == 0 || fits(current, word))) {
                current += word;
            } else if (by != null && current > 0) {
                current *= by;
                if (by >= 1000) {
                    total += current;
                    current = 0;
                }
            } else if (!(at + 1 < tokens.size() && tokens.get(at).isAny("-‑") && words.containsKey(at + 1))) {
                break;
            }
            at++;
        }
        add(total + current);
        return Math.max(at, i + 1);
    }

    /** Whether a word goes on with a number: a smaller rank behind a greater one, or Arabic units before tens. */
    private static boolean fits(double current, double word) {
        boolean smaller = (current >= 100 && current % 100 == 0 && word < 100)
                || (current % 100 >= 20 && current % 10 == 0 && word < 10);
        boolean unitsFirst = current % 100 < 10 && word >= 10 && word < 100 && word % 10 == 0;
        return smaller || unitsFirst;
    }

    private void add(double value) {
        if (value > 0 && value < MOST) {
            numbers.add(value);
        }
    }

    /** The value of figures, -1 where they are none: more than one point as in dates. */
    private double value(String form) {
        String digits = form;
        int comma = digits.indexOf(',');
        boolean thousands = comma > 0
                && (digits.length() - comma - 1) % 4 == 3
                && (lang != Lang.RUSSIAN || digits.lastIndexOf(',') != comma);
        digits = thousands || digits.lastIndexOf(',') != comma ? digits.replace(",", "") : digits.replace(',', '.');
        if (digits.indexOf('.') != digits.lastIndexOf('.') || digits.length() > 18) {
            return -1;
        }
        return Double.parseDouble(digits);
    }
}
