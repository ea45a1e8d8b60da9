package org.truce.quality.neutrality;

import java.util.ArrayList;
import java.util.List;
import org.truce.quality.neutrality.Exchanged.Edit;

/**
 * Which new word stands in the place of which old one, so that a span of one word of several finds its words again: the
 * last for the last, and the first for all that are left over. Pure.
 */
final class Alignment {
    /** A word; UTF-16 indices. */
    record Stretch(int start, int end) {}

    private Alignment() {}

    /** The edits that make {@code now} of {@code text[start, end)}, in order. */
    static List<Edit> of(String text, int start, int end, String now) {
        List<Stretch> olds = words(text, start, end);
        List<Stretch> news = words(now, 0, now.length());
        int pairs = Math.min(olds.size(), news.size());
        List<Edit> out = new ArrayList<>();
        int oldEnd = end;
        int newEnd = now.length();
        for (int k = 1; k < pairs; k++) {
            int oldStart = olds.get(olds.size() - k).start();
            int newStart = news.get(news.size() - k).start();
            out.addFirst(edit(text, oldStart, oldEnd, now.codePointCount(newStart, newEnd)));
            int oldGap = oldStart - olds.get(olds.size() - k - 1).end();
            int newGap = newStart - news.get(news.size() - k - 1).end();
            if (oldGap != newGap) {
                return List.of(edit(text, start, end, now.codePointCount(0, now.length())));
            }
            oldEnd = oldStart - oldGap;
            newEnd = newStart - newGap;
        }
        out.addFirst(edit(text, start, oldEnd, now.codePointCount(0, newEnd)));
        return out;
    }

    private static Edit edit(String text, int start, int end, int length) {
        int from = text.codePointCount(0, start);
        return new Edit(from, from + text.codePointCount(start, end), length);
    }

    /** Runs of letters with their marks. */
    static List<Stretch> words(String text, int from, int to) {
        List<Stretch> out = new ArrayList<>();
        int start = -1;
        for (int i = from; i <= to; i++) {
            boolean letter = i < to
                    && (Character.isLetter(text.charAt(i))
                            || Character.getType(text.charAt(i)) == Character.NON_SPACING_MARK);
            if (letter && start < 0) {
                start = i;
            } else if (!letter && start >= 0) {
                out.add(new Stretch(start, i));
                start = -1;
            }
        }
        return out;
    }
}
