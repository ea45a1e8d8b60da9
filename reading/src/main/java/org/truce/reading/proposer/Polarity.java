package org.truce.reading.proposer;

import java.util.List;
import org.truce.model.Problem;
import org.truce.model.ProblemException;
import org.truce.reading.lexicon.Hit;
import org.truce.reading.lexicon.Language;
import org.truce.reading.text.Lang;
import org.truce.reading.text.Tokenizer;

/**
 * Whether what is proposed as asserted, denied or planned agrees with the cues of its sentence. A denial is looked for in
 * the whole sentence, so that a quote cannot leave out the "not"; where cues disagree the proposal is refused.
 */
final class Polarity {
    private static final String ENDS = ".!?؟\n";

    private Polarity() {}

    static void check(String text, Lang lang, int start, int end, String status) {
        int from = start;
        while (from > 0 && ENDS.indexOf(text.charAt(from - 1)) < 0) {
            from--;
        }
        int to = end;
        while (to < text.length() && ENDS.indexOf(text.charAt(to - 1)) < 0) {
            to++;
        }
        List<Hit> sentence = cues(text.substring(from, to), lang);
        List<Hit> quote = cues(text.substring(start, end), lang);
        boolean denied = has(sentence, "denied")
                || has(sentence, "deny")
                || has(sentence, "refuted")
                || has(sentence, "forward");
        boolean agrees = switch (status) {
            case "denied" -> denied;
            case "planned" -> has(sentence, "planned") && !denied;
            default -> !denied && !has(sentence, "hypothetical") && !has(quote, "planned") && !has(quote, "scheduled");
        };
        if (!agrees) {
            throw new ProblemException(new Problem(
                    "polarity-disagrees",
                    "status",
                    "The cues of the sentence do not make it " + status + ": it stays for a person to read."));
        }
    }

    /** The cues of a stretch without those that only look like one. */
    private static List<Hit> cues(String words, Lang lang) {
        List<Hit> all = Language.of(lang, "status").find(Tokenizer.of(words));
        return all.stream()
                .filter(hit -> all.stream()
                        .noneMatch(neutral -> neutral.section().equals("neutral")
                                && neutral.from() <= hit.from()
                                && neutral.to() >= hit.to()))
                .toList();
    }

    private static boolean has(List<Hit> cues, String section) {
        return cues.stream().anyMatch(hit -> hit.section().equals(section));
    }
}
