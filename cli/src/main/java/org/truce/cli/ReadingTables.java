package org.truce.cli;

import java.util.ArrayList;
import java.util.List;
import org.truce.cli.table.Table;
import org.truce.cli.table.Terminal;
import org.truce.exchange.document.Page;
import org.truce.reading.Reading;
import org.truce.reading.Span;
import org.truce.reading.proposer.Proposed;

/** A reading as tables for a person: every row names the stretch of the text on which it rests. Pure. */
final class ReadingTables {
    private final Terminal terminal;
    private final int[] text;
    private final List<String> lines = new ArrayList<>();

    ReadingTables(Terminal terminal, String text) {
        this.terminal = terminal;
        this.text = text.codePoints().toArray();
    }

    List<String> of(Reading reading, List<Page> pages) {
        lines.add(reading.title().isEmpty() ? "(no title)" : reading.title());
        String agencies = String.join(
                ", ",
                reading.agencies().stream().map(Reading.Agency::normalised).toList());
        lines.add(String.join(
                " · ",
                java.util.stream.Stream.of(
                                reading.lang(),
                                String.valueOf(reading.publicationDate()).replace("null", ""),
                                reading.publisher(),
                                agencies)
                        .filter(part -> !part.isEmpty())
                        .toList()));
        Table statements = new Table("span", "speaker", "mode", "words");
        for (Reading.Statement s : reading.statements()) {
            String speaker = s.speaker().normalised() == null
                    ? s.speaker().surface()
                    : s.speaker().normalised();
            statements.row(span(s.span()), speaker, s.direct() ? "direct" : "indirect", s.text());
        }
        add("Statements", statements, reading.statements().size());
        add("Events", events(reading.events()), reading.events().size());
        names(reading);
        if (!pages.isEmpty()) {
            Table table = new Table("span", "page");
            pages.forEach(page -> table.row(page.start() + "–" + page.end(), String.valueOf(page.number())));
            add("Pages", table, pages.size());
        }
        return lines;
    }

    private Table events(List<Reading.Event> all) {
        Table events = new Table("span", "type", "status", "date", "place", "words");
        for (Reading.Event e : all) {
            events.row(
                    span(e.span()),
                    e.type(),
                    e.status(),
                    e.date() == null ? "" : e.date(),
                    e.place() == null ? "" : e.place().normalised(),
                    words(e.span()));
        }
        return events;
    }

    /** What a model proposed and the text bears out; and what was refused. */
    List<String> proposed(Proposed proposed) {
        lines.clear();
        add(
                "Proposed by " + proposed.model() + ", not confirmed",
                events(proposed.events()),
                proposed.events().size());
        Table refused = new Table("code", "place", "why");
        proposed.refused().forEach(problem -> refused.row(problem.code(), problem.place(), problem.sentence()));
        add("Refused", refused, proposed.refused().size());
        return lines;
    }

    private void names(Reading reading) {
        Table dates = new Table("span", "as written", "date");
        reading.dates().forEach(d -> dates.row(spans(d.spans()), d.surface(), d.iso()));
        add("Dates", dates, reading.dates().size());
        Table places = new Table("span", "as written", "place");
        reading.places().forEach(p -> places.row(spans(p.spans()), p.surface(), p.normalised()));
        add("Places", places, reading.places().size());
        Table actors = new Table("span", "as written", "actor");
        reading.actors().forEach(a -> actors.row(spans(a.spans()), a.surface(), a.normalised()));
        add("Actors", actors, reading.actors().size());
        Table agreements = new Table("span", "as written", "agreement", "signatories");
        reading.agreements()
                .forEach(a -> agreements.row(
                        spans(a.spans()), a.surface(), a.agreement(), String.join(", ", a.signatories())));
        add("Agreements", agreements, reading.agreements().size());
    }

    private void add(String title, Table table, int rows) {
        lines.add("");
        lines.add(title + ": " + rows);
        if (rows > 0) {
            lines.addAll(terminal.lines(table));
        }
    }

    private static String span(Span span) {
        return span.start() + "–" + span.end();
    }

    private static String spans(List<Span> spans) {
        return String.join(" ", spans.stream().map(ReadingTables::span).toList());
    }

    private String words(Span span) {
        int end = Math.min(span.end(), text.length);
        return new String(text, span.start(), Math.max(0, end - span.start()));
    }
}
