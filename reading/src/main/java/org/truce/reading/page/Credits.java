package org.truce.reading.page;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.truce.reading.lexicon.Hit;
import org.truce.reading.text.Line;
import org.truce.reading.text.Token;

/** Agencies that a page credits: in credit lines, and in the dateline of its story. Pure functions. */
final class Credits {
    private static final int DATELINE = 14;

    private Credits() {}

    static List<Credit> of(String text, List<Token> tokens, List<Line> lines, List<Role> roles, Cues cues) {
        List<Credit> out = new ArrayList<>();
        boolean first = true;
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            if (roles.get(i) == Role.CREDIT) {
                creditLine(text, tokens, line, cues.agencies(i), cues.leading(i, line.from(), "credit"), out);
            } else if (roles.get(i) == Role.BODY && first) {
                first = false;
                Hit agency = dateline(tokens, line, cues.agencies(i));
                if (agency != null) {
                    add(out, credit(text, tokens, agency));
                }
            }
            if (roles.get(i) == Role.BODY) {
                relayed(text, tokens, line, cues.agencies(i), cues.of(i), out);
            }
        }
        return out;
    }

    /** Agencies named in the story as those who were told or who report. */
    private static void relayed(
            String text, List<Token> tokens, Line line, List<Hit> agencies, List<Hit> cues, List<Credit> out) {
        for (Hit agency : agencies) {
            boolean capital =
                    Character.isUpperCase(text.charAt(tokens.get(agency.from()).start()))
                            || text.charAt(tokens.get(agency.from()).start()) >= 0x0600;
            boolean told = cues.stream()
                    .anyMatch(
                            c -> c.section().equals("relay") && c.to() <= agency.from() && agency.from() - c.to() <= 2);
            if (capital && told && agency.from() > line.from()) {
                add(out, credit(text, tokens, agency));
            }
        }
    }

    private static void creditLine(
            String text,
            List<Token> tokens,
            Line line,
            List<Hit> agencies,
            @org.jspecify.annotations.Nullable Hit lead,
            List<Credit> out) {
        for (Hit hit : agencies) {
            add(out, credit(text, tokens, hit));
        }
        if (!agencies.isEmpty() || (lead == null && !tokens.get(line.from()).is('('))) {
            return;
        }
        int from = lead == null ? line.from() : lead.to();
        int start = -1;
        for (int t = from; t <= line.to(); t++) {
            boolean stop = t == line.to() || tokens.get(t).isAny(",،;|/.:()");
            if (stop && start >= 0) {
                String surface = text.substring(
                        tokens.get(start).start(), tokens.get(t - 1).end());
                add(
                        out,
                        new Credit(
                                surface,
                                surface,
                                tokens.get(start).start(),
                                tokens.get(t - 1).end()));
                start = -1;
            } else if (!stop && start < 0) {
                start = t;
            }
        }
    }

    private static void add(List<Credit> out, Credit credit) {
        if (out.stream().noneMatch(c -> c.normalised().equals(credit.normalised()))) {
            out.add(credit);
        }
    }

    private static Credit credit(String text, List<Token> tokens, Hit hit) {
        int start = tokens.get(hit.from()).start() + hit.skip();
        int end = tokens.get(hit.to() - 1).end();
        return new Credit(text.substring(start, end), hit.value(), start, end);
    }

    /** The agency of a dateline such as "BAKU, 23 April – Sputnik." or "YEREVAN, May 3. /ARKA/.", or null. */
    static @org.jspecify.annotations.Nullable Hit dateline(List<Token> tokens, Line line, List<Hit> agencies) {
        if (agencies.isEmpty()) {
            return null;
        }
        Hit hit = agencies.getFirst();
        if (hit.from() - line.from() > DATELINE || hit.from() == line.from() || hit.to() >= line.to()) {
            return null;
        }
        boolean before = tokens.get(hit.from() - 1).isAny("—–-/(,،.:");
        boolean after = tokens.get(hit.to()).isAny("—–-/).:");
        return before && after ? hit : null;
    }

    /** The index of the first token after the dateline of a story's first line. */
    static int afterDateline(List<Token> tokens, String text, Line line, List<Hit> agencies, IntPredicate dated) {
        Hit hit = dateline(tokens, line, agencies);
        int at = hit == null ? cityAndDate(tokens, text, line, dated) : hit.to();
        if (at <= line.from()) {
            return line.from();
        }
        while (at < line.to() - 1 && (tokens.get(at).isAny("—–-/).:,،") || dated.test(at))) {
            at++;
        }
        return at;
    }

    private static int cityAndDate(List<Token> tokens, String text, Line line, IntPredicate dated) {
        int i = line.from();
        int words = 0;
        while (i < line.to() && tokens.get(i).word() && upper(text, tokens.get(i)) && words < 3) {
            i++;
            words++;
        }
        if (words == 0 || i >= line.to() || !tokens.get(i).isAny(",،.—–-")) {
            return -1;
        }
        int date = i + 1;
        while (date < line.to() && dated.test(date)) {
            date++;
        }
        boolean dash = tokens.get(i).isAny("—–");
        boolean closed = date < line.to() && tokens.get(date).isAny(".—–-:") && date > i + 1;
        return closed ? date : dash ? i + 1 : -1;
    }

    private static boolean upper(String text, Token t) {
        for (int i = t.start(); i < t.end(); i++) {
            if (!Character.isUpperCase(text.charAt(i))) {
                return false;
            }
        }
        return t.end() - t.start() > 2;
    }
}
