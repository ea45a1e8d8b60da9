package org.truce.record;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.truce.record.store.JournalReader;
import org.truce.record.store.Layout;

/**
 * Takes away what a journal holds that counts for nothing: segments of which every entry is published, and a last batch
 * that was cut off while it was written.
 */
final class JournalRepair {
    private final Layout layout;
    private final List<Path> stale = new ArrayList<>();
    private final List<Path> segments;
    private OptionalLong cut = OptionalLong.empty();

    private JournalRepair(Layout layout, List<Path> segments) {
        this.layout = layout;
        this.segments = segments;
    }

    /** Looks at a journal, and changes nothing. */
    static JournalRepair look(Layout layout, long published) throws IOException {
        List<Path> segments = List.of();
        if (Files.isDirectory(layout.journal())) {
            try (Stream<Path> files = Files.list(layout.journal())) {
                segments = files.sorted().toList();
            }
        }
        JournalRepair repair = new JournalRepair(layout, segments);
        for (int i = 0; i < segments.size(); i++) {
            Path segment = segments.get(i);
            boolean last = i == segments.size() - 1;
            if (!last && published >= first(segments.get(i + 1)) && first(segment) <= published) {
                repair.stale.add(segment);
            } else if (last) {
                repair.lookAtLast(segment, published);
            }
        }
        return repair;
    }

    private static long first(Path segment) {
        String name = segment.getFileName().toString();
        return name.matches("[0-9]{19}") ? Long.parseLong(name) : Long.MAX_VALUE;
    }

    private void lookAtLast(Path segment, long published) throws IOException {
        JournalReader.Extent extent = JournalReader.extent(segment);
        if (!extent.sound() || first(segment) == Long.MAX_VALUE) {
            return;
        }
        if (extent.next().orElse(published) <= published) {
            stale.add(segment);
        } else if (extent.whole() < Files.size(segment)) {
            cut = OptionalLong.of(extent.whole());
        }
    }

    /** Whether what is told of a place is mended by {@link #mend}. */
    boolean mends(String place) {
        List<Path> all = new ArrayList<>(stale);
        if (cut.isPresent()) {
            all.add(segments.getLast());
        }
        return all.stream().map(layout::name).anyMatch(it -> place.equals(it) || place.startsWith(it + "@"));
    }

    /** Takes it away. */
    void mend(Bench bench) throws IOException {
        for (Path segment : stale) {
            bench.delete(segment, "deleted; all that was acknowledged in it is published");
        }
        if (cut.isPresent()) {
            Path last = segments.getLast();
            long bytes = Files.size(last) - cut.getAsLong();
            bench.cut(last, cut.getAsLong(), "cut by " + bytes + " bytes of a batch that was never acknowledged");
        }
        if (Files.isDirectory(layout.journal()) && stale.size() == segments.size()) {
            bench.delete(layout.journal(), "deleted; it is empty");
        }
    }
}
