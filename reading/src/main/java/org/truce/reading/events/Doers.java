package org.truce.reading.events;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.truce.reading.lexicon.Hit;
import org.truce.reading.text.Lang;
import org.truce.reading.text.Sentence;
import org.truce.reading.text.Token;

/**
 * Who did it, by the grammar of the clause: behind "by" or in the Russian instrumental, behind "from the side of", else
 * the subject of the deed. Those who are struck, who hear, report or refuse are none.
 */
final class Doers {
    private static final Set<String> NO_DEED =
            Set.of("HEAR", "RECORD", "REPORT", "SUFFER", "REFUSE", "OBSERVE", "REPLY");
    private static final Set<String> DEEDS =
            Set.of("FIRING", "GUNFIRE", "FIRE", "ATTACK", "VIOLATION", "ADVANCE", "PROVOCATION", "SABOTAGE", "STRIKE");
    private static final int BEHIND_REACH = 16;
    private static final int SUBJECT_REACH = 10;
    private static final int STATE_REACH = 6;

    private static final Set<String> HURT = Set.of("KILL", "WOUND", "BLOWN-UP", "HIT");

    private final PartyWords words;
    private final Clauses clauses;

    Doers(PartyWords words, Clauses clauses) {
        this.words = words;
        this.clauses = clauses;
    }

    /** The party that did what a match tells; null where none is named. */
    @Nullable
    Party of(Sentence s, Matching.Match match, List<Mention> mentions) {
        Mention head = match.head();
        if (!words.of("mutual", s.from(), s.to()).isEmpty()) {
            return null;
        }
        Party own = DEEDS.contains(head.concept()) ? words.ofDeed(head.from(), head.to()) : null;
        if (own != null) {
            return own;
        }
        Party best = null;
        int least = Integer.MAX_VALUE;
        for (Party p : words.in(s)) {
            int gap = clauses.together(match.from(), match.to(), p.from(), p.to());
            boolean behind = gap <= BEHIND_REACH && (by(p) || from(p));
            boolean subject = !behind && gap <= reach(p) && subject(p, head, mentions);
            int rank = behind ? gap : gap + BEHIND_REACH;
            if ((behind || subject) && rank < least) {
                best = p;
                least = rank;
            }
        }
        return best;
    }

    /** Whether a party stands where the one who is struck stands: behind a preposition. */
    boolean struck(Party p) {
        boolean suffers = !words.of("suffer", p.to(), p.to() + 4).isEmpty()
                || !words.of("passive", p.to(), p.to() + 2).isEmpty();
        boolean object = words.family() == Lang.Family.RUSSIAN && !nominative(p);
        return suffers || object || p.prefixed() || words.before(p.from(), "victim") || owner(p);
    }

    private static int reach(Party p) {
        return p.kind() == Party.Kind.STATE || p.kind() == Party.Kind.CAPITAL ? STATE_REACH : SUBJECT_REACH;
    }

    private boolean by(Party p) {
        return p.kind() != Party.Kind.GROUND
                && (words.before(p.from(), "by") || (words.family() == Lang.Family.RUSSIAN && instrumental(p)));
    }

    private boolean from(Party p) {
        if (p.kind() != Party.Kind.FORCES && words.before(p.from(), "from")) {
            return true;
        }
        int at = p.from();
        boolean of = at > 0 && words.token(at - 1).form().equals("of");
        Hit ground = words.ending(of ? at - 1 : at, "ground");
        return ground != null && words.before(ground.from(), "from");
    }

    private boolean instrumental(Party p) {
        String form = words.token(p.from()).form();
        boolean ending = form.endsWith("ами") || form.endsWith("ями") || form.endsWith("ыми") || form.endsWith("ими");
        boolean single = p.kind() != Party.Kind.STATE && (form.endsWith("ией") || form.endsWith("ным"));
        return (ending || single || form.endsWith("ским")) && !words.before(p.from(), "victim");
    }

    private boolean subject(Party p, Mention head, List<Mention> mentions) {
        if (p.kind() == Party.Kind.GROUND || p.prefixed() || owner(p)) {
            return false;
        }
        boolean within = p.from() < head.to() && head.from() < p.to();
        if (within && !words.of("passive", p.to(), p.to() + 2).isEmpty()) {
            return false;
        }
        if (p.to() <= head.from() && hurt(p, head, mentions)) {
            return false;
        }
        boolean before = within || p.to() <= head.from();
        int from = before ? p.to() : head.to();
        int to = Math.max(from, before ? head.from() : p.from());
        boolean elsewhere = words.speech(from, to)
                || !words.of("suffer", Math.min(from, head.from()), Math.max(to, head.to()))
                        .isEmpty()
                || mentions.stream().anyMatch(m -> m.from() >= from && m.to() <= to && NO_DEED.contains(m.concept()));
        if (elsewhere || (!within && passive(head))) {
            return false;
        }
        return switch (words.family()) {
            case ENGLISH -> before ? !words.before(p.from(), "victim") : ofDeed(p, head);
            case RUSSIAN -> (nominative(p) && !words.before(p.from(), "victim")) || genitiveOfDeed(p, head);
            case ARABIC ->
                !words.before(p.from(), "victim")
                        && !words.speaks(p)
                        && !tells(p, mentions)
                        && (before || p.from() - head.to() <= 1);
        };
    }

    /** "A serviceman of X was wounded by sniper fire": those who were hurt did not do it. */
    private boolean hurt(Party p, Mention head, List<Mention> mentions) {
        return !words.of("passive", p.to(), p.to() + 2).isEmpty()
                && mentions.stream()
                        .anyMatch(m -> HURT.contains(m.concept()) && m.from() >= p.to() && m.to() <= head.from());
    }

    /** Whether a party is the subject of an Arabic verb before it that is no deed: "سجل حفظة السلام". */
    private static boolean tells(Party p, List<Mention> mentions) {
        return mentions.stream().anyMatch(m -> m.to() == p.from() && NO_DEED.contains(m.concept()));
    }

    /** "The attack of X". */
    private boolean ofDeed(Party p, Mention head) {
        int at = p.from() - 1;
        boolean article = at > 0 && words.token(at).form().equals("the");
        int of = article ? at - 1 : at;
        return of == head.to() && words.token(of).form().equals("of");
    }

    /** «нападение азербайджанских сил»: with these nouns the genitive is who did it. */
    private boolean genitiveOfDeed(Party p, Mention head) {
        boolean deed = false;
        String form = words.token(head.from()).form();
        for (String stem : List.of("напад", "атак", "наступл", "продвиж", "вторж", "провокац", "вылазк", "агресс")) {
            deed |= form.startsWith(stem);
        }
        return deed && p.from() == head.to();
    }

    /** Whether what stands next belongs to the party and is what was struck: "Azerbaijan's positions". */
    private boolean owner(Party p) {
        if (p.to() >= words.size() || words.family() != Lang.Family.ENGLISH) {
            return false;
        }
        Token next = words.token(p.to());
        return next.isAny("'’") || next.form().equals("s");
    }

    private boolean passive(Mention head) {
        String form = words.token(head.from()).form();
        return switch (words.family()) {
            case ENGLISH ->
                !form.endsWith("ing")
                        && (words.before(head.from(), "passive")
                                || (head.from() > 1
                                        && words.token(head.from() - 1).form().endsWith("ly")
                                        && words.before(head.from() - 1, "passive")));
            case RUSSIAN -> form.matches(".*(ан|ян|ен|ят)[аоы]?") && form.length() > 5;
            case ARABIC -> false;
        };
    }

    private boolean nominative(Party p) {
        String form = words.token(p.from()).form();
        if (words.capitals(p.from())) {
            return true;
        }
        if (p.kind() == Party.Kind.CAPITAL) {
            return !form.matches(".*(а|ом|ой|е)");
        }
        if (p.kind() == Party.Kind.STATE) {
            return !form.matches(".*(а|у|ом|ии|ию|ией|е)");
        }
        boolean adjective = form.matches(".*(ие|ые|ая|ий|ый|ое)");
        boolean noun =
                form.matches(".*(ы|и|я|а|вс|ввс|[бвгдзклмнпрст])") && !form.matches(".*(ами|ями|ыми|ими|ии|ной|ого)");
        return adjective || noun;
    }
}
