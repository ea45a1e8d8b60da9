package org.truce.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.truce.model.Problem;
import org.truce.model.ProblemException;
import org.truce.peers.HttpSubmission;
import org.truce.record.TruceRecord;
import org.truce.record.WitnessAnswer;
import org.truce.record.Witnessing;

/** Asks a record's witnesses and tells what they say. */
final class Cosigning {
    private final Console console;
    private final Duration patience;

    Cosigning(Console console, Duration patience) {
        this.console = console;
        this.patience = patience;
    }

    /** Asks once; tells every problem on standard error. Empty where the record names no witnesses. */
    List<WitnessAnswer> ask(TruceRecord record) throws IOException {
        try (HttpSubmission submission = new HttpSubmission(patience)) {
            List<WitnessAnswer> answers = record.cosign(submission);
            answers.forEach(this::tell);
            return answers;
        }
    }

    /**
     * Asks where there is a size that was not asked about yet, or not enough cosigned.
     *
     * @param asked size that was asked about last
     * @return the size that is settled now; -1 where it is to be asked again
     */
    long again(TruceRecord record, long asked) {
        try {
            long size = record.size();
            Optional<Witnessing> witnessing = size == asked ? Optional.empty() : record.witnessing();
            if (witnessing.isEmpty()) {
                return asked;
            }
            boolean all = ask(record).stream().allMatch(it -> it.state() == WitnessAnswer.State.COSIGNED);
            return all ? size : -1;
        } catch (IOException e) {
            console.problem(new Problem("disk", record.toString(), "Not cosigned: " + e.getMessage() + "."));
        } catch (ProblemException e) {
            console.problem(e.problem());
        }
        return asked;
    }

    private void tell(WitnessAnswer answer) {
        switch (answer.state()) {
            case COSIGNED -> {}
            case UNREACHABLE ->
                problem("witness-unreachable", answer, "It could not be asked: " + answer.detail() + ".");
            case DECLINED -> problem("witness-declined", answer, "It did not cosign: " + answer.detail() + ".");
            case FORKED ->
                problem(
                        "history-differs",
                        answer,
                        "This witness has cosigned another history of this record: " + answer.detail()
                                + ". The record was rewritten or put back from an old copy, or two machines write with"
                                + " its key. Stop, keep every copy, and tell the parties.");
        }
    }

    private void problem(String code, WitnessAnswer answer, String sentence) {
        console.problem(new Problem(code, "witness " + answer.name(), sentence));
    }

    /** How far witnesses stand behind the record, in one line. */
    static String line(Witnessing witnessing, long size) {
        int of = witnessing.policy().witnesses().size();
        if (witnessing.head().isEmpty()) {
            return "witnessed: not yet by enough of " + of;
        }
        return "witnessed: " + witnessing.size() + " of " + size + " entries, by "
                + witnessing.times().size() + " of "
                + of + " ("
                + String.join(
                        ", ",
                        witnessing.times().entrySet().stream()
                                .map(it -> it.getKey() + " " + it.getValue())
                                .toList())
                + ")";
    }
}
