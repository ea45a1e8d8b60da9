package org.truce.assessment;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.truce.model.kind.Judgement.Level;

/**
 * One rule of the decision list and what came of it. Its sentence is written so that "holds" is what peace asks for.
 *
 * @param code key of its sentence
 * @param args arguments of the sentence
 * @param holds whether it holds; absent where it was not evaluated
 * @param value what was found, as a number or a probability; absent where there is none
 * @param threshold what was asked for; absent where there is none
 * @param decides the level that follows where it does not hold
 * @param entries the entries on which it rests
 */
public record Reason(
        String code,
        Map<String, Object> args,
        @Nullable Boolean holds,
        @Nullable Double value,
        @Nullable Double threshold,
        Level decides,
        List<UUID> entries) {
    public Reason {
        args = Map.copyOf(args);
        entries = List.copyOf(entries);
    }

    /** A rule whose computation does not exist yet. */
    static Reason notEvaluated(String code, Level decides) {
        return new Reason(code, Map.of(), null, null, null, decides, List.of());
    }

    /** Whether it was evaluated and does not hold. */
    public boolean fails() {
        return Boolean.FALSE.equals(holds);
    }
}
