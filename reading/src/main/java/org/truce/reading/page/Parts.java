package org.truce.reading.page;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.truce.reading.text.Line;
import org.truce.reading.text.Quote;
import org.truce.reading.text.Sentence;
import org.truce.reading.text.Token;

/** Takes the lines of a page whose roles are settled apart into quotations and sentences. Pure functions. */
final class Parts {
    private Parts() {}

    /** The lines with their quotations and sentences; the dateline is no part of the story. */
    static List<Part> of(
            String text, List<Token> tokens, List<Line> lines, List<Role> settled, Cues cues, IntPredicate dated) {
        List<Part> out = new ArrayList<>();
        boolean first = true;
        boolean open = false;
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            Role role = settled.get(i);
            boolean story = role == Role.BODY || role == Role.TITLE || role == Role.CAPTION;
            List<Quote> quotes = story ? Quote.of(tokens, line, open && startsClosed(tokens, line)) : List.of();
            open = role == Role.BODY && !quotes.isEmpty() && quotes.getLast().close() == line.to();
            int from = line.from();
            if (role == Role.BODY && first) {
                from = Dateline.of(tokens, text, line, cues.agencies(i), dated).to();
                first = false;
            }
            List<Sentence> sentences = story ? Sentence.of(tokens, text, from, line.to(), quotes) : List.of();
            out.add(new Part(line, role, from, quotes, sentences));
        }
        return out;
    }

    private static boolean startsClosed(List<Token> tokens, Line line) {
        for (int t = line.from(); t < line.to(); t++) {
            if (tokens.get(t).isAny("«“„\"")) {
                return false;
            }
            if (tokens.get(t).isAny("»”")) {
                return true;
            }
        }
        return false;
    }
}
