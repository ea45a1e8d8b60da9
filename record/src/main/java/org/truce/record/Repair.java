package org.truce.record;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.truce.model.Problem;
import org.truce.model.ProblemException;
import org.truce.record.store.Disk;
import org.truce.record.store.Expected;
import org.truce.record.store.Layout;
import org.truce.record.store.Partials;
import org.truce.record.store.WriterLock;
import org.truce.record.tlog.Checkpoint;

/**
 * Mends what can be computed from the rest of a record, and only that: what the checkpoint commits to never changes.
 * What takes something away is done last, and only where nothing else is wrong, because it might have been of help.
 */
final class Repair {
    private final Layout layout;
    private final Keys keys;
    private final Bench bench;
    private final Identity identity;
    private final Checkpoint checkpoint;
    private final List<Problem> missing = new ArrayList<>();

    private Repair(Layout layout, Keys keys, Bench bench) throws IOException {
        this.layout = layout;
        this.keys = keys;
        this.bench = bench;
        this.identity = Identity.read(layout);
        this.checkpoint = identity.checkpoint(layout).checkpoint();
    }

    /**
     * Mends a record.
     *
     * @return what is wrong after that, or would be
     */
    static Verification mend(Layout layout, Keys keys, Disk disk, boolean dry, Consumer<Mended> told)
            throws IOException {
        Bench bench = new Bench(layout, disk, dry, told);
        Repair repair;
        try {
            repair = new Repair(layout, keys, bench);
        } catch (ProblemException e) {
            return Verifier.verify(layout, Optional.empty()); // which says the same of it
        }
        boolean left = Files.exists(layout.lock());
        if (dry) {
            WriterLock.probe(layout.lock());
            Verification then = repair.run();
            repair.unlock(left);
            return then;
        }
        try (WriterLock _ = WriterLock.take(layout.lock())) {
            repair.run();
        }
        repair.unlock(left);
        return with(Verifier.verify(layout, Optional.empty()), repair.missing);
    }

    private void unlock(boolean left) {
        if (left) {
            bench.done(layout.lock(), "deleted; the process that held it is gone");
        }
    }

    private Verification run() throws IOException {
        TileRepair tiles = new TileRepair(layout, checkpoint, bench);
        Optional<Partials> signed = tiles.signedPartials(identity);
        Partials partials = signed.isPresent() ? signed.get() : tiles.seenPartials();
        boolean rooted = tiles.mend(partials);
        if (rooted && signed.isEmpty()) {
            sign(partials);
        }
        JournalRepair journal = JournalRepair.look(layout, checkpoint.size());
        List<Path> leftovers = new Leftovers(layout, new Expected(checkpoint.size(), partials)).find();
        Set<String> names = new HashSet<>();
        leftovers.forEach(it -> names.add(layout.name(it)));
        AttachmentRepair attachments = new AttachmentRepair(layout, bench);
        Verification rest =
                check(it -> names.contains(it.place()) || journal.mends(it.place()) || attachments.isOne(it));
        rest = with(rest, attachments.mend());
        if (rest.isRight()) {
            journal.mend(bench);
            for (Path leftover : leftovers) {
                bench.delete(leftover, "deleted; a writer that was killed left it");
            }
        } else if (bench.dry()) {
            rest = check(it -> bench.mended(it.place()));
        }
        if (bench.planned().isEmpty() && RowCache.isDamaged(Shelf.open(layout))) {
            bench.delete(layout.cache().resolve("rows-v1"), "deleted; it did not fit and is built anew when needed");
        }
        return with(rest, missing);
    }

    private void sign(Partials partials) throws IOException {
        try {
            byte[] file = partials.sign(keys.find(identity.keys().last()));
            bench.write(layout.partials(checkpoint.size()), file, "signed anew, with the record's private key");
        } catch (ProblemException e) {
            missing.add(e.problem());
        }
    }

    /** What is wrong once all is written that is planned, without what is ignored. */
    private Verification check(Predicate<Problem> ignored) throws IOException {
        Evidence found = Evidence.gather(layout);
        boolean pending = !found.journal().entries().isEmpty();
        return Verifier.verify(layout, found.with(bench.planned(), pending), new Findings(ignored));
    }

    private static Verification with(Verification found, List<Problem> more) {
        List<Problem> problems = new ArrayList<>(found.problems());
        problems.addAll(more);
        return new Verification(
                found.checkpoint(),
                found.present(),
                found.destroyed(),
                found.withheld(),
                found.attachments(),
                found.pending(),
                problems,
                found.found() + more.size());
    }
}
