package org.truce.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.truce.reading.dates.DateMention;
import org.truce.reading.lexicon.Entry;
import org.truce.reading.lexicon.Hit;
import org.truce.reading.lexicon.Language;
import org.truce.reading.lexicon.Lexicon;
import org.truce.reading.page.Page;
import org.truce.reading.theatre.Agreement;
import org.truce.reading.theatre.Theatre;

/** Finds instruments: by a name of their own, or by the word for one beside its date. */
final class Agreements {
    private record Found(int from, int to, Agreement agreement, boolean byDate) {}

    private final Page page;
    private final Theatre theatre;
    private final BiFunction<Integer, Integer, Span> span;
    private final Explainer explainer;

    Agreements(Page page, Theatre theatre, BiFunction<Integer, Integer, Span> span, Explainer explainer) {
        this.page = page;
        this.theatre = theatre;
        this.span = span;
        this.explainer = explainer;
    }

    List<Reading.Instrument> read(List<DateMention> dates) {
        SortedMap<Integer, Found> found = new TreeMap<>();
        byName(found);
        byDate(found, dates);
        Map<String, List<Found>> grouped = new LinkedHashMap<>();
        for (Found f : found.values()) {
            grouped.computeIfAbsent(f.agreement().name() + '\n' + page.words(f.from(), f.to()), k -> new ArrayList<>())
                    .add(f);
        }
        List<Reading.Instrument> out = new ArrayList<>();
        for (List<Found> group : grouped.values()) {
            Found first = group.getFirst();
            List<Span> spans = new ArrayList<>();
            for (Found f : group) {
                spans.add(span.apply(
                        page.tokens().get(f.from()).start(),
                        page.tokens().get(f.to() - 1).end()));
            }
            out.add(new Reading.Instrument(
                    page.words(first.from(), first.to()),
                    first.agreement().name(),
                    first.agreement().date(),
                    first.agreement().signatories(),
                    explainer.agreement(first.byDate()),
                    spans));
        }
        return out;
    }

    private void byName(SortedMap<Integer, Found> found) {
        List<Entry> entries = new ArrayList<>();
        for (Agreement a : theatre.agreements()) {
            a.names().getOrDefault(page.lang().code(), List.of()).forEach(n -> entries.add(new Entry("", n, a.name())));
        }
        for (Hit hit : Lexicon.longest(Lexicon.of(entries).find(page.tokens()))) {
            for (Agreement a : theatre.agreements()) {
                if (a.name().equals(hit.value()) && page.story(hit.from())) {
                    found.put(hit.from(), new Found(hit.from(), hit.to(), a, false));
                }
            }
        }
    }

    private void byDate(SortedMap<Integer, Found> found, List<DateMention> dates) {
        List<Hit> words = Language.of(page.lang(), "dates").find(page.tokens()).stream()
                .filter(h -> h.section().equals("instrument"))
                .toList();
        int w = 0;
        for (DateMention d : dates) {
            while (w < words.size() && words.get(w).from() < d.from() - 4) {
                w++;
            }
            for (int i = w; i < words.size() && words.get(i).from() <= d.to() + 1; i++) {
                Hit word = words.get(i);
                Agreement a = dated(d.iso());
                if (a != null && page.story(word.from())) {
                    int from = Math.min(word.from(), d.from());
                    found.subMap(from, Math.max(word.to(), d.to())).clear();
                    found.put(from, new Found(from, Math.max(word.to(), d.to()), a, true));
                    break;
                }
            }
        }
    }

    private @org.jspecify.annotations.Nullable Agreement dated(String iso) {
        for (Agreement a : theatre.agreements()) {
            String year = a.date().substring(0, 4);
            Set<String> days = Set.copyOf(a.days());
            if (iso.length() > 6 && iso.startsWith(year) && days.contains(iso.substring(5))) {
                return a;
            }
        }
        return null;
    }
}
