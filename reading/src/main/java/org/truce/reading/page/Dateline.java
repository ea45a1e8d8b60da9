package org.truce.reading.page;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.truce.reading.lexicon.Hit;
import org.truce.reading.text.Line;
import org.truce.reading.text.Token;

/**
 * What stands before the first words of a story: "YEREVAN, September 28. /ARKA/.", «ЕРЕВАН, 28 сен — РИА Новости.»,
 * "MOSCOW (Interfax) –", "باكو 28 سبتمبر/ تريند/". A run of a city, a date, agencies and marks, in any order, that ends
 * with a mark.
 *
 * @param to index of the first token of the story
 * @param agencies those named in it
 */
record Dateline(int to, List<Hit> agencies) {
    private static final int LONGEST = 22;
    private static final int LONGEST_CITY = 3;
    private static final String MARKS = "—–-/().,،:|«»";
    private static final String ENDS = "—–-/).:|";

    /** The dateline of a line, with {@code to} its first token where it has none. */
    static Dateline of(List<Token> tokens, String text, Line line, List<Hit> agencies, IntPredicate dated) {
        Scan scan = new Scan(tokens, text, line, agencies, dated);
        return scan.run();
    }

    /** One pass over the beginning of a line. */
    private static final class Scan {
        private final List<Token> tokens;
        private final String text;
        private final Line line;
        private final List<Hit> all;
        private final IntPredicate dated;
        private final List<Hit> found = new ArrayList<>();
        private int city;
        private boolean capitals = true;
        private boolean date;
        private boolean divided;

        Scan(List<Token> tokens, String text, Line line, List<Hit> all, IntPredicate dated) {
            this.tokens = tokens;
            this.text = text;
            this.line = line;
            this.all = all;
            this.dated = dated;
        }

        Dateline run() {
            int end = line.from();
            int agenciesAtEnd = 0;
            int i = line.from();
            boolean open = true;
            int limit = Math.min(line.to(), line.from() + LONGEST);
            while (i < limit) {
                Hit agency = agency(i);
                if (agency != null) {
                    found.add(agency);
                    i = agency.to();
                    open = false;
                } else if (dated.test(i)) {
                    date = true;
                    i++;
                    open = false;
                } else if (tokens.get(i).isAny(MARKS)) {
                    i++;
                    divided = divided || city > 0;
                    if (tokens.get(i - 1).isAny(ENDS) && complete(i - 1)) {
                        end = i;
                        agenciesAtEnd = found.size();
                    }
                } else if (tokens.get(i).word() && cityWord(i, open)) {
                    city++;
                    i++;
                } else {
                    break;
                }
            }
            while (end > line.from() && end < line.to() && (tokens.get(end).isAny("—–-/).:,،|") || dated.test(end))) {
                end++;
            }
            return end >= line.to()
                    ? new Dateline(line.from(), List.of())
                    : new Dateline(end, List.copyOf(found.subList(0, agenciesAtEnd)));
        }

        private @Nullable Hit agency(int i) {
            for (Hit hit : all) {
                if (hit.from() == i) {
                    return hit;
                }
            }
            return null;
        }

        private boolean cityWord(int i, boolean open) {
            boolean more = city < LONGEST_CITY && (open || !found.isEmpty()) && !(divided && city > 0 && date);
            char first = text.charAt(tokens.get(i).start());
            if (!more || Character.isLowerCase(first)) {
                return false;
            }
            capitals &= upper(tokens.get(i));
            return true;
        }

        private boolean upper(Token t) {
            for (int i = t.start(); i < t.end(); i++) {
                if (!Character.isUpperCase(text.charAt(i))) {
                    return false;
                }
            }
            return t.end() - t.start() > 2;
        }

        /** Whether what was seen so far, closed by the mark at {@code mark}, is a dateline. */
        private boolean complete(int mark) {
            boolean isDash = tokens.get(mark).isAny("—–-");
            if (!found.isEmpty()) {
                return date || isDash || divided || tokens.get(mark).isAny("/:.");
            }
            return city > 0 && ((date && divided) || (capitals && isDash));
        }
    }
}
