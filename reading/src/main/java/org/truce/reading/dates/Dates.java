package org.truce.reading.dates;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.truce.reading.dates.DateExpression.Kind;
import org.truce.reading.lexicon.Hit;
import org.truce.reading.lexicon.Language;
import org.truce.reading.page.Page;
import org.truce.reading.page.Part;
import org.truce.reading.page.Role;
import org.truce.reading.text.Lang;
import org.truce.reading.text.Token;
import org.truce.reading.text.Within;
import org.truce.reading.theatre.Agreement;

/**
 * The dates of a text: found first ({@link #find}), then, when the page is known, resolved against the date of
 * publication ({@link #resolve}). One instance reads one text.
 */
public final class Dates {
    private static final int FUTURE_DAYS = 60;
    private static final int MOST_CONSULTED = 100;
    private static final int LOOK_BACK = 12;

    private final List<DateExpression> expressions;
    private final BitSet covered = new BitSet();
    private final BitSet weekdays = new BitSet();
    private final BitSet sinces = new BitSet();
    private final BitSet futures = new BitSet();
    private final Map<Integer, Boolean> instruments = new HashMap<>();
    private final List<Token> tokens;
    private final List<Agreement> agreements;
    private @Nullable LocalDate publication;

    private Dates(String text, List<Token> tokens, Lang lang, List<Agreement> agreements) {
        this.tokens = tokens;
        this.agreements = agreements;
        this.expressions = DateFinder.find(text, tokens, lang);
        for (DateExpression e : expressions) {
            covered.set(e.from(), e.to());
        }
        for (Hit hit : Language.of(lang, "dates").find(tokens)) {
            if (hit.section().equals("instrument")) {
                instruments.put(hit.from(), true);
            } else if (hit.section().equals("future")) {
                futures.set(hit.from());
            } else if (hit.section().equals("since")) {
                sinces.set(hit.from(), hit.to());
            } else if (hit.section().equals("weekday")) {
                weekdays.set(hit.from(), hit.to());
            }
        }
    }

    /** Finds date expressions. */
    public static Dates find(String text, List<Token> tokens, Lang lang, List<Agreement> agreements) {
        return new Dates(text, tokens, lang, agreements);
    }

    /** Whether a token is the name of a day of the week. */
    public boolean weekday(int token) {
        return weekdays.get(token);
    }

    /** Whether a token stands within a date. */
    public boolean covers(int token) {
        return covered.get(token);
    }

    /** ISO date of publication, empty where the page has none; set by {@link #resolve}. */
    public String publication() {
        return publication == null ? "" : publication.toString();
    }

    /** The dates of the page's story, head and captions, resolved; those of furniture are left out. */
    public List<DateMention> resolve(Page page) {
        publication = publicationOf(page);
        List<DateMention> out = new ArrayList<>();
        LocalDate anchor = publication;
        int next = 0;
        for (Part part : page.parts()) {
            anchor = publication;
            while (next < expressions.size()
                    && expressions.get(next).from() < part.line().to()) {
                DateExpression e = expressions.get(next++);
                boolean read = part.role() != Role.FURNITURE && part.role() != Role.CREDIT;
                String iso = read ? iso(e, anchor) : "";
                if (iso.isEmpty()) {
                    continue;
                }
                boolean named = e.kind() != Kind.TODAY
                        && e.kind() != Kind.VAGUE
                        && (iso.length() > 4 || part.role() == Role.BODY);
                int start = tokens.get(e.from()).start();
                boolean called = iso.length() > 6
                        && instrument(iso.substring(5)) != null
                        && DateFinder.instrumentNear(tokens, instruments, e);
                boolean since = e.from() > 0 && sinces.get(e.from() - 1);
                out.add(new DateMention(
                        e.from(), e.to(), start, tokens.get(e.to() - 1).end(), iso, named, called, since));
                boolean own = part.role() == Role.BODY && iso.length() == 10;
                anchor = own ? LocalDate.parse(iso) : anchor;
            }
        }
        return out;
    }

    private @Nullable LocalDate publicationOf(Page page) {
        for (Role role : List.of(Role.META, Role.HEAD, Role.TITLE)) {
            for (Part part : page.parts()) {
                LocalDate date = part.role() == role ? first(part) : null;
                if (date != null) {
                    return date;
                }
            }
        }
        int bodies = 0;
        for (Part part : page.parts()) {
            if (part.role() == Role.BODY && bodies++ < 2) {
                LocalDate date = first(part);
                if (date != null) {
                    return date;
                }
            }
        }
        for (DateExpression e : expressions) {
            LocalDate date = e.full() ? calendar(e, e.year()) : null;
            if (date != null) {
                return date;
            }
        }
        return null;
    }

    private @Nullable LocalDate first(Part part) {
        for (DateExpression e : Within.of(
                expressions,
                DateExpression::from,
                part.line().from(),
                part.line().to())) {
            if (e.kind() == Kind.CALENDAR && e.day() > 0) {
                LocalDate date = e.full() ? calendar(e, e.year()) : undatedYear(e);
                if (date != null) {
                    return date;
                }
            }
        }
        return null;
    }

    /** A day and month without a year: a year that the text names elsewhere, checked against a weekday beside it. */
    private @Nullable LocalDate undatedYear(DateExpression e) {
        LocalDate best = null;
        int weekday = weekdayBefore(e);
        for (DateExpression other : expressions.subList(0, Math.min(expressions.size(), MOST_CONSULTED))) {
            if (!other.full()) {
                continue;
            }
            for (int year = other.year() + 1; year >= other.year(); year--) {
                LocalDate date = calendar(e, year);
                boolean fits =
                        date != null && (weekday == 0 || date.getDayOfWeek().getValue() == weekday);
                boolean notBefore = date != null && other.day() > 0 && !before(date, other);
                if (fits && date != null && (best == null || (notBefore && date.isBefore(best)))) {
                    best = date;
                }
            }
        }
        return best;
    }

    private static boolean before(LocalDate date, DateExpression other) {
        LocalDate theirs = calendar(other, other.year());
        return theirs != null && date.isBefore(theirs);
    }

    private int weekdayBefore(DateExpression e) {
        for (int i = Math.max(0, e.from() - 2); i < e.from(); i++) {
            for (Hit hit : weekdays(i)) {
                return Integer.parseInt(hit.value());
            }
        }
        return 0;
    }

    private List<Hit> weekdays(int i) {
        List<Token> one = tokens.subList(i, Math.min(i + 1, tokens.size()));
        List<Hit> out = new ArrayList<>();
        for (Lang lang : Lang.values()) {
            for (Hit hit : Language.of(lang, "dates").find(one)) {
                if (hit.section().equals("weekday")) {
                    out.add(hit);
                }
            }
        }
        return out;
    }

    private String iso(DateExpression e, @Nullable LocalDate anchor) {
        return switch (e.kind()) {
            case CALENDAR -> calendarIso(e);
            case VAGUE -> vague(e);
            case WEEKDAY -> publication == null ? "" : weekday(publication, e).toString();
            case RELATIVE, TODAY ->
                publication == null ? "" : publication.plusDays(e.shift()).toString();
            case ANCHORED -> anchor == null ? "" : anchor.plusDays(e.shift()).toString();
        };
    }

    private String vague(DateExpression e) {
        LocalDate near = e.year() > 0 ? calendar(e, e.year()) : nearest(e);
        return near == null ? "" : near.toString().substring(0, 7);
    }

    private String calendarIso(DateExpression e) {
        if (e.month() == 0) {
            return String.valueOf(e.year());
        }
        int year = e.year();
        if (year == 0 && publication != null && e.shift() != DateExpression.NO_SHIFT) {
            year = publication.getYear() + e.shift();
        }
        if (e.day() == 0) {
            return year == 0 ? month(e) : "%04d-%02d".formatted(year, e.month());
        }
        LocalDate date = year > 0 ? calendar(e, year) : nearest(e);
        return date == null ? "" : date.toString();
    }

    /** A month without a year: the one nearest to publication. */
    private String month(DateExpression e) {
        if (publication == null) {
            return "";
        }
        int gap = e.month() - publication.getMonthValue();
        int year = publication.getYear() + (gap > 6 ? -1 : gap < -6 ? 1 : 0);
        return "%04d-%02d".formatted(year, e.month());
    }

    private @Nullable LocalDate nearest(DateExpression e) {
        if (publication == null) {
            return null;
        }
        String day = "%02d-%02d".formatted(e.month(), e.day());
        LocalDate instrument = instrument(day);
        if (instrument != null && DateFinder.instrumentNear(tokens, instruments, e)) {
            return calendar(e, instrument.getYear());
        }
        LocalDate past = calendar(e, publication.getYear());
        if (past != null && past.isAfter(publication)) {
            long ahead = ChronoUnit.DAYS.between(publication, past);
            if (ahead <= FUTURE_DAYS && instrument == null) {
                return past;
            }
            past = calendar(e, publication.getYear() - 1);
        }
        LocalDate next = calendar(e, publication.getYear() + 1);
        boolean turn = next != null && ChronoUnit.DAYS.between(publication, next) <= FUTURE_DAYS && instrument == null;
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

    private static @Nullable LocalDate calendar(DateExpression e, int year) {
        try {
            return LocalDate.of(year, Math.max(1, e.month()), Math.max(1, e.day()));
        } catch (DateTimeException impossible) {
            return null;
        }
    }

    /** The last such day, or the next where the words before it look ahead. */
    private LocalDate weekday(LocalDate published, DateExpression e) {
        LocalDate last = lastWeekday(published, e.shift());
        for (int i = e.from() - 1; i >= Math.max(0, e.from() - LOOK_BACK); i--) {
            if (tokens.get(i + 1).startsLine() || tokens.get(i).isAny(".;؛!?؟")) {
                return last;
            }
            if (futures.get(i)) {
                return last.plusDays(7);
            }
        }
        return last;
    }

    private static LocalDate lastWeekday(LocalDate publication, int weekday) {
        int back = Math.floorMod(publication.getDayOfWeek().getValue() - weekday, 7);
        return publication.minusDays(back);
    }
}
