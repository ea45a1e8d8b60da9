package org.truce.record;

import java.io.IOException;
import java.util.Optional;
import org.truce.model.ProblemException;
import org.truce.record.store.Layout;
import org.truce.record.tlog.Checkpoint;
import org.truce.record.tlog.Cosignature;
import org.truce.record.tlog.Hash;
import org.truce.record.tlog.Note;
import org.truce.record.witness.Policy;

/** Checks the files {@code policy} and {@code witnessed} and every signature line under the checkpoint. */
final class WitnessCheck {
    private final Layout layout;
    private final Evidence evidence;
    private final Findings findings;

    WitnessCheck(Layout layout, Evidence evidence, Findings findings) {
        this.layout = layout;
        this.evidence = evidence;
        this.findings = findings;
    }

    void check(TreeCheck tree) throws IOException {
        Optional<Policy> policy = Optional.empty();
        try {
            policy = Witnessing.policy(layout, evidence.identity(), evidence.size());
        } catch (ProblemException e) {
            findings.add(e.problem());
        }
        lines("checkpoint", evidence.checkpoint(), policy);
        Optional<byte[]> file = Identity.small(Witnessing.witnessedFile(layout));
        if (file.isPresent()) {
            witnessed(file.get(), policy, tree);
        }
    }

    private void witnessed(byte[] file, Optional<Policy> policy, TreeCheck tree) throws IOException {
        Optional<Checkpoint.Signed> read = Checkpoint.Signed.parse(file).filter(evidence.identity()::signed);
        if (read.isEmpty()) {
            findings.add("damaged-file", "witnessed", "This is no checkpoint that the record's key signed.");
            return;
        }
        lines("witnessed", read.get(), policy);
        Checkpoint head = read.get().checkpoint();
        if (head.size() > evidence.size()) {
            if (!evidence.live()) {
                findings.add(
                        "shorter-than-witnessed",
                        "witnessed",
                        "Witnesses cosigned " + head.size() + " entries; the record has " + evidence.size()
                                + ": entries were taken away, or this copy is older.");
            }
            return;
        }
        Optional<Hash> root = tree.rootAt(head.size());
        if (root.isPresent() && !root.get().equals(head.root())) {
            findings.add(
                    "history-differs",
                    "witnessed",
                    "The first " + head.size() + " entries are not those that the witnesses cosigned: the record was"
                            + " rewritten. Keep both and tell the other parties.");
        }
    }

    /** Every line under a checkpoint is the log's own or a right cosignature of a witness of the policy. */
    private void lines(String file, Checkpoint.Signed head, Optional<Policy> policy) {
        KeyChain log = evidence.identity().keys();
        long known = head.note().signatures().stream()
                .filter(it -> log.all().stream().anyMatch(key -> it.name().equals(key.name()) && it.id() == key.id())
                        || (policy.isPresent() && right(head, it, policy.get())))
                .distinct()
                .count();
        if (known != head.note().signatures().size()) {
            findings.add(
                    "bad-cosignature",
                    file,
                    "A signature line is neither the log's nor a right cosignature of a witness that the record's"
                            + " policy names.");
        }
    }

    private static boolean right(Checkpoint.Signed head, Note.Signed line, Policy policy) {
        return policy.witnesses().values().stream()
                .flatMap(it -> Cosignature.of(head.note(), it.key()).stream())
                .anyMatch(it -> it.line().equals(line));
    }
}
