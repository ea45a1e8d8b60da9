package org.truce.reading.places;

import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import mil.nga.grid.features.Point;
import mil.nga.mgrs.MGRS;
import org.jspecify.annotations.Nullable;
import org.truce.reading.page.Page;
import org.truce.reading.text.Token;

/**
 * References of the Military Grid Reference System, "38S MJ 12345 67890" or in one word. A reference names the
 * south-west corner of a cell; the point is the cell's middle and the radius half its diagonal.
 */
final class GridReferences {
    private static final int METRES = 100_000;
    private static final int MOST_DIGITS = 10;
    private static final int LEAST_DIGITS = 4;

    private final Page page;
    private final List<Token> tokens;

    GridReferences(Page page) {
        this.page = page;
        this.tokens = page.tokens();
    }

    List<PointMention> find() {
        List<PointMention> out = new ArrayList<>();
        for (int i = 0; i + 2 < tokens.size(); i++) {
            if (tokens.get(i).number() && tokens.get(i).form().length() <= 2 && page.story(i)) {
                PointMention found = at(i);
                if (found != null) {
                    out.add(found);
                }
            }
        }
        return out;
    }

    private @Nullable PointMention at(int i) {
        StringBuilder letters = new StringBuilder();
        int t = i + 1;
        while (letters.length() < 3 && word(t) && t < i + 3) {
            letters.append(page.text(), tokens.get(t).start(), tokens.get(t).end());
            t++;
        }
        StringBuilder digits = new StringBuilder();
        while (t < tokens.size()
                && tokens.get(t).number()
                && !tokens.get(t).startsLine()
                && digits.length() < MOST_DIGITS) {
            digits.append(tokens.get(t).form());
            t++;
        }
        boolean capitals = letters.length() == 3 && letters.chars().allMatch(c -> c >= 'A' && c <= 'Z');
        boolean pairs = digits.length() >= LEAST_DIGITS
                && digits.length() <= MOST_DIGITS
                && digits.length() % 2 == 0
                && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return capitals && pairs ? point(i, t, tokens.get(i).form() + letters, digits.toString()) : null;
    }

    private boolean word(int t) {
        return t < tokens.size() && tokens.get(t).word() && !tokens.get(t).startsLine();
    }

    private @Nullable PointMention point(int from, int to, String square, String digits) {
        int n = digits.length() / 2;
        long cell = METRES;
        for (int i = 0; i < n; i++) {
            cell /= 10;
        }
        long half = cell / 2;
        String east = middle(digits.substring(0, n), n, half);
        String north = middle(digits.substring(n), n, half);
        try {
            Point point = MGRS.parse(square + east + north).toPoint();
            return new PointMention(
                    from,
                    to,
                    tokens.get(from).start(),
                    tokens.get(to - 1).end(),
                    point.getLatitude(),
                    point.getLongitude(),
                    Math.max(1, half * StrictMath.sqrt(2)),
                    "",
                    "point.mgrs");
        } catch (ParseException | IllegalArgumentException noSuchSquare) {
            return null;
        }
    }

    /** Digits of a coordinate within its square, moved to the middle of the cell, to the metre. */
    private static String middle(String digits, int n, long half) {
        long value = Long.parseLong(digits);
        for (int i = n; i < 5; i++) {
            value *= 10;
        }
        return "%05d".formatted(value + half);
    }
}
