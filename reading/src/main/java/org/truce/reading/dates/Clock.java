package org.truce.reading.dates;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.truce.reading.lexicon.Hit;

/**
 * Times of the day: "21:34", "9 p.m.", «в 9 утра», "الساعة التاسعة مساءً", with zones ("мск", "UTC+4", "بتوقيت موسكو");
 * two joined by a dash or "and" are one stretch. A time belongs to the date beside it, over nothing but the words of
 * {@code [beside]}.
 */
final class Clock {
    private static final int FARTHEST = 4;
    private static final int NOON = 12;
    private static final int DAY = 24;

    /**
     * A time or a stretch.
     *
     * @param from index of its first token
     * @param to index after its last token
     * @param first {@code hh:mm}
     * @param last {@code hh:mm}, empty unless a stretch
     * @param zone {@code Z}, {@code +04:00} or empty
     */
    record Time(int from, int to, String first, String last, String zone) {
        /** The EDTF of a day at this time. */
        String on(String day) {
            String start = day + "T" + first + zone;
            return last.compareTo(first) <= 0 ? start : start + "/" + day + "T" + last + zone;
        }
    }

    private static final int MINUTES = 60;

    private final DateWords words;
    private final List<Time> times = new ArrayList<>();

    Clock(DateWords words) {
        this.words = words;
        int i = 0;
        while (i < words.tokens.size()) {
            Time t = words.tokens.get(i).number() || words.hit(i, "hour") != null ? time(i) : null;
            if (t != null) {
                add(t);
            }
            i = t == null ? i + 1 : t.to();
        }
    }

    private void add(Time t) {
        Time before = times.isEmpty() ? null : times.getLast();
        boolean stretch = before != null
                && before.last().isEmpty()
                && t.from() - before.to() == 1
                && words.here(t.from())
                && (words.mark(before.to(), "–—-") || words.hit(before.to(), "joins") != null);
        if (stretch && before != null) {
            times.set(times.size() - 1, new Time(before.from(), t.to(), before.first(), t.first(), t.zone()));
        } else {
            times.add(t);
        }
    }

    private @Nullable Time time(int i) {
        Hit hour = words.hit(i, "hour");
        int h = hour != null ? DateWords.value(hour) : words.day(i);
        boolean zero = words.tokens.get(i).number()
                && DateWords.number(words.tokens.get(i).form()) == 0;
        if ((h == 0 && !zero) || h >= DAY) {
            return null;
        }
        int at = hour != null ? hour.to() : i + 1;
        int minute = 0;
        boolean told = false;
        if (words.mark(at, ":")
                && words.adjacent(at + 1)
                && words.tokens.get(at + 1).form().length() == 2) {
            minute = DateWords.number(words.tokens.get(at + 1).form());
            told = words.tokens.get(at + 1).number() && minute < 60;
            at += 2;
            boolean seconds = words.mark(at, ":")
                    && words.adjacent(at + 1)
                    && words.tokens.get(at + 1).number();
            at = seconds ? at + 2 : at;
        }
        Hit part = hour == null ? null : words.next(at, "minute");
        if (part != null) {
            int minutes = DateWords.value(part);
            h = minutes < 0 ? (h + DAY - 1) % DAY : h;
            minute = minutes < 0 ? minutes + MINUTES : minutes;
            at = part.to();
            told = words.hit(i, "hour") != null && words.tokens.get(i).form().endsWith("الساعه");
        }
        Hit half = words.next(at, "day-part");
        if (half != null) {
            h = half.value().equals("am") ? h % NOON : half.value().equals("pm") ? h % NOON + NOON : h;
            at = half.to();
            told = true;
        }
        return told ? zoned(i, at, "%02d:%02d".formatted(h, minute)) : null;
    }

    private Time zoned(int from, int end, String time) {
        int at = words.mark(end, "(") ? end + 1 : end;
        Hit zone = words.next(at, "zone");
        if (zone == null) {
            return new Time(from, end, time, "", "");
        }
        int to = zone.to();
        String offset = zone.value().equals("local") ? "" : zone.value();
        if (offset.equals("Z") && words.mark(to, "+-") && words.day(to + 1) > 0 && words.day(to + 1) <= NOON) {
            offset = "%s%02d:00".formatted(words.tokens.get(to).form(), words.day(to + 1));
            to += 2;
        }
        to = at > end && words.mark(to, ")") ? to + 1 : to;
        return new Time(from, to, time, "", offset);
    }

    /** The time that stands beside a date, or null. */
    @Nullable
    Time beside(DateExpression e) {
        int low = 0;
        int high = times.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (times.get(middle).from() < e.to()) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        if (low < times.size() && only(e.to(), times.get(low).from())) {
            return times.get(low);
        }
        return low > 0 && only(times.get(low - 1).to(), e.from()) ? times.get(low - 1) : null;
    }

    private boolean only(int from, int to) {
        if (to < from || to - from > FARTHEST || !words.here(to)) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (!words.here(i) || (!words.mark(i, ",،(|") && words.hit(i, "beside") == null)) {
                return false;
            }
        }
        return true;
    }
}
