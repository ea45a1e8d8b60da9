package org.truce.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.truce.model.entry.Audience;
import org.truce.picture.OpenRecord;
import org.truce.picture.View;
import org.truce.publication.feed.RegisterFeed;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a process of its own is asked, so that nothing is measured that another question left behind: {@code restart DIR}
 * opens a record and counts once; {@code register DIR NAME TIMES} makes the first page of a register as often, of another
 * instant each time. Prints milliseconds, one a line.
 */
final class PictureAsk {
    /** Rows of a page, as the server gives them where nothing is said. */
    private static final int PAGE = 200;

    private PictureAsk() {}

    /** Asks. */
    public static void main(String[] args) throws IOException {
        try (OpenRecord open = OpenRecord.of(Path.of(args[1]))) {
            if (args[0].equals("restart")) {
                View view = open.picture().at(Instant.MAX, open.picture().size(), Audience.Group.MISSION);
                System.out.println(view.observed(ObservationSource.START, Instant.MAX, null, 0));
                return;
            }
            for (int i = 0; i < Integer.parseInt(args[3]); i++) {
                System.out.println(firstPage(open, args[2], i));
            }
        }
    }

    private static double firstPage(OpenRecord open, String name, int turn) {
        long start = System.nanoTime();
        long size = open.picture().size();
        Instant last = open.picture().knownSince(size);
        View view = open.picture()
                .at((last == null ? Instant.now() : last).minusSeconds(turn * 60L), size, Audience.Group.MISSION);
        ObjectNode heading = RegisterFeed.heading(name, view);
        List<ObjectNode> rows =
                java.util.Objects.requireNonNull(RegisterFeed.ALL.get(name)).rows(view);
        List<String> page = new ArrayList<>(List.of(heading.toString()));
        for (int i = 0; i < Math.min(PAGE, rows.size()); i++) {
            page.add(rows.get(i).toString());
        }
        double millis = (System.nanoTime() - start) / 1e6;
        if (page.size() != 1 + Math.min(PAGE, rows.size())) {
            throw new IllegalStateException("a page of " + page.size());
        }
        return millis;
    }
}
