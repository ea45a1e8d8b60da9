package org.truce.record;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.truce.record.tlog.Checkpoint;
import org.truce.record.tlog.Cosignature;
import org.truce.record.tlog.Hash;
import org.truce.record.tlog.Merkle;
import org.truce.record.tlog.Note;
import org.truce.record.tlog.Tree;
import org.truce.record.witness.AddCheckpoint;
import org.truce.record.witness.Answer;
import org.truce.record.witness.Policy;

/**
 * Asks the witnesses of a policy to cosign a checkpoint, all at once, and puts what they say under it. Nothing waits for
 * it but its caller. Thread-safe; asks one round at a time.
 */
final class Cosigner {
    private final Shelf shelf;
    /** Size that each witness cosigned last, as far as we know. */
    private final Map<String, Long> seen = new ConcurrentHashMap<>();

    Cosigner(Shelf shelf) {
        this.shelf = shelf;
    }

    /** What one round brought. */
    record Round(Checkpoint.Signed head, List<WitnessAnswer> answers, List<Cosignature> given) {}

    synchronized Round ask(Policy policy, Submission submission) {
        Checkpoint.Signed head = shelf.checkpoint();
        List<Cosignature> given = new ArrayList<>();
        List<WitnessAnswer> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Map<String, Future<Asked>> all = new java.util.LinkedHashMap<>();
            policy.witnesses()
                    .forEach((name, member) ->
                            all.put(name, threads.submit(() -> new Asking(name, member, head, submission).ask())));
            all.forEach((name, future) -> {
                Asked asked = finish(name, future);
                answers.add(asked.answer());
                asked.given().ifPresent(given::add);
            });
        }
        return new Round(head, answers, given);
    }

    private static Asked finish(String name, Future<Asked> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Asked.no(name, WitnessAnswer.State.UNREACHABLE, "interrupted");
        } catch (java.util.concurrent.ExecutionException e) {
            return Asked.no(name, WitnessAnswer.State.UNREACHABLE, String.valueOf(e.getCause()));
        }
    }

    private record Asked(WitnessAnswer answer, Optional<Cosignature> given) {
        static Asked no(String name, WitnessAnswer.State state, String detail) {
            return new Asked(WitnessAnswer.of(name, state, detail), Optional.empty());
        }
    }

    /** One witness, one checkpoint. */
    private final class Asking {
        private final String name;
        private final Policy.Member witness;
        private final Checkpoint.Signed head;
        private final Submission submission;

        Asking(String name, Policy.Member witness, Checkpoint.Signed head, Submission submission) {
            this.name = name;
            this.witness = witness;
            this.head = head;
            this.submission = submission;
        }

        Asked ask() throws InterruptedException {
            Optional<Cosignature> there = Cosignature.of(head.note(), witness.key());
            if (there.isPresent()) {
                return new Asked(
                        new WitnessAnswer(
                                name,
                                WitnessAnswer.State.COSIGNED,
                                Optional.of(there.get().time()),
                                ""),
                        there);
            }
            if (witness.url().isEmpty()) {
                return Asked.no(name, WitnessAnswer.State.UNREACHABLE, "the policy names no address");
            }
            try {
                Answer answer = submit(seen.getOrDefault(name, 0L));
                if (answer.status() == 409) {
                    long has = Long.parseLong(answer.body().strip());
                    if (has > head.checkpoint().size()) {
                        return Asked.no(name, WitnessAnswer.State.FORKED, "it has cosigned " + has + " entries");
                    }
                    seen.put(name, has);
                    answer = submit(has);
                }
                return judge(answer);
            } catch (IOException | UncheckedIOException e) {
                String why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
                return Asked.no(name, WitnessAnswer.State.UNREACHABLE, why);
            } catch (NumberFormatException e) {
                return Asked.no(name, WitnessAnswer.State.DECLINED, "it answered 409 without a size");
            }
        }

        private Answer submit(long old) throws IOException, InterruptedException {
            long size = head.checkpoint().size();
            List<Hash> proof = old == 0 ? List.of() : Merkle.consistency(old, size, Tree.nodes(size, shelf::tile));
            String log = head.note()
                    .with(List.of(head.note().signatures().getFirst()))
                    .toString();
            return submission.submit(witness.url().orElseThrow(), new AddCheckpoint(old, proof, log).bytes());
        }

        private Asked judge(Answer answer) {
            if (answer.status() == 422) {
                return Asked.no(name, WitnessAnswer.State.FORKED, answer.body());
            }
            if (answer.status() != 200) {
                return Asked.no(name, WitnessAnswer.State.DECLINED, answer.status() + " " + answer.body());
            }
            Optional<Cosignature> given = Note.signatures(answer.bytes())
                    .map(lines -> head.note().with(lines))
                    .flatMap(note -> Cosignature.of(note, witness.key()));
            if (given.isEmpty()) {
                return Asked.no(name, WitnessAnswer.State.DECLINED, "its answer is no cosignature of its key");
            }
            seen.put(name, head.checkpoint().size());
            return new Asked(
                    new WitnessAnswer(
                            name,
                            WitnessAnswer.State.COSIGNED,
                            Optional.of(given.get().time()),
                            ""),
                    given);
        }
    }

    /** A checkpoint with the log's signature and these cosignatures. */
    static Checkpoint.Signed with(Checkpoint.Signed head, List<Cosignature> given) {
        List<Note.Signed> lines =
                new ArrayList<>(List.of(head.note().signatures().getFirst()));
        given.forEach(it -> lines.add(it.line()));
        return new Checkpoint.Signed(head.checkpoint(), head.note().with(lines));
    }

    static boolean same(Checkpoint.Signed a, Checkpoint.Signed b) {
        return Arrays.equals(a.note().bytes(), b.note().bytes());
    }
}
