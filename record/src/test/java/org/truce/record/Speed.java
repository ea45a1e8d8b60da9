package org.truce.record;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Not a test: prints how fast the record is here. Run with the number of entries. */
final class Speed {
    private Speed() {}

    public static void main(String[] arguments) throws Exception {
        int count = Integer.parseInt(arguments[0]);
        Path home = Files.createTempDirectory("speed");
        Field field = new Field(home);
        List<Candidate> candidates = field.many(count);
        long start = System.nanoTime();
        try (TruceRecord record = field.create()) {
            for (int i = 0; i < count; i += 1000) {
                record.append(candidates.subList(i, Math.min(count, i + 1000)));
            }
            print("append", count, start);
            start = System.nanoTime();
        }
        print("close", count, start);
        for (int pass = 0; pass < 2; pass++) {
            start = System.nanoTime();
            Verification verification = TruceRecord.verify(field.dir, Optional.empty());
            print("verify " + verification.problems(), count, start);
            start = System.nanoTime();
            try (TruceRecord record = field.read()) {
                record.sizeRecordedBy(Field.START);
                print("open with rows", count, start);
                start = System.nanoTime();
                record.receipt(count / 2, Field.MISSION);
                print("receipt", 1, start);
            }
            if (pass == 0) {
                TruceRecordTest.delete(field.dir.resolve("cache"));
            }
        }
        try (TruceRecord record = field.write()) {
            start = System.nanoTime();
            for (int i = 0; i < 1000; i++) {
                record.append(List.of(field.concern(Field.PUBLIC, "one " + i)));
            }
            print("one by one", 1000, start);
        }
        TruceRecordTest.delete(home);
    }

    private static void print(String what, int count, long start) {
        double seconds = (System.nanoTime() - start) / 1e9;
        System.err.printf("%-20s %8.3f s %12.0f/s%n", what, seconds, count / seconds);
    }
}
