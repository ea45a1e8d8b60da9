package org.truce.reading.story;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.truce.reading.Reading;
import org.truce.reading.Span;
import org.truce.reading.lexicon.Hit;
import org.truce.reading.lexicon.Language;
import org.truce.reading.quantities.Numbers;
import org.truce.reading.text.Lang;
import org.truce.reading.text.Offsets;
import org.truce.reading.text.Token;
import org.truce.reading.text.Tokenizer;

/** What can be compared of a report, whatever its language. An immutable value once made; cost linear in the text. */
final class Profile {
    /** Signs of a name: its skeleton, or two where a case ending may be part of it. */
    private static final int LEAST_STEM = 4;

    private static final int STEM = 5;

    final String id;
    final Lang lang;
    final @Nullable LocalDate day;
    final Set<String> days = new TreeSet<>();
    final Set<String> places = new TreeSet<>();
    final Set<String> actors = new TreeSet<>();
    final Set<String> events = new TreeSet<>();
    final Set<String> agencies = new TreeSet<>();
    final Set<String> topics;
    final List<Double> numbers;
    final Set<String> times;
    /** Names that are surely names, each with its skeletons. */
    final List<Set<String>> names = new ArrayList<>();
    /** Every skeleton that may be one of a name: in Arabic any word's. */
    final Set<String> skeletons = new HashSet<>();
    /** Beginnings of the words, for reports in one language. */
    final Set<String> stems = new HashSet<>();

    final Shingles shingles;

    private Profile(Report report) {
        Reading reading = report.reading();
        id = report.id();
        lang = Lang.of(report.text());
        day = day(reading.publicationDate());
        reading.dates().forEach(date -> days.add(date.iso()));
        reading.places().forEach(place -> places.add(place.key()));
        reading.actors().forEach(actor -> actors.add(actor.normalised()));
        reading.events().forEach(event -> events.add(event.type()));
        reading.agencies().forEach(agency -> agencies.add(agency.normalised()));
        List<Token> tokens = Tokenizer.of(report.text());
        Offsets offsets = new Offsets(report.text());
        BitSet dated = new BitSet();
        BitSet known = new BitSet();
        BitSet credits = new BitSet();
        reading.dates().forEach(date -> mark(date.spans(), tokens, offsets, dated));
        reading.places().forEach(place -> mark(place.spans(), tokens, offsets, known));
        reading.actors().forEach(actor -> mark(actor.spans(), tokens, offsets, known));
        reading.agencies().forEach(agency -> mark(List.of(agency.span()), tokens, offsets, credits));
        months(tokens, dated);
        numbers = new ArrayList<>();
        Numbers found = Numbers.of(tokens, lang, dated::get);
        numbers.addAll(found.values());
        times = found.times();
        topics = Topics.packaged().of(tokens, lang);
        shingles = Shingles.of(report.text());
        known.or(dated);
        known.or(credits);
        names(report.text(), tokens, known, publisher(reading));
        stems(tokens, dated, credits);
    }

    static Profile of(Report report) {
        return new Profile(report);
    }

    private static @Nullable LocalDate day(@Nullable String iso) {
        try {
            return iso == null ? null : LocalDate.parse(iso);
        } catch (DateTimeParseException partial) {
            return null;
        }
    }

    private static void mark(List<Span> spans, List<Token> tokens, Offsets offsets, BitSet to) {
        for (Span span : spans) {
            for (int i = first(tokens, offsets, span.start()); i < tokens.size(); i++) {
                if (offsets.codePoint(tokens.get(i).start()) >= span.end()) {
                    break;
                }
                to.set(i);
            }
        }
    }

    private static int first(List<Token> tokens, Offsets offsets, int codePoint) {
        int low = 0;
        int high = tokens.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (offsets.codePoint(tokens.get(middle).end()) <= codePoint) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Names of months and of days of the week are alike in several languages and name nobody; so is the day beside. */
    private void months(List<Token> tokens, BitSet dated) {
        for (Hit hit : Language.of(lang, "dates").find(tokens)) {
            if (hit.section().equals("month") || hit.section().equals("weekday")) {
                dated.set(hit.from(), hit.to());
                for (int beside : new int[] {hit.from() - 1, hit.to()}) {
                    boolean day = beside >= 0
                            && beside < tokens.size()
                            && hit.section().equals("month")
                            && tokens.get(beside).number()
                            && tokens.get(beside).form().length() <= 2;
                    if (day) {
                        dated.set(beside);
                    }
                }
            }
        }
    }

    private static Set<String> publisher(Reading reading) {
        Set<String> words = new HashSet<>();
        Tokenizer.of(reading.publisher()).forEach(token -> words.add(token.form()));
        return words;
    }

    private void names(String text, List<Token> tokens, BitSet known, Set<String> publisher) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (!token.word() || known.get(i) || publisher.contains(token.form())) {
                continue;
            }
            if (lang == Lang.ARABIC) {
                token.readings().forEach(form -> skeletons.addAll(Skeleton.of(form.text())));
            } else if (Character.isUpperCase(text.charAt(token.start())) && seen.add(token.form())) {
                Set<String> signs = Skeleton.of(token.form());
                boolean first =
                        i == 0 || token.startsLine() || tokens.get(i - 1).isAny(".!?«\"“:—");
                boolean long_ = signs.stream().anyMatch(sign -> sign.length() > 3);
                if (!signs.isEmpty() && (long_ || !first)) {
                    names.add(signs);
                    skeletons.addAll(signs);
                }
            }
        }
    }

    private void stems(List<Token> tokens, BitSet dated, BitSet credits) {
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.word() && !dated.get(i) && !credits.get(i)) {
                // Arabic without what may be its article and prefixes: the shortest reading.
                String word = token.readings().getLast().text();
                if (word.length() >= LEAST_STEM) {
                    stems.add(word.substring(0, Math.min(STEM, word.length())));
                }
            }
        }
    }

    /** Every fact under which another telling may be found. */
    List<String> keys() {
        List<String> keys = new ArrayList<>(List.of(shingles.bands()));
        skeletons.forEach(sign -> keys.add("name " + sign));
        places.forEach(place -> keys.add("place " + place));
        numbers.stream().filter(number -> number >= 10).forEach(number -> keys.add("number " + number));
        return keys;
    }
}
