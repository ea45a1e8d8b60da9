package org.truce.reading.places;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.truce.reading.page.Page;

/** The points of a story that are told otherwise than by a name alone, in order. Pure; one pass over the text. */
public final class Points {
    private Points() {}

    /** The points of a page's story, given its places. */
    public static List<PointMention> read(Page page, List<PlaceMention> places) {
        List<PointMention> out = new ArrayList<>(new Bearings(page).of(places));
        out.addAll(new Coordinates(page).find());
        out.addAll(new GridReferences(page).find());
        out.sort(Comparator.comparingInt(PointMention::from));
        return out;
    }
}
