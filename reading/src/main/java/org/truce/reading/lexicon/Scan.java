package org.truce.reading.lexicon;

import java.util.List;
import org.truce.reading.text.Token;

/** Tokens, each looked up once among the literals of a lexicon. Of one thread. */
final class Scan {
    private final List<Token> tokens;
    private final Literals literals;
    private final int[][] found;

    Scan(List<Token> tokens, Literals literals) {
        this.tokens = tokens;
        this.literals = literals;
        this.found = new int[tokens.size()][];
    }

    int size() {
        return found.length;
    }

    Token token(int at) {
        return tokens.get(at);
    }

    /** The literals that a token is. */
    int[] literals(int at) {
        int[] known = found[at];
        if (known == null) {
            known = literals.of(tokens.get(at));
            found[at] = known;
        }
        return known;
    }
}
