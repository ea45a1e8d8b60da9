package org.truce.publication.review;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.truce.model.Invalid;
import org.truce.model.Text;
import org.truce.model.entry.Span;
import org.truce.model.id.PlaceId;
import org.truce.model.kind.Body;
import org.truce.model.kind.Named;
import org.truce.model.kind.Statement.ClaimMade;
import org.truce.model.kind.Statement.Comparator;
import org.truce.model.kind.Statement.Event;
import org.truce.model.kind.Statement.EventReported;
import org.truce.model.kind.Statement.Measure;
import org.truce.model.kind.Statement.Quantity;
import org.truce.model.kind.Statement.SpeechMode;
import org.truce.model.kind.Statement.StatementMade;
import org.truce.model.kind.Statement.Status;
import org.truce.model.kind.Statement.Template;
import org.truce.model.place.Where;
import org.truce.model.quantity.Amount;
import org.truce.model.quantity.Qualifier;
import org.truce.model.quantity.Unit;
import org.truce.model.time.Edtf;
import org.truce.model.time.Occurred;
import org.truce.reading.Reading;

/** The facts of a reading as the bodies that they become when a person accepts them. Pure. */
public final class Facts {
    private static final GeometryFactory GEOMETRY = new GeometryFactory();

    private final Reading reading;
    private final int[] codePoints;
    private final NameIndex names;

    private Facts(Reading reading, String text, NameIndex names) {
        this.reading = reading;
        this.codePoints = text.codePoints().toArray();
        this.names = names;
    }

    /**
     * One fact.
     *
     * @param path its list and place in the reading
     * @param span its words
     * @param body what it becomes
     * @param occurred when, where the reading says
     * @param where where, where the reading says
     */
    public record Fact(
            String path,
            Span span,
            Body body,
            @Nullable Occurred occurred,
            @Nullable Where where) {}

    /** Every fact of a reading that can stand as an entry; the others stay proposals. */
    public static List<Fact> of(Reading reading, String text, NameIndex names) {
        Facts facts = new Facts(reading, text, names);
        List<Fact> all = new ArrayList<>();
        each("statements", reading.statements(), facts::statement, all);
        each("events", reading.events(), facts::event, all);
        each("claims", reading.claims(), facts::claim, all);
        return all;
    }

    private interface Making<T> {
        Fact of(String path, T one);
    }

    private static <T> void each(String list, List<T> facts, Making<T> making, List<Fact> out) {
        for (int i = 0; i < facts.size(); i++) {
            possible(making, list + "/" + i, facts.get(i)).ifPresent(out::add);
        }
    }

    /** What the machine read and cannot be stays a proposal, where a person sees it. */
    private static <T> Optional<Fact> possible(Making<T> making, String path, T fact) {
        try {
            return Optional.of(making.of(path, fact));
        } catch (Invalid e) {
            return Optional.empty();
        }
    }

    private Fact statement(String path, Reading.Statement statement) {
        Reading.Speaker speaker = statement.speaker();
        String name = speaker.normalised();
        Named named = name == null ? null : named(name, speaker.role());
        Body body = new StatementMade(
                named,
                statement.direct() ? SpeechMode.DIRECT : SpeechMode.INDIRECT,
                Text.of(reading.lang(), statement.text()),
                reading.lang(),
                orNull(statement.verb()));
        return new Fact(path, span(statement.span()), body, occurred(reading.publicationDate()), null);
    }

    private Fact event(String path, Reading.Event event) {
        List<Quantity> quantities = new ArrayList<>();
        for (Reading.Figure number : event.quantities()) {
            Amount amount = amount(number);
            if (amount != null) {
                quantities.add(new Quantity(number.name().isEmpty() ? "number" : number.name(), amount));
            }
        }
        String accused = event.accused();
        String accuser = event.accuser();
        Body body = new EventReported(
                word(Event::valueOf, event.type()),
                word(Status::valueOf, event.status()),
                Text.of(reading.lang(), words(event.span())),
                List.of(),
                accused == null ? null : named(accused, null),
                accuser == null ? null : named(accuser, null),
                quantities);
        return new Fact(path, span(event.span()), body, occurred(event.date()), where(event.place()));
    }

    private Fact claim(String path, Reading.Claim claim) {
        String speaker = claim.speaker();
        Body body = new ClaimMade(
                word(Template::valueOf, template(claim.template())),
                speaker == null ? null : named(speaker, null),
                Text.of(reading.lang(), claim.text()),
                claim.checkable() ? comparator(claim.comparator()) : null,
                claim.checkable() && !claim.value().isEmpty() ? (Double) Double.parseDouble(claim.value()) : null,
                measure(claim.unit()),
                claim.event().isEmpty() ? null : word(Event::valueOf, claim.event()),
                claim.actor() == null ? null : names.actor(claim.actor()).orElse(null),
                day(claim.since()),
                day(claim.until()),
                null,
                null);
        Where area = claim.place().isEmpty() ? null : new Where(new PlaceId(claim.place()), null, null);
        return new Fact(path, span(claim.span()), body, occurred(reading.publicationDate()), area);
    }

    private static @Nullable Comparator comparator(String sign) {
        return switch (sign) {
            case "=" -> Comparator.EQUAL;
            case "~" -> Comparator.ABOUT;
            case "<" -> Comparator.LESS;
            case "<=" -> Comparator.AT_MOST;
            case ">" -> Comparator.MORE;
            case ">=" -> Comparator.AT_LEAST;
            default -> null;
        };
    }

    private static @Nullable Measure measure(String unit) {
        return switch (unit) {
            case "" -> Measure.COUNT;
            case "%" -> Measure.PERCENT;
            case "km" -> Measure.KILOMETRES;
            case "hours" -> Measure.HOURS;
            default -> null;
        };
    }

    /** A day in full; a month or year alone bounds no period. */
    private static @Nullable LocalDate day(String iso) {
        return iso.length() == "2021-09-28".length() ? LocalDate.parse(iso) : null;
    }

    /** The record has one template for persons who moved, whichever way. */
    private static String template(String read) {
        return read.equals("persons-returned") || read.equals("persons-released") ? "persons-moved" : read;
    }

    private static <T> T word(Function<String, T> parse, String text) {
        try {
            return parse.apply(text.toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException e) {
            throw new Invalid("unknown-word", "\"" + text + "\" is no word of the vocabulary.");
        }
    }

    private Named named(String name, @Nullable String role) {
        return new Named(names.actor(name).orElse(null), name, role == null ? null : orNull(role));
    }

    private static @Nullable String orNull(String text) {
        return text.isBlank() ? null : text;
    }

    private static @Nullable Occurred occurred(@Nullable String date) {
        return date == null || date.isBlank() ? null : new Occurred(new Edtf(date), null);
    }

    private @Nullable Where where(Reading.@Nullable Point place) {
        if (place == null) {
            return null;
        }
        return names.place(place.normalised())
                .map(id -> new Where(id, null, null))
                .orElseGet(() -> new Where(null, GEOMETRY.createPoint(new Coordinate(place.lon(), place.lat())), null));
    }

    private static Span span(org.truce.reading.Span span) {
        return new Span(span.start(), span.end());
    }

    private String words(org.truce.reading.Span span) {
        int end = Math.min(span.end(), codePoints.length);
        return new String(codePoints, span.start(), Math.max(0, end - span.start())).strip();
    }

    /** A number in the record's units; null where it has no such unit. */
    private static @Nullable Amount amount(Reading.Figure number) {
        double value = new BigDecimal(number.value()).doubleValue();
        Qualifier qualifier = switch (number.qualifier()) {
            case "at least", "more than" -> Qualifier.AT_LEAST;
            case "at most", "less than", "up to" -> Qualifier.AT_MOST;
            case "about" -> Qualifier.ABOUT;
            default -> null;
        };
        Scaled scaled = scaled(number.unit().isEmpty() ? number.name() : number.unit());
        return scaled == null || (scaled.unit.countable() && value != Math.rint(value))
                ? null
                : new Amount(value * scaled.by, scaled.unit, qualifier, null, null);
    }

    private record Scaled(Unit unit, double by) {}

    private static @Nullable Scaled scaled(String unit) {
        return switch (unit) {
            case "persons", "captives", "children", "soldiers", "killed", "wounded" -> new Scaled(Unit.PERSONS, 1);
            case "convoys" -> new Scaled(Unit.CONVOYS, 1);
            case "vehicles" -> new Scaled(Unit.VEHICLES, 1);
            case "posts" -> new Scaled(Unit.POSTS, 1);
            case "violations" -> new Scaled(Unit.VIOLATIONS, 1);
            case "houses" -> new Scaled(Unit.BUILDINGS, 1);
            case "explosions" -> new Scaled(Unit.ACTS, 1);
            case "items", "districts", "routes", "count", "" -> new Scaled(Unit.ITEMS, 1);
            case "hectares" -> new Scaled(Unit.SQUARE_METRES, 10_000);
            case "km" -> new Scaled(Unit.METRES, 1_000);
            case "tonnes" -> new Scaled(Unit.TONNES, 1);
            default -> null;
        };
    }
}
