package org.truce.reading.dates;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.truce.reading.dates.DateExpression.Kind;
import org.truce.reading.lexicon.Hit;
import org.truce.reading.page.Page;
import org.truce.reading.page.Part;
import org.truce.reading.page.Role;
import org.truce.reading.text.Lang;
import org.truce.reading.text.Quote;
import org.truce.reading.text.Token;
import org.truce.reading.text.Within;
import org.truce.reading.theatre.Agreement;

/**
 * The dates of a text: found first ({@link #find}), then, when the page is known, resolved against the date of
 * publication ({@link #resolve}). One instance reads one text.
 */
public final class Dates {
    private static final int MOST_CONSULTED = 100;

    private static final Pattern ADDRESS =
            Pattern.compile("://\\S{1,80}?/((?:19|20)\\d\\d)[/-](\\d\\d)[/-](\\d\\d)\\b");

    /** The year of the copyright; -1 while nobody has looked. */
    private int footYear = -1;

    private final List<Token> tokens;
    private final DateWords words;
    private final List<DateExpression> expressions;
    private final Clock clock;
    private final Resolution resolution;
    private final List<PeriodMention> periods = new ArrayList<>();
    private final BitSet covered = new BitSet();
    private final BitSet dated = new BitSet();
    private final BitSet weekdays = new BitSet();
    /** So many lines below the headline its date is looked for first. */
    private static final int NEAR_TITLE = 6;

    private @Nullable LocalDate publication;
    private String publicationRule = "";

    private Dates(String text, List<Token> tokens, Lang lang, List<Agreement> agreements) {
        this.tokens = tokens;
        this.words = new DateWords(text, tokens, lang);
        this.expressions = DateFinder.find(words);
        this.clock = new Clock(words);
        this.resolution = new Resolution(words, agreements);
        for (DateExpression e : expressions) {
            covered.set(e.from(), e.to());
            if (e.kind() != Kind.PERIOD) {
                dated.set(e.from(), e.to());
            }
        }
        for (int i = 0; i < tokens.size(); i++) {
            for (Hit hit : words.hits(i)) {
                if (hit.section().equals("weekday") || hit.section().equals("weekday-short")) {
                    weekdays.set(hit.from(), hit.to());
                }
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

    /** Whether a token stands within a date or the words of a span of time. */
    public boolean covers(int token) {
        return covered.get(token);
    }

    /** Whether a token stands within a date. */
    public boolean dated(int token) {
        return dated.get(token);
    }

    /** ISO date of publication, empty where the page has none; set by {@link #resolve}. */
    public String publication() {
        return publication == null ? "" : publication.toString();
    }

    /** What gave the date of publication, empty where there is none; set by {@link #resolve}. */
    public String publicationRule() {
        return publicationRule;
    }

    /** Spans of time and days told roughly, in the story and its title; set by {@link #resolve}. */
    public List<PeriodMention> periods() {
        return periods;
    }

    /**
     * The dates of the page's story, head and captions, resolved; those of furniture are left out.
     *
     * @param told ISO date of publication that the page's own metadata give, empty if none
     */
    public List<DateMention> resolve(Page page, String told) {
        publication = told.isEmpty() ? publicationOf(page) : LocalDate.parse(told);
        publicationRule = told.isEmpty() ? publicationRule : "publication.metadata";
        resolution.publishedOn(publication);
        List<DateMention> out = new ArrayList<>();
        LocalDate anchor = publication;
        int next = 0;
        for (Part part : page.parts()) {
            boolean named = false;
            while (next < expressions.size()
                    && expressions.get(next).from() < part.line().to()) {
                DateExpression e = expressions.get(next++);
                boolean read = part.role() != Role.FURNITURE && part.role() != Role.CREDIT;
                boolean back = e.kind() == Kind.ANCHORED && e.shift() < 0 && !named;
                DateMention mention = read ? mention(e, part, back ? publication : anchor) : null;
                if (mention != null) {
                    out.add(mention);
                    boolean own = part.role() == Role.BODY && mention.iso().length() == 10;
                    anchor = own ? LocalDate.parse(mention.iso()) : anchor;
                    named |= own;
                }
            }
        }
        return out;
    }

    private @Nullable DateMention mention(DateExpression e, Part part, @Nullable LocalDate anchor) {
        boolean story = part.role() == Role.BODY || part.role() == Role.TITLE || part.role() == Role.CAPTION;
        int start = tokens.get(e.from()).start();
        int end = tokens.get(e.to() - 1).end();
        if (e.kind() == Kind.PERIOD) {
            if (story && publication != null) {
                periods.add(
                        new PeriodMention(e.from(), e.to(), start, end, Spans.edtf(e.span(), publication), e.rule()));
            }
            return null;
        }
        String iso = resolution.iso(e, anchor);
        if (iso.isEmpty()) {
            return null;
        }
        String edtf = iso;
        if (e.kind() == Kind.VAGUE) {
            edtf = Spans.third(YearMonth.parse(iso), e.span());
            periods.add(new PeriodMention(e.from(), e.to(), start, end, edtf, e.rule()));
        } else if (iso.length() == 10) {
            Clock.Time time = clock.beside(e);
            edtf = time == null ? iso : time.on(iso);
        }
        boolean named = (e.kind() != Kind.TODAY || (e.shift() == 0 && part.role() == Role.BODY && !quoted(part, e)))
                && e.kind() != Kind.VAGUE
                && (iso.length() > 4 || part.role() == Role.BODY || part.role() == Role.CAPTION);
        return new DateMention(
                e.from(),
                e.to(),
                start,
                end,
                iso,
                named,
                resolution.instrumentCalled(e, iso),
                resolution.since(e),
                edtf,
                e.rule());
    }

    /** "Today" in somebody's mouth is mostly no day. */
    private static boolean quoted(Part part, DateExpression e) {
        int after = Within.first(part.quotes(), Quote::open, e.from() + 1);
        return after > 0 && part.quotes().get(after - 1).holds(e.from());
    }

    /** The date of a line of data just below the headline: above it the day of viewing may stand. */
    private @Nullable LocalDate besideTitle(Page page) {
        int below = -1;
        for (Part part : page.parts()) {
            below = part.role() == Role.TITLE ? 0 : below < 0 ? below : below + 1;
            LocalDate date = part.role() == Role.META && below > 0 && below <= NEAR_TITLE ? first(page, part) : null;
            if (date != null) {
                return date;
            }
        }
        return null;
    }

    private @Nullable LocalDate publicationOf(Page page) {
        LocalDate beside = besideTitle(page);
        if (beside != null) {
            publicationRule = "publication.meta";
            return beside;
        }
        for (Role role : List.of(Role.META, Role.HEAD, Role.TITLE)) {
            for (Part part : page.parts()) {
                LocalDate date = part.role() == role ? first(page, part) : null;
                if (date != null) {
                    publicationRule = "publication." + role.name().toLowerCase(java.util.Locale.ROOT);
                    return date;
                }
            }
        }
        int bodies = 0;
        for (Part part : page.parts()) {
            if (part.role() == Role.BODY && bodies++ < 2) {
                LocalDate date = first(page, part);
                if (date != null) {
                    publicationRule = "publication.opening";
                    return date;
                }
            }
        }
        for (DateExpression e : expressions) {
            LocalDate date = e.full() ? Resolution.calendar(e, e.year()) : null;
            if (date != null) {
                publicationRule = "publication.first date";
                return date;
            }
        }
        LocalDate address = ofAddress(page.text());
        publicationRule = address == null ? publicationRule : "publication.address";
        return address;
    }

    private @Nullable LocalDate first(Page page, Part part) {
        @Nullable LocalDate revised = null;
        for (DateExpression e : Within.of(
                expressions,
                DateExpression::from,
                part.line().from(),
                part.line().to())) {
            if (e.kind() == Kind.CALENDAR && e.day() > 0) {
                LocalDate date = e.full() ? Resolution.calendar(e, e.year()) : undatedYear(e);
                date = date == null && !e.full() && part.role() != Role.TITLE ? ofFoot(page, e) : date;
                if (date != null && page.revised(e.from())) {
                    revised = revised == null ? date : revised;
                } else if (date != null) {
                    return date;
                }
            }
        }
        return revised;
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
                LocalDate date = Resolution.calendar(e, year);
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

    /** The day in the address of the page, as in "https://hill-post.org/2022/04/19/talks". */
    private static @Nullable LocalDate ofAddress(String text) {
        Matcher matcher = ADDRESS.matcher(text);
        if (!matcher.find()) {
            return null;
        }
        try {
            return LocalDate.of(
                    Integer.parseInt(matcher.group(1)),
                    Integer.parseInt(matcher.group(2)),
                    Integer.parseInt(matcher.group(3)));
        } catch (DateTimeException impossible) {
            return null;
        }
    }

    /** A day and month without a year on a page whose only year is that of its copyright. */
    private @Nullable LocalDate ofFoot(Page page, DateExpression e) {
        int year = footYear < 0 ? 0 : footYear;
        for (Part part : footYear < 0 ? page.parts() : List.<Part>of()) {
            for (int t = part.line().from();
                    part.role() == Role.FURNITURE && t < part.line().to();
                    t++) {
                String form = tokens.get(t).form();
                boolean number = tokens.get(t).number() && form.length() == 4;
                year = number && form.startsWith("20") ? Math.max(year, Integer.parseInt(form)) : year;
            }
        }
        footYear = year;
        return year == 0 ? null : Resolution.calendar(e, year);
    }

    private static boolean before(LocalDate date, DateExpression other) {
        LocalDate theirs = Resolution.calendar(other, other.year());
        return theirs != null && date.isBefore(theirs);
    }

    private int weekdayBefore(DateExpression e) {
        for (int i = Math.max(0, e.from() - 2); i < e.from(); i++) {
            for (Hit hit : words.hits(i)) {
                if (hit.section().equals("weekday") || hit.section().equals("weekday-short")) {
                    return hit.value().charAt(0) - '0';
                }
            }
        }
        return 0;
    }
}
