package org.truce.cli.input;

import org.truce.model.Problem;
import org.truce.reading.extract.Extraction;
import org.truce.reading.extract.Extractor;

/** The text of a report's bytes, with problems in the words of the command line. Pure. */
public final class ReportText {
    /** Largest report, in bytes. */
    public static final int MAX_BYTES = Extractor.LIMIT_BYTES;

    private ReportText() {}

    /** What came of the bytes. */
    public sealed interface Result {
        /**
         * A text.
         *
         * @param text as it was extracted
         */
        record Good(Extraction.Text text) implements Result {}

        /**
         * No text.
         *
         * @param problem what is wrong
         */
        record Bad(Problem problem) implements Result {}
    }

    /** The text of a file of a name. */
    public static Result of(byte[] bytes, String name) {
        return switch (Extractor.standard().extract(name, bytes)) {
            case Extraction.Text text -> new Result.Good(text);
            case Extraction.Refused refused ->
                new Result.Bad(new Problem(
                        // Codes of the command line are kebab-case.
                        refused.problem().code().replace('.', '-'),
                        refused.problem().place(),
                        refused.problem().sentence()));
        };
    }
}
