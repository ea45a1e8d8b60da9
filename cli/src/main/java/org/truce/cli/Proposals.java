package org.truce.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.truce.exchange.endpoint.ChatEndpoint;
import org.truce.model.Problem;
import org.truce.model.ProblemException;
import org.truce.reading.Reading;
import org.truce.reading.proposer.Logged;
import org.truce.reading.proposer.Proposed;
import org.truce.reading.proposer.Proposer;
import org.truce.reading.proposer.Question;
import org.truce.reading.proposer.Verifier;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The options of a command that may ask a language model, and what is left of its answer. */
final class Proposals {
    @Option(
            names = "--proposer",
            paramLabel = "URL",
            description =
                    "Asks the language model at this OpenAI-compatible address for further events; off by default."
                            + " What it says is kept only where its words, numbers, days and names are found in the text.")
    private @Nullable String address;

    @Option(
            names = "--proposer-elsewhere",
            description = "Allows an address that is not this machine's: the report leaves it, over https.")
    private boolean elsewhere;

    @Option(
            names = "--model",
            paramLabel = "NAME",
            defaultValue = "default",
            description = "The model's name at that address. A key is taken from TRUCE_PROPOSER_KEY.")
    private String model = "default";

    @Option(names = "--proposer-log", paramLabel = "FILE", description = "Writes the answer there, to replay it.")
    private @Nullable Path log;

    @Option(names = "--replay", paramLabel = "FILE", description = "Takes a logged answer instead of asking a model.")
    private @Nullable Path replay;

    /** Whether anybody is to be asked. */
    boolean wanted() {
        return address != null || replay != null;
    }

    /** What is left of the answer; throws {@link ProblemException} where there is none. */
    Proposed of(String text, Reading reading, Console console) throws IOException {
        Logged logged = replay == null ? asked(text, console) : Logged.read(Files.readString(replay));
        if (log != null) {
            Files.writeString(log, logged.json() + "\n");
        }
        return Verifier.check(text, reading, logged);
    }

    private Logged asked(String text, Console console) {
        String key = console.variable("TRUCE_PROPOSER_KEY");
        Proposer proposer = ChatEndpoint.of(
                java.util.Objects.requireNonNull(address), elsewhere, model, key, ChatEndpoint.Bounds.STANDARD);
        Question question = Question.about(text);
        return switch (proposer.ask(question)) {
            case Proposer.Result.Answered answered -> Logged.of(question, answered);
            case Proposer.Result.Failed(Problem problem) -> throw new ProblemException(problem);
        };
    }

    /** As JSON; each event carries the mark of what no person has confirmed. */
    static ObjectNode json(Proposed proposed) {
        ObjectNode out = JsonNodeFactory.instance.objectNode();
        out.put("model", proposed.model())
                .put("question", proposed.questionHash())
                .put("answer", proposed.answerHash());
        ArrayNode events = out.putArray("events");
        for (Reading.Event event : proposed.events()) {
            ObjectNode one = events.addObject()
                    .put("mark", Proposed.MARK)
                    .put("type", event.type())
                    .put("status", event.status())
                    .put("date", event.date())
                    .put("place", event.place() == null ? null : event.place().normalised())
                    .put("accused", event.accused())
                    .put("accuser", event.accuser());
            one.putArray("span").add(event.span().start()).add(event.span().end());
            ArrayNode quantities = one.putArray("quantities");
            event.quantities().forEach(figure -> {
                ObjectNode number =
                        quantities.addObject().put("name", figure.name()).put("value", figure.value());
                number.putArray("span")
                        .add(figure.span().start())
                        .add(figure.span().end());
            });
        }
        ArrayNode refused = out.putArray("refused");
        proposed.refused()
                .forEach(problem -> refused.addObject()
                        .put("code", problem.code())
                        .put("place", problem.place())
                        .put("sentence", problem.sentence()));
        return out;
    }
}
