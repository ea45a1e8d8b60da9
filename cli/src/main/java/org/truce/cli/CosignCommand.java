package org.truce.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.truce.model.ProblemException;
import org.truce.record.Surroundings;
import org.truce.record.TruceRecord;
import org.truce.record.WitnessAnswer;
import org.truce.record.Witnessing;
import org.truce.record.witness.Policy;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code truce cosign}: names a record's witnesses and asks them. */
@CommandLine.Command(
        name = "cosign",
        description = {
            "Asks a record's witnesses to cosign its checkpoint, and says what each of them answered.",
            "Ends with 0 where enough of them cosigned, with 1 otherwise. \"add\" and \"serve\" ask by themselves."
        },
        footer = {
            "",
            "A policy (C2SP tlog-policy) has lines such as:",
            "  witness armenia example.am/witness+…+… https://witness.example.am/",
            "  witness azerbaijan example.az/witness+…+… https://witness.example.az/",
            "  group both all armenia azerbaijan",
            "  quorum both",
            "",
            "Example: truce cosign my-ceasefire --policy witnesses.txt"
        })
final class CosignCommand extends Command {
    @Parameters(paramLabel = "DIR", description = "The record.")
    private Path dir = Path.of("");

    @Option(names = "--policy", paramLabel = "FILE", description = "Names the witnesses from now on.")
    private @Nullable Path policy;

    @Option(names = "--wait", paramLabel = "SECONDS", description = "How long a witness may take; else 5.")
    private int wait = 5;

    @Option(names = "--key", paramLabel = "FILE", description = "The private key, where it is not at its usual place.")
    private @Nullable Path key;

    CosignCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() throws IOException {
        if (wait < 1 || wait > 600) {
            throw new WrongUse("wrong-use", "--wait", "A number of seconds from 1 to 600.");
        }
        try (TruceRecord record = TruceRecord.openForWriting(dir, keys(key), Surroundings.real())) {
            if (policy != null) {
                record.keep(Policy.parse(Files.readAllBytes(policy), policy.toString()));
            }
            List<WitnessAnswer> answers = new Cosigning(console(), Duration.ofSeconds(wait)).ask(record);
            Optional<Witnessing> witnessing = record.witnessing();
            if (witnessing.isEmpty()) {
                throw new ProblemException(
                        "no-policy",
                        dir.toString(),
                        "This record names no witnesses yet; name them with --policy FILE.");
            }
            answers.forEach(it -> console()
                    .out()
                    .println(it.name() + " " + it.state().name().toLowerCase(java.util.Locale.ROOT)
                            + it.time().map(time -> " " + time).orElse("")));
            console().out().println(Cosigning.line(witnessing.get(), record.size()));
            Policy names = witnessing.get().policy();
            return names.enough(names.cosigned(record.checkpoint()).keySet()) ? Truce.DONE : Truce.NO;
        }
    }
}
