package org.truce.server;

import jakarta.servlet.http.HttpServletRequest;
import java.util.OptionalInt;

/**
 * How many rows of a list are asked for; where they begin, the {@link Question} tells.
 *
 * @param limit the number asked for; empty where nothing was said
 * @param all whether every row was asked for
 */
record Page(OptionalInt limit, boolean all) {
    /** Rows of a page where nothing is said. */
    static final int USUAL = 200;

    /** Rows of the largest page; who wants more asks for all. */
    static final int LARGEST = 1000;

    static Page ofRequest(HttpServletRequest request) {
        String text = request.getParameter("limit");
        if (text == null) {
            return new Page(OptionalInt.empty(), false);
        }
        if (text.equals("all")) {
            return new Page(OptionalInt.empty(), true);
        }
        int limit = text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : 0;
        if (limit < 1 || limit > LARGEST) {
            throw Question.bad("bad-page", "limit", "limit is 1 to " + LARGEST + ", or all.");
        }
        return new Page(OptionalInt.of(limit), false);
    }

    /** How many rows to give at most, in a form in which so many are usual. */
    int most(int usual) {
        return all ? Integer.MAX_VALUE : limit.orElse(usual);
    }
}
