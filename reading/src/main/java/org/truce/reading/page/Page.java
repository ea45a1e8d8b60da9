package org.truce.reading.page;

import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.truce.reading.text.Lang;
import org.truce.reading.text.Sentence;
import org.truce.reading.text.Token;
import org.truce.reading.text.Within;

/**
 * A text taken apart: what is story and what is not.
 *
 * @param text as stored
 * @param lang of most of its letters
 * @param tokens all of them
 * @param parts its lines
 * @param title headline, empty if none
 * @param publisher outlet, empty if none is named
 * @param publisherRule what gave the outlet, empty if none
 * @param credits agencies, in order of appearance
 * @param revisions tokens behind the words that tell of a later change; not to be changed
 */
public record Page(
        String text,
        Lang lang,
        List<Token> tokens,
        List<Part> parts,
        String title,
        String publisher,
        String publisherRule,
        List<Credit> credits,
        BitSet revisions) {
    /** Whether a token of a line of data stands behind words that tell of a later change ("last updated"). */
    public boolean revised(int token) {
        return revisions.get(token);
    }

    /** The text of tokens {@code [from, to)}. */
    public String words(int from, int to) {
        return from >= to
                ? ""
                : text.substring(tokens.get(from).start(), tokens.get(to - 1).end());
    }

    /** Whether the token at {@code index} begins with a capital letter, or has no case. */
    public boolean capital(int index) {
        return !Character.isLowerCase(text.charAt(tokens.get(index).start()));
    }

    /** The part that holds a token, by binary search. */
    public Part part(int token) {
        int low = 0;
        int high = parts.size() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (parts.get(middle).line().to() <= token) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return parts.get(low);
    }

    /** The sentence that holds a token, or null where it stands in none. */
    public @Nullable Sentence sentence(int token) {
        List<Sentence> sentences = part(token).sentences();
        int next = Within.first(sentences, Sentence::from, token + 1);
        Sentence s = next == 0 ? null : sentences.get(next - 1);
        return s != null && s.holds(token) ? s : null;
    }

    /** Whether a token belongs to headline, story or caption. */
    public boolean story(int token) {
        Part part = part(token);
        if (part.role() == Role.CAPTION) {
            int sign = text.indexOf('©', part.line().start());
            return sign < 0 || tokens.get(token).start() < sign;
        }
        return part.role() == Role.BODY || part.role() == Role.TITLE;
    }
}
