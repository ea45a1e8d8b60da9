package org.truce.quality.neutrality;

import java.util.ArrayList;
import java.util.List;
import org.truce.reading.Reader;
import org.truce.reading.Reading;
import org.truce.reading.Span;

/**
 * A report and the same with the parties exchanged, fact by fact.
 *
 * @param both facts of the one that are facts of the other
 * @param only facts of the report, in the mirror, that the exchanged report has not
 * @param other facts of the exchanged report that the report has not
 * @param forms how many words were exchanged
 */
public record Comparison(int both, List<String> only, List<String> other, int forms) {
    /** Reads both. */
    public static Comparison of(Reader reader, Exchange exchange, String text, String lang) {
        Exchanged exchanged = exchange.apply(text, lang);
        Mirror mirror = exchange.mirror();
        Reading one = reader.read(text);
        Reading two = reader.read(exchanged.text());
        List<String> only = new ArrayList<>(FactLines.of(
                one,
                name -> mirror.same(mirror.other(name)),
                s -> new Span(exchanged.start(s.start()), exchanged.end(s.end()))));
        List<String> other = new ArrayList<>();
        int both = 0;
        for (String line : FactLines.of(two, mirror::same, s -> s)) {
            if (only.remove(line)) {
                both++;
            } else {
                other.add(line);
            }
        }
        return new Comparison(both, only, other, exchanged.edits().size());
    }

    /** How many facts the two have together, common ones counted twice. */
    public int facts() {
        return 2 * both + only.size() + other.size();
    }

    /** Share of facts that have their mirror, 0 to 1; 1 where there are none. */
    public double share() {
        return facts() == 0 ? 1 : 2.0 * both / facts();
    }
}
