package org.truce.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.truce.record.TruceRecord;

/** How fast the record is. */
public final class RecordSpeed {
    private RecordSpeed() {}

    /** Measures. */
    public static void main(String[] args) throws IOException, InterruptedException {
        long count = Long.parseLong(args[0]);
        String only = args.length > 1 ? args[1] : "one,many,bulk,verify,open,rebuild,receipt";
        RecordFigures figures = new RecordFigures(Path.of(System.getProperty(
                "dir", "/root/fast/bench-" + ProcessHandle.current().pid())));
        System.out.printf("sha %.0f/s%n", RecordFigures.sha256(1));
        if (only.contains("one")) {
            try (TruceRecord record = figures.create("one")) {
                RecordFigures.oneCaller(record, 1, 2);
                for (int i = 0; i < 3; i++) {
                    double bare = figures.bareSync(2);
                    double one = RecordFigures.oneCaller(record, 2 + i, 2);
                    System.out.printf("bare %.0f/s one %.0f/s %.0f%%%n", bare, one, 100 * one / bare);
                }
            }
        }
        if (only.contains("many")) {
            try (TruceRecord record = figures.create("many")) {
                RecordFigures.together(record, 64, 1, 3);
                for (int i = 0; i < 3; i++) {
                    System.out.println(RecordFigures.together(record, 64, 2 + i, 3));
                }
            }
        }
        EntrySource source = new EntrySource(99);
        if (only.contains("bulk")) {
            try (TruceRecord record = figures.create("bulk")) {
                long step = count / 4;
                for (long at = 0; at < count; at += step) {
                    System.out.println(RecordFigures.bulk(record, source, at, at + step));
                }
            }
        }
        for (int i = 0; i < 4 && only.contains("verify"); i++) {
            System.out.printf("verify %.0f/s%n", figures.verify("bulk", count));
        }
        for (int i = 0; i < 3 && only.contains("rebuild"); i++) {
            System.out.printf("rebuild %.0f/s%n", count / figures.open("bulk", false));
        }
        for (int i = 0; i < 3 && only.contains("open"); i++) {
            System.out.printf("open %.3f s%n", figures.open("bulk", true));
        }
        if (only.contains("receipt")) {
            SplittableRandom random = new SplittableRandom(1);
            try (TruceRecord record = TruceRecord.open(figures.directory("bulk"))) {
                for (int r = 0; r < 3; r++) {
                    double sum = 0;
                    for (int i = 0; i < 100; i++) {
                        sum += RecordFigures.receipt(record, random);
                    }
                    System.out.printf("receipt %.2f ms%n", sum / 100);
                }
            }
        }
    }
}
