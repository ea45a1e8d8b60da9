package org.truce.exchange.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Glyphs into rows: what stands on one base line, cut where a gap is wider than any between words. Pure; cost about
 * linear in the glyphs.
 */
final class Rows {
    /** Gap, in sizes of the font, from which on two words are two cells or two columns. */
    private static final float CELL_GAP = 1.8f;
    /** Gap, in sizes of the font, that is a space where the font does not say how wide its own is. */
    private static final float SPACE = 0.25f;

    private final TreeMap<Float, List<Glyph>> rows = new TreeMap<>();

    private Rows() {}

    /** The rows of a page from top to bottom, each cut into segments from left to right. */
    static List<List<Segment>> of(List<Glyph> glyphs) {
        Rows rows = new Rows();
        glyphs.forEach(rows::place);
        List<List<Segment>> out = new ArrayList<>();
        for (List<Glyph> row : rows.rows.values()) {
            List<Segment> segments = segments(row);
            if (!segments.isEmpty()) {
                out.add(segments);
            }
        }
        return out;
    }

    private void place(Glyph glyph) {
        float reach = glyph.size() * 0.6f;
        List<Glyph> best = null;
        float nearest = Float.MAX_VALUE;
        for (Map.Entry<Float, List<Glyph>> row : rows.subMap(glyph.base() - reach, true, glyph.base() + reach, true)
                .entrySet()) {
            float apart = Math.abs(row.getKey() - glyph.base());
            Glyph there = row.getValue().getFirst();
            boolean small = Math.min(glyph.size(), there.size()) < 0.8f * Math.max(glyph.size(), there.size());
            float allowed = small ? 0.5f * Math.max(glyph.size(), there.size()) : 0.3f * glyph.size();
            if (apart <= allowed && apart < nearest) {
                nearest = apart;
                best = row.getValue();
            }
        }
        if (best != null) {
            best.add(glyph);
        } else if (!glyph.blank()) {
            List<Glyph> fresh = new ArrayList<>();
            fresh.add(glyph);
            rows.put(glyph.base(), fresh);
        }
    }

    private static List<Segment> segments(List<Glyph> row) {
        List<Glyph> letters = new ArrayList<>();
        List<Glyph> blanks = new ArrayList<>();
        List<Glyph> marks = new ArrayList<>();
        for (Glyph glyph : row) {
            (glyph.blank() ? blanks : glyph.mark() ? marks : letters).add(glyph);
        }
        letters.sort(Comparator.comparingDouble(Glyph::left).thenComparingDouble(Glyph::right));
        blanks.sort(Comparator.comparingDouble(Glyph::middle));
        Marks.attach(marks, letters);
        float cell = justified(letters) ? Float.MAX_VALUE : CELL_GAP;
        List<Segment> segments = new ArrayList<>();
        List<Glyph> current = new ArrayList<>();
        List<Boolean> spaced = new ArrayList<>();
        float end = 0;
        int blank = 0;
        for (Glyph glyph : letters) {
            boolean drawn = false;
            while (blank < blanks.size() && blanks.get(blank).middle() < glyph.middle()) {
                drawn |= !current.isEmpty()
                        && blanks.get(blank).middle() > current.getLast().middle();
                blank++;
            }
            float gap = glyph.left() - end;
            if (!current.isEmpty() && gap > cell * glyph.size()) {
                segments.add(new Segment(List.copyOf(current), List.copyOf(spaced)));
                current.clear();
                spaced.clear();
            }
            spaced.add(!current.isEmpty() && (drawn || gap > space(glyph)));
            end = current.isEmpty() ? glyph.right() : Math.max(end, glyph.right());
            current.add(glyph);
        }
        if (!current.isEmpty()) {
            segments.add(new Segment(List.copyOf(current), List.copyOf(spaced)));
        }
        return segments;
    }

    /** Whether the gaps between words are wide only since a short line was stretched: then they are all alike. */
    private static boolean justified(List<Glyph> letters) {
        float least = Float.MAX_VALUE;
        float most = 0;
        int gaps = 0;
        for (int i = 1; i < letters.size(); i++) {
            float gap = letters.get(i).left() - letters.get(i - 1).right();
            if (gap > space(letters.get(i))) {
                gaps++;
                least = Math.min(least, gap);
                most = Math.max(most, gap);
            }
        }
        return gaps >= 2
                && most - least < 0.2f * letters.getFirst().size()
                && most < 5 * letters.getFirst().size();
    }

    /** A gap wider than this is a space; a justified line's are wider, kerning is narrower. */
    private static float space(Glyph glyph) {
        float own = glyph.space() > 0.1f * glyph.size() && glyph.space() < glyph.size()
                ? glyph.space() * 0.6f
                : SPACE * glyph.size();
        return Math.max(0.12f * glyph.size(), own);
    }
}
