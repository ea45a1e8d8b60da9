package org.truce.reading.proposer;

import org.truce.model.Problem;
import org.truce.model.ProblemException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * One question and its answer, kept so that the proposals can be made again without the model.
 *
 * @param model name of what answered
 * @param questionHash SHA-256 of the question
 * @param answerHash SHA-256 of the answer
 * @param answer the answer as it came
 */
public record Logged(String model, String questionHash, String answerHash, String answer) {
    /** Of an answer that just came. */
    public static Logged of(Question question, Proposer.Result.Answered answered) {
        return new Logged(answered.model(), question.hash(), Hashes.sha256(answered.answer()), answered.answer());
    }

    /** As one line of JSON. */
    public String json() {
        ObjectNode out = JsonNodeFactory.instance.objectNode();
        out.put("model", model)
                .put("question", questionHash)
                .put("answerHash", answerHash)
                .put("answer", answer);
        return out.toString();
    }

    /** From its line; throws {@link ProblemException} where it is none, or its answer is not the one that was hashed. */
    public static Logged read(String json) {
        try {
            JsonNode in = JsonMapper.shared().readTree(json);
            Logged logged = new Logged(
                    in.path("model").asString(""),
                    in.path("question").asString(""),
                    in.path("answerHash").asString(""),
                    in.path("answer").asString(""));
            if (!logged.answerHash.equals(Hashes.sha256(logged.answer))) {
                throw new ProblemException(new Problem(
                        "answer-changed",
                        "/answer",
                        "The logged answer is not the one that was hashed: do not use it."));
            }
            return logged;
        } catch (JacksonException e) {
            throw new ProblemException(
                    new Problem("bad-json", "/", "This is no log of a proposer: give the file that was written."));
        }
    }
}
