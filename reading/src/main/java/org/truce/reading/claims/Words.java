package org.truce.reading.claims;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.truce.reading.lexicon.Hit;
import org.truce.reading.lexicon.Language;
import org.truce.reading.page.Page;
import org.truce.reading.text.Token;

/**
 * The words of one statement that the lexicon of claims knows.
 *
 * @param tokens of the whole text
 * @param hits within the statement, in order
 * @param from index of the statement's first token
 * @param to index after its last
 */
record Words(List<Token> tokens, List<Hit> hits, int from, int to) {
    /** The first entry of a section, the longest there; null if there is none. */
    @Nullable
    Hit first(String section) {
        for (Hit hit : hits) {
            if (hit.section().equals(section) && hit.to() <= to + 1) {
                return hit;
            }
        }
        return null;
    }

    /** All entries of a section. */
    List<Hit> all(String section) {
        return hits.stream().filter(h -> h.section().equals(section)).toList();
    }

    /** An entry of a section that begins at most so many tokens before another, with no stop between; or null. */
    @Nullable
    Hit before(String section, Hit at, int most) {
        for (Hit hit : hits) {
            boolean here = hit.section().equals(section) && hit.from() < at.from() && hit.to() >= at.from() - most;
            if (here && !stop(hit.to(), at.from())) {
                return hit;
            }
        }
        return null;
    }

    /** An entry of a section at most so many tokens after another, with no stop between; or null. */
    @Nullable
    Hit after(String section, Hit at, int most) {
        for (Hit hit : hits) {
            boolean here = hit.section().equals(section) && hit.from() >= at.to() && hit.from() <= at.to() + most;
            if (here && !stop(at.to(), hit.from())) {
                return hit;
            }
        }
        return null;
    }

    private boolean stop(int a, int b) {
        for (int i = a; i < b; i++) {
            if (tokens.get(i).isAny(".;:؛!?؟,،")) {
                return true;
            }
        }
        return false;
    }

    /** Whether what an entry says is denied or yet to come. */
    boolean blocked(Hit hit) {
        return before("future", hit, 4) != null || before("negation", hit, 3) != null;
    }

    /** Whether an entry is a noun phrase such as "a gross violation of", which needs no subject. */
    boolean noun(Hit hit) {
        String pattern = hit.entry().pattern();
        return pattern.contains("gross") || pattern.contains("груб~") || pattern.contains("فاضح");
    }

    /** Whether an entry speaks of the ceasefire, not of what somebody does. */
    boolean passive(Hit hit) {
        String first = hit.entry().pattern();
        return first.startsWith("ceasefire")
                || first.startsWith("режим")
                || first.startsWith("перемири")
                || first.startsWith("وقف");
    }

    /** Whether a percent sign or word stands at or right after a number. */
    boolean percentAt(int start, int end) {
        for (int i = start; i <= Math.min(tokens.size() - 1, end + 1); i++) {
            int at = i;
            if (tokens.get(i).isAny("%٪") || all("percent").stream().anyMatch(h -> h.from() == at)) {
                return true;
            }
        }
        return false;
    }

    /** {@code hours}, {@code days} or {@code minutes} where a number counts them; else empty. */
    String time(int start, int end, Page page) {
        for (Hit hit :
                Language.of(page.lang(), "claim-times").find(tokens.subList(start, Math.min(tokens.size(), end + 2)))) {
            return hit.section();
        }
        return "";
    }

    /** Whether a word such as "since" stands right before a token. */
    boolean sinceBefore(int token) {
        return all("since").stream().anyMatch(h -> h.to() <= token && h.to() >= token - 2);
    }
}
