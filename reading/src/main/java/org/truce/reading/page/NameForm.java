package org.truce.reading.page;

import java.util.List;
import java.util.Set;
import org.truce.reading.text.Line;
import org.truce.reading.text.Token;

/** How the name of an outlet is written that stands in a page. Pure functions; the cost is the length of the page. */
final class NameForm {
    /** What kind of company owns an outlet. */
    private static final Set<String> COMPANIES = Set.of(
            "ltd", "llc", "inc", "plc", "limited", "gmbh", "corp", "co", "llp", "ооо", "зао", "оао", "ано", "ао", "тоо",
            "ип", "пао", "нко", "фонд", "شركه", "موسسه");

    private final String text;
    private final List<Token> tokens;

    NameForm(String text, List<Token> tokens) {
        this.text = text;
        this.tokens = tokens;
    }

    /** Whether a word says what kind of outlet it is. */
    static boolean kind(Token token) {
        return token.readings().stream().anyMatch(f -> Masthead.KINDS.contains(f.text()));
    }

    /** Whether a name of several letters has no small one. */
    boolean capitals(int from, int to) {
        String name =
                text.substring(tokens.get(from).start(), tokens.get(to - 1).end());
        return name.codePoints().anyMatch(Character::isUpperCase)
                && name.codePoints().noneMatch(Character::isLowerCase);
    }

    /** The name in tokens {@code [from, to)}; in capitals and small letters, if another line that is no story has it so. */
    String mixed(int from, int to, List<Line> lines, List<Role> roles) {
        int length = to - from;
        for (int i = 0; i < lines.size() && length > 1 && capitals(from, to); i++) {
            Line line = lines.get(i);
            for (int at = line.from(); roles.get(i) != Role.BODY && at + length <= line.to(); at++) {
                if (same(from, at, length) && !capitals(at, at + length)) {
                    return of(at, at + length);
                }
            }
        }
        return of(from, to);
    }

    private boolean same(int a, int b, int length) {
        for (int k = 0; k < length; k++) {
            if (!tokens.get(a + k).form().equals(tokens.get(b + k).form())) {
                return false;
            }
        }
        return true;
    }

    /** The name in tokens {@code [from, to)} without its company and the word for its kind before quotation marks. */
    String of(int from, int to) {
        int a = from;
        int b = to;
        while (b - a > 2 && COMPANIES.contains(tokens.get(b - 1).form())) {
            b--;
            b -= tokens.get(b - 1).isAny(",،") ? 1 : 0;
        }
        while (b - a > 2 && COMPANIES.contains(tokens.get(a).form())) {
            a++;
        }
        boolean quoted = b - a >= 3 && tokens.get(b - 1).isAny("»”\"");
        int open = a;
        while (quoted && open < b && !tokens.get(open).isAny("«“„\"")) {
            open++;
        }
        boolean onlyKinds = quoted && open < b;
        for (int t = a; onlyKinds && t < open; t++) {
            onlyKinds = kind(tokens.get(t)) || tokens.get(t).isAny("-");
        }
        if (onlyKinds && open + 1 < b - 1) {
            a = open + 1;
            b--;
        }
        boolean rights =
                a > 0 && !tokens.get(a).startsLine() && tokens.get(a - 1).form().startsWith("محفوظ");
        int skip = rights && tokens.get(a).form().startsWith("ل") ? 1 : 0;
        return text.substring(tokens.get(a).start() + skip, tokens.get(b - 1).end());
    }
}
