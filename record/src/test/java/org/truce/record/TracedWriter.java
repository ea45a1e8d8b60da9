package org.truce.record;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.UUID;

/** Not a test: a process that does a writer's day, and says in a file what was acknowledged, as soon as it was. */
final class TracedWriter {
    private TracedWriter() {}

    /** Arguments: home of the record, and the number of ids that were used there. */
    public static void main(String[] arguments) throws IOException {
        Path home = Path.of(arguments[0]);
        Field field = new Field(home);
        field.many(Integer.parseInt(arguments[1])); // so that no id is used twice
        UUID secret = field.id();
        List<List<Candidate>> batches = List.of(
                field.many(3),
                List.of(field.attached(secret, Field.MISSION, new byte[100_000])),
                field.many(300),
                field.many(1),
                List.of(field.destroying(secret)),
                field.many(2));
        try (FileChannel out = FileChannel.open(
                        home.resolve("acknowledged"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                TruceRecord record = TruceRecord.openForWriting(field.dir, field.keys(), Surroundings.real())) {
            for (int i = 0; i < batches.size(); i++) {
                for (Outcome outcome : record.append(batches.get(i))) {
                    say(out, "acknowledged " + ((Outcome.Appended) outcome).index());
                }
                if (i % 2 == 1) {
                    record.publish();
                    say(out, "published " + record.checkpoint().checkpoint().size());
                }
            }
        }
    }

    private static void say(FileChannel out, String line) throws IOException {
        out.write(ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.US_ASCII)));
    }
}
