package org.truce.record;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.truce.model.Text;
import org.truce.model.entry.Audience;
import org.truce.model.id.ActorId;
import org.truce.model.kind.RecordKeeping;

/**
 * Not a test: a process of its own whose many threads append until it is killed, and note what was acknowledged. What an
 * entry says follows from its id alone, so that whoever looks afterwards knows of every entry what it must be.
 */
final class KilledWriter {
    static final int THREADS = 64;

    private static final long BASE = 0x8000_0000_0000_0000L;
    static final List<Audience> AUDIENCES =
            List.of(Field.PUBLIC, Field.MISSION, Audience.Group.PARTIES, new Audience.Party(new ActorId("mission")));

    private KilledWriter() {}

    /**
     * One entry: of a round, a thread, a call of that thread, and its place among the call's entries.
     *
     * @param round from 0
     * @param thread from 0, below {@link #THREADS}
     * @param call from 0
     * @param slot from 0, below {@link #slots}
     */
    record Name(int round, int thread, int call, int slot) {
        UUID id() {
            return new UUID(
                    0x0175_b1e0_0000_7000L, BASE | (long) round << 44 | (long) thread << 36 | (long) call << 4 | slot);
        }

        static Name of(UUID id) {
            long bits = id.getLeastSignificantBits() & ~BASE;
            return new Name((int) (bits >>> 44), (int) (bits >>> 36) & 0xff, (int) (bits >>> 4), (int) bits & 0xf);
        }

        /** Entries of this one's call. */
        int slots() {
            return call % 5 == 2 ? 3 : 1;
        }

        /** Whether the entry orders the destruction of another, which is the first of the same thread and round. */
        boolean orders() {
            return thread == 0 && call == 1;
        }

        Name target() {
            return new Name(round, thread, 0, 0);
        }

        Candidate candidate(Field field) {
            if (orders()) {
                var body = new RecordKeeping.ContentDestroyed(target().id(), Text.of("en", "order " + this));
                return Candidate.of(field.entry(id(), Field.PUBLIC, body, List.of(), null));
            }
            Audience audience = AUDIENCES.get(thread % AUDIENCES.size());
            if ((thread + call) % 16 == 0) {
                byte[] file = new byte[call * 977 % 9000];
                new Random(hashCode()).nextBytes(file);
                return field.attached(id(), audience, file);
            }
            return Candidate.of(field.concern(id(), audience, toString()));
        }
    }

    /** Arguments: home of the record, round, and milliseconds after which it closes the record by itself. */
    public static void main(String[] arguments) throws Exception {
        Path home = Path.of(arguments[0]);
        int round = Integer.parseInt(arguments[1]);
        Field field = new Field(home);
        try (FileChannel log = FileChannel.open(
                        home.resolve("acknowledged"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.APPEND);
                TruceRecord record = TruceRecord.openForWriting(field.dir, field.keys(), Surroundings.real())) {
            System.out.println("open");
            long end = System.nanoTime() + Long.parseLong(arguments[2]) * 1_000_000;
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                int thread = i;
                threads.add(Thread.ofPlatform().start(() -> run(record, field, log, round, thread, end)));
            }
            for (Thread thread : threads) {
                thread.join();
            }
        }
        System.out.println("closed");
    }

    private static void run(TruceRecord record, Field field, FileChannel log, int round, int thread, long end) {
        try {
            for (int call = 0; System.nanoTime() - end < 0; call++) {
                List<Candidate> candidates = new ArrayList<>();
                int slots = new Name(round, thread, call, 0).slots();
                for (int slot = 0; slot < slots; slot++) {
                    candidates.add(new Name(round, thread, call, slot).candidate(field));
                }
                StringBuilder told = new StringBuilder();
                List<Outcome> outcomes = record.append(candidates);
                for (int slot = 0; slot < slots; slot++) {
                    long index = ((Outcome.Appended) outcomes.get(slot)).index();
                    told.append(new Name(round, thread, call, slot).id())
                            .append(' ')
                            .append(index)
                            .append('\n');
                }
                log.write(ByteBuffer.wrap(told.toString().getBytes(StandardCharsets.US_ASCII)));
            }
        } catch (IOException | RuntimeException e) {
            e.printStackTrace();
            Runtime.getRuntime().halt(3);
        }
    }
}
