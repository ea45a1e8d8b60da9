package org.truce.reading.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import org.truce.reading.lexicon.Hit;
import org.truce.reading.text.Line;
import org.truce.reading.text.Token;

/** Agencies that a page credits: in credit lines, and in the dateline of its story. Pure functions. */
final class Credits {
    private static final Set<String> BY = Set.of("by", "via", "source", "from");

    private Credits() {}

    static List<Credit> of(
            String text, List<Token> tokens, List<Line> lines, List<Role> roles, Cues cues, IntPredicate dated) {
        List<Credit> out = new ArrayList<>();
        boolean first = true;
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            if (roles.get(i) == Role.CREDIT) {
                int from = line.from() + (tokens.get(line.from()).is('(') ? 1 : 0);
                creditLine(text, tokens, line, cues.agencies(i), cues.leading(i, from, "credit"), out);
            } else if (roles.get(i) == Role.HEAD || roles.get(i) == Role.META) {
                bracketed(text, tokens, line, cues.agencies(i), out);
            } else if (roles.get(i) == Role.BODY && first) {
                first = false;
                for (Hit agency :
                        Dateline.of(tokens, text, line, cues.agencies(i), dated).agencies()) {
                    add(out, credit(text, tokens, agency, "dateline"));
                }
            }
            if (roles.get(i) == Role.META) {
                for (Hit hit : cues.agencies(i)) {
                    boolean by = hit.from() == line.from() + 1
                            && BY.contains(tokens.get(line.from()).form());
                    if (by) {
                        add(out, credit(text, tokens, hit, "head"));
                    }
                }
            }
            if (roles.get(i) == Role.BODY) {
                relayed(text, tokens, line, cues.agencies(i), cues.of(i), out);
            }
        }
        return out;
    }

    /** "Our Paper, 30 December 2019 (Reuters, dpa)": the agencies between brackets; "Reuters — 9 March": the one in front. */
    private static void bracketed(String text, List<Token> tokens, Line line, List<Hit> agencies, List<Credit> out) {
        int open = -1;
        for (int t = line.from(); t < line.to(); t++) {
            open = tokens.get(t).is('(') ? t : tokens.get(t).is(')') ? -1 : open;
            for (Hit hit : agencies) {
                if (hit.from() == t && (open >= 0 || besideName(tokens, line, hit) || alone(tokens, line, hit))) {
                    add(out, credit(text, tokens, hit, "head"));
                }
            }
        }
    }

    /** "يريفان | رويترز | 28 سبتمبر": an agency that fills a stretch of a line between two marks. */
    static boolean alone(List<Token> tokens, Line line, Hit hit) {
        boolean opens = hit.from() == line.from() || tokens.get(hit.from() - 1).isAny("|/—–-·•(");
        boolean closes = hit.to() >= line.to() || tokens.get(hit.to()).isAny("|/—–-·•)،,");
        return opens && closes && hit.to() - hit.from() < line.length();
    }

    /** "Reuters — 9 March", "Hill Post and Reuters": an agency that stands first before a mark, or is joined to a name. */
    private static boolean besideName(List<Token> tokens, Line line, Hit hit) {
        boolean by = hit.from() == line.from() + 1
                && BY.contains(tokens.get(line.from()).form());
        boolean cell = hit.from() > line.from()
                && tokens.get(hit.from() - 1).is('|')
                && hit.to() < line.to()
                && tokens.get(hit.to()).is('|');
        if (by || cell) {
            return true;
        }
        if (hit.from() == line.from()) {
            return hit.to() < line.to() && tokens.get(hit.to()).isAny("—–-|,،·/");
        }
        return hit.skip() > 0
                || Set.of("and", "with", "и", "с", "مع", "&", ",", "،")
                        .contains(tokens.get(hit.from() - 1).form());
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
                add(out, credit(text, tokens, agency, "told"));
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
            add(out, credit(text, tokens, hit, "line"));
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
                                tokens.get(t - 1).end(),
                                "credit.line"));
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

    private static Credit credit(String text, List<Token> tokens, Hit hit, String where) {
        int start = tokens.get(hit.from()).start() + hit.skip();
        int end = tokens.get(hit.to() - 1).end();
        return new Credit(
                text.substring(start, end),
                hit.value(),
                start,
                end,
                "credit." + where + ":" + hit.entry().pattern());
    }
}
