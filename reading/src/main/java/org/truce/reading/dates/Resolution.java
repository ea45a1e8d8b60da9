package org.truce.reading.dates;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.truce.reading.lexicon.Hit;
import org.truce.reading.text.Lang;
import org.truce.reading.theatre.Agreement;

/** What day an expression means, given the day of publication, the day named before and the words around. */
final class Resolution {
    /** A day and month so far ahead of publication may still be meant to come. */
    private static final int FUTURE_DAYS = 60;

    /** Nouns and adjectives that begin as an Arabic future does. */
    private static final List<String> NOT_TO_COME = List.of(
            "سياس", "سيار", "سياد", "سيد", "سيطر", "سيما", "سيرغ", "سيرج", "سيون", "سته", "ستين", "ستون", "ستيب",
            "ستار", "سنوات", "سنوي", "سنتين", "سيناريو", "سيف", "سيناء", "سيفر", "ستان");

    private static final List<String> PAST = List.of("л", "ла", "ло", "ли", "лся", "лась", "лось", "лись");

    private static final List<String> HAD = List.of("had", "was", "were", "did");

    private static final int LOOK_BACK = 12;
    private static final int LOOK_AHEAD = 4;
    private static final int NEAR = 6;

    private final DateWords words;
    private final List<Agreement> agreements;
    /** Behind these another clause looks ahead: "met on Thursday and agreed to meet again". */
    private static final Set<String> APART = Set.of("and", "but", "who", "which", "that", "after", "while");

    private final BitSet futures = new BitSet();
    private final BitSet presents = new BitSet();
    private final BitSet sinces = new BitSet();
    private final BitSet instruments = new BitSet();
    private @Nullable LocalDate publication;

    Resolution(DateWords words, List<Agreement> agreements) {
        this.words = words;
        this.agreements = agreements;
        for (int i = 0; i < words.tokens.size(); i++) {
            for (Hit hit : words.hits(i)) {
                switch (hit.section()) {
                    case "instrument" -> instruments.set(hit.from());
                    case "future" -> futures.set(hit.from());
                    case "present" -> presents.set(hit.from());
                    case "since" -> sinces.set(hit.from(), hit.to());
                    default -> {}
                }
            }
        }
    }

    void publishedOn(@Nullable LocalDate day) {
        publication = day;
    }

    /** Whether the words before an expression make it the beginning of a span. */
    boolean since(DateExpression e) {
        return e.from() > 0 && sinces.get(e.from() - 1);
    }

    /** Whether it is the date by which an instrument is called, with a word for one beside it. */
    boolean instrumentCalled(DateExpression e, String iso) {
        return iso.length() > 6 && instrument(iso.substring(5)) != null && instrumentNear(e);
    }

    private boolean instrumentNear(DateExpression e) {
        int from = Math.max(0, e.from() - 4);
        int found = instruments.nextSetBit(from);
        return found >= 0 && found < Math.min(words.tokens.size(), e.to() + 2);
    }

    /** ISO date, empty where it cannot be told. */
    String iso(DateExpression e, @Nullable LocalDate anchor) {
        return switch (e.kind()) {
            case CALENDAR -> calendarIso(e);
            case MONTH_DAY -> monthDay(e);
            case VAGUE -> vague(e);
            case WEEKDAY -> publication == null ? "" : weekday(publication, e).toString();
            case RELATIVE, TODAY ->
                publication == null || (e.side() > 0 && !comes(e))
                        ? ""
                        : publication.plusDays(e.shift()).toString();
            case ANCHORED -> anchor == null ? "" : anchor.plusDays(e.shift()).toString();
            case PERIOD -> "";
        };
    }

    /** "The 5th of this month"; where no month is said, the last such day. */
    private String monthDay(DateExpression e) {
        if (publication == null) {
            return "";
        }
        YearMonth month = YearMonth.from(publication).plusMonths(e.shift());
        return e.day() > month.lengthOfMonth() ? "" : month.atDay(e.day()).toString();
    }

    private String vague(DateExpression e) {
        if (e.year() > 0) {
            return "%04d-%02d".formatted(e.year(), e.month());
        }
        if (publication != null && e.shift() != DateExpression.NO_SHIFT) {
            return "%04d-%02d".formatted(publication.getYear() + e.shift(), e.month());
        }
        return month(e);
    }

    private String calendarIso(DateExpression e) {
        if (e.month() == 0) {
            return String.valueOf(e.year());
        }
        int year = e.year() == 0 && e.side() != 0 ? sided(e) : e.year();
        if (year == 0 && publication != null && e.shift() != DateExpression.NO_SHIFT) {
            year = publication.getYear() + e.shift();
        }
        if (e.day() == 0) {
            return year == 0 ? month(e) : "%04d-%02d".formatted(year, e.month());
        }
        LocalDate date = year > 0 ? calendar(e, year) : nearest(e);
        return date == null ? "" : date.toString();
    }

    /** The year of "last September" or "next 5 April", counted from publication; 0 where that is not known. */
    private int sided(DateExpression e) {
        if (publication == null) {
            return 0;
        }
        int year = publication.getYear();
        LocalDate same = calendar(e, year);
        if (same == null) {
            return year;
        }
        boolean after = e.day() == 0 ? e.month() > publication.getMonthValue() : same.isAfter(publication);
        boolean before = e.day() == 0 ? e.month() < publication.getMonthValue() : same.isBefore(publication);
        return e.side() < 0 ? (before ? year : year - 1) : after ? year : year + 1;
    }

    /** A month without a year: the one nearest to publication. */
    private String month(DateExpression e) {
        if (publication == null) {
            return "";
        }
        int gap = e.month() - publication.getMonthValue();
        int year = publication.getYear();
        if (since(e)) {
            year -= gap > 0 ? 1 : 0;
        } else {
            year += gap > 6 ? -1 : gap < -6 ? 1 : 0;
        }
        return "%04d-%02d".formatted(year, e.month());
    }

    private @Nullable LocalDate nearest(DateExpression e) {
        if (publication == null) {
            return null;
        }
        LocalDate instrument = instrument("%02d-%02d".formatted(e.month(), e.day()));
        if (instrument != null && instrumentNear(e)) {
            return calendar(e, instrument.getYear());
        }
        boolean mayCome = instrument == null && (!since(e) || comes(e));
        LocalDate past = calendar(e, publication.getYear());
        if (past != null && past.isAfter(publication)) {
            long ahead = ChronoUnit.DAYS.between(publication, past);
            if (mayCome && (ahead <= FUTURE_DAYS || comes(e))) {
                return past;
            }
            past = calendar(e, publication.getYear() - 1);
        }
        LocalDate next = calendar(e, publication.getYear() + 1);
        boolean turn = next != null && mayCome && ChronoUnit.DAYS.between(publication, next) <= FUTURE_DAYS;
        return turn ? next : past;
    }

    private @Nullable LocalDate instrument(String day) {
        for (Agreement a : agreements) {
            LocalDate date = LocalDate.parse(a.date());
            if (a.days().contains(day) && publication != null && !date.isAfter(publication)) {
                return date;
            }
        }
        return null;
    }

    static @Nullable LocalDate calendar(DateExpression e, int year) {
        try {
            return LocalDate.of(year, Math.max(1, e.month()), Math.max(1, e.day()));
        } catch (DateTimeException impossible) {
            return null;
        }
    }

    /** The last such day, or the next where the words beside it look ahead. */
    private LocalDate weekday(LocalDate published, DateExpression e) {
        int back = Math.floorMod(published.getDayOfWeek().getValue() - e.shift(), 7);
        LocalDate last = published.minusDays(back);
        if (e.side() != 0) {
            return e.side() > 0 ? last.plusDays(7) : back == 0 ? last.minusDays(7) : last;
        }
        return !since(e) && comes(e) ? last.plusDays(7) : last;
    }

    /** Whether a word that looks ahead stands before the expression in its sentence, or right after it. */
    private boolean comes(DateExpression e) {
        boolean deadline = deadline(e.from() - 1) || deadline(e.from() - 2);
        if (deadline && words.lang.family() != Lang.Family.ARABIC) {
            return !past(e);
        }
        for (int i = e.from() - 1; i >= Math.max(0, e.from() - LOOK_BACK); i--) {
            boolean hour = i > 0
                    && words.tokens.get(i).is('.')
                    && words.tokens.get(i - 1).form().length() == 1;
            if (words.tokens.get(i + 1).startsLine() || (words.tokens.get(i).isAny(".:;؛!?؟") && !hour)) {
                break;
            }
            if (futures.get(i) || (toCome(i) && e.from() - i <= NEAR) || (presents.get(i) && opens(i))) {
                return !past(e);
            }
        }
        for (int i = e.to(); i < e.to() + LOOK_AHEAD && words.here(i); i++) {
            if (words.mark(i, ".;؛!?؟,،") || APART.contains(words.tokens.get(i).form())) {
                return false;
            }
            if (futures.get(i) || toCome(i)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a word opens its sentence. */
    private boolean opens(int i) {
        return i == 0
                || words.tokens.get(i).startsLine()
                || words.tokens.get(i - 1).isAny(".!?؟؛");
    }

    private boolean deadline(int i) {
        Hit hit = i < 0 ? null : words.hit(i, "deadline");
        return hit != null && !words.tokens.get(i + 1).startsLine();
    }

    /** Arabic future prefix: "سيصل", "وسيُمشَّط", "ستبدأ". */
    private boolean toCome(int i) {
        if (words.lang != Lang.ARABIC || !words.tokens.get(i).word()) {
            return false;
        }
        String form = words.tokens.get(i).form();
        int at = form.startsWith("و") || form.startsWith("ف") ? 1 : 0;
        return form.length() > at + 4
                && form.charAt(at) == 'س'
                && "يتن".indexOf(form.charAt(at + 1)) >= 0
                && NOT_TO_COME.stream().noneMatch(form.substring(at)::startsWith);
    }

    /** Whether a past tense follows: "их в четверг привёз", "by Thursday not a shot had been heard". */
    private boolean past(DateExpression e) {
        for (int i = e.to(); i < e.to() + NEAR && words.here(i) && !words.mark(i, ".;!?"); i++) {
            String form = words.tokens.get(i).form();
            boolean russian = words.lang == Lang.RUSSIAN && i == e.to() && form.length() > 4;
            if ((russian && PAST.stream().anyMatch(form::endsWith))
                    || (words.lang == Lang.ENGLISH && HAD.contains(form))) {
                return true;
            }
        }
        return false;
    }
}
