package org.truce.reading.proposer;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.truce.model.Problem;
import org.truce.model.ProblemException;
import org.truce.reading.Reading;
import org.truce.reading.Span;
import org.truce.reading.quantities.Numbers;
import org.truce.reading.text.Lang;
import org.truce.reading.text.Tokenizer;

/**
 * Believes nothing of what a model proposes. Pure and deterministic: the same text, reading and answer give the same
 * result, so that a logged answer is replayed without the model. Cost: linear in the text for each proposal.
 */
public final class Verifier {
    private static final Set<String> TYPES = Set.of(
            "ceasefire_violation",
            "casualty",
            "deployment",
            "withdrawal",
            "territory_transfer",
            "demining",
            "detainee_release",
            "detainee_held",
            "refugee_return",
            "corridor_traffic",
            "corridor_obstruction",
            "meeting",
            "visit",
            "agreement_signed",
            "infrastructure",
            "aid");
    private static final Set<String> STATUSES = Set.of("asserted", "denied", "planned");
    private static final int LONGEST_QUOTE = 1200;
    private static final int SHORTEST_QUOTE = 8;

    private final String text;
    private final Reading reading;
    private final Lang lang;

    private Verifier(String text, Reading reading) {
        this.text = text;
        this.reading = reading;
        this.lang = Lang.of(text);
    }

    /**
     * What is left of an answer.
     *
     * @param text the text that was read
     * @param reading what our own reader read in it
     * @param logged the question and the answer
     */
    public static Proposed check(String text, Reading reading, Logged logged) {
        List<Reading.Event> events = new ArrayList<>();
        List<Problem> refused = new ArrayList<>();
        if (!logged.questionHash().equals(Question.about(text).hash())) {
            refused.add(new Problem("other-text", "answer", "The answer is to a question about another text."));
            return new Proposed(logged.model(), logged.questionHash(), logged.answerHash(), events, refused);
        }
        try {
            Verifier verifier = new Verifier(text, reading);
            List<Proposal> proposals = Answers.proposals(logged.answer());
            for (int i = 0; i < proposals.size(); i++) {
                try {
                    events.add(verifier.event(proposals.get(i)));
                } catch (ProblemException e) {
                    refused.add(e.problem().within("events/" + i));
                }
            }
        } catch (ProblemException e) {
            refused.add(e.problem());
        }
        return new Proposed(logged.model(), logged.questionHash(), logged.answerHash(), events, refused);
    }

    private static ProblemException refused(String code, String place, String sentence) {
        return new ProblemException(new Problem(code, place, sentence));
    }

    private Reading.Event event(Proposal proposal) {
        if (!TYPES.contains(proposal.type()) || !STATUSES.contains(proposal.status())) {
            throw refused("unknown-word", "type", "The type or status is none of the vocabulary.");
        }
        int start = located(proposal.evidence());
        int end = start + proposal.evidence().quote().length();
        Polarity.check(text, lang, start, end, proposal.status());
        return new Reading.Event(
                proposal.type(),
                proposal.status(),
                date(proposal.date(), start, end),
                place(proposal.place(), start, end),
                actor(proposal.accused(), "accused", start, end),
                actor(proposal.accuser(), "accuser", start, end),
                figures(proposal.quantities(), start, end),
                span(start, end),
                Proposed.MARK,
                new Reading.Explanation(Proposed.MARK, 0));
    }

    /** Where the evidence stands, as a UTF-16 index: where the model says, or at its only occurrence. */
    private int located(Proposal.Evidence evidence) {
        String quote = evidence.quote();
        if (quote.length() < SHORTEST_QUOTE || quote.length() > LONGEST_QUOTE) {
            throw refused("no-evidence", "evidence", "The quote is missing, or too short or too long to be evidence.");
        }
        int points = text.codePointCount(0, text.length());
        if (evidence.start() >= 0 && evidence.start() < points) {
            int at = text.offsetByCodePoints(0, evidence.start());
            int end = evidence.start() + quote.codePointCount(0, quote.length());
            if (end == evidence.end() && text.startsWith(quote, at)) {
                return whole(at, quote, "evidence");
            }
        }
        int first = text.indexOf(quote);
        if (first < 0) {
            throw refused("quote-not-found", "evidence", "The quote is not in the text letter by letter.");
        }
        if (text.indexOf(quote, first + 1) >= 0) {
            throw refused(
                    "quote-ambiguous",
                    "evidence",
                    "The quote stands several times in the text, none where it is said.");
        }
        return whole(first, quote, "evidence");
    }

    /** A quote that begins or ends within a word or number shows something that is not there: "3" of "43". */
    private int whole(int at, String quote, String place) {
        int end = at + quote.length();
        if ((at > 0 && joined(at - 1, at)) || (end < text.length() && joined(end - 1, end))) {
            throw refused("cuts-a-word", place, "The quote begins or ends within a word or a number.");
        }
        return at;
    }

    private boolean joined(int left, int right) {
        char a = text.charAt(left);
        char b = text.charAt(right);
        boolean letters = Character.isLetterOrDigit(a) && Character.isLetterOrDigit(b);
        boolean number = (Character.isDigit(a) && separates(b) && digit(right + 1))
                || (separates(a) && Character.isDigit(b) && digit(left - 1));
        return letters || number || Character.isLowSurrogate(b);
    }

    private static boolean separates(char c) {
        return ".,:٫٬\u00A0\u202F".indexOf(c) >= 0;
    }

    private boolean digit(int i) {
        return i >= 0 && i < text.length() && Character.isDigit(text.charAt(i));
    }

    /** Where a slot's words stand within the evidence. */
    private Span within(Proposal.Slot slot, String place, int start, int end) {
        int at = text.indexOf(slot.quote(), start);
        if (at < 0 || at + slot.quote().length() > end) {
            throw refused("quote-not-found", place, "The words for this value are not in the evidence.");
        }
        whole(at, slot.quote(), place);
        return span(at, at + slot.quote().length());
    }

    private Span span(int start, int end) {
        int first = text.codePointCount(0, start);
        return new Span(first, first + text.codePointCount(start, end));
    }

    /** The values that our reader found within the words of a slot. */
    private static <T> List<T> found(List<T> all, Function<T, List<Span>> spans, Span in) {
        return all.stream()
                .filter(one -> spans.apply(one).stream()
                        .anyMatch(span -> span.start() >= in.start() && span.end() <= in.end()))
                .toList();
    }

    private static <T> T only(List<T> found, Predicate<T> proposed, String code, String place) {
        List<T> agreeing = found.stream().filter(proposed).toList();
        if (agreeing.isEmpty() || agreeing.size() < found.size()) {
            throw refused(code, place, "Our own reader does not find this value, and only this one, in these words.");
        }
        return agreeing.getFirst();
    }

    private @Nullable String date(Proposal.@Nullable Slot slot, int start, int end) {
        if (slot == null) {
            return null;
        }
        Span in = within(slot, "date", start, end);
        return only(
                        found(reading.dates(), Reading.Date::spans, in),
                        date -> date.iso().equals(slot.value()),
                        "date-disagrees",
                        "date")
                .iso();
    }

    private Reading.@Nullable Point place(Proposal.@Nullable Slot slot, int start, int end) {
        if (slot == null) {
            return null;
        }
        Span in = within(slot, "place", start, end);
        Reading.Location place = only(
                found(reading.places(), Reading.Location::spans, in),
                one -> one.normalised().equalsIgnoreCase(slot.value())
                        || one.key().equals(slot.value()),
                "no-such-place",
                "place");
        return new Reading.Point(place.normalised(), place.lat(), place.lon());
    }

    private static boolean names(Proposal.Slot slot, String normalised, String surface) {
        return normalised.equalsIgnoreCase(slot.value()) || surface.equalsIgnoreCase(slot.value());
    }

    private @Nullable String actor(Proposal.@Nullable Slot slot, String place, int start, int end) {
        if (slot == null) {
            return null;
        }
        Span in = within(slot, place, start, end);
        return only(
                        found(reading.actors(), Reading.Participant::spans, in),
                        one -> names(slot, one.normalised(), one.surface()),
                        "no-such-actor",
                        place)
                .normalised();
    }

    private List<Reading.Figure> figures(List<Proposal.Slot> slots, int start, int end) {
        List<Reading.Figure> out = new ArrayList<>();
        for (Proposal.Slot slot : slots) {
            Span in = within(slot, "quantities", start, end);
            List<Double> numbers =
                    Numbers.of(Tokenizer.of(slot.quote()), lang, token -> false).values();
            BigDecimal proposed;
            try {
                proposed = new BigDecimal(slot.value());
            } catch (NumberFormatException e) {
                throw refused("number-disagrees", "quantities", "This is no number.");
            }
            double value = only(
                    numbers,
                    number -> number.doubleValue() == proposed.doubleValue(),
                    "number-disagrees",
                    "quantities");
            String name = slot.name().matches("[a-z][a-z_ -]{0,39}") ? slot.name() : "count";
            out.add(new Reading.Figure(
                    name, BigDecimal.valueOf(value).stripTrailingZeros().toPlainString(), "", "exact", in));
        }
        return out;
    }
}
