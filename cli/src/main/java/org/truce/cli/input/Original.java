package org.truce.cli.input;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.truce.exchange.document.Document;
import org.truce.exchange.document.Documents;
import org.truce.exchange.document.Limits;
import org.truce.exchange.document.Page;
import org.truce.model.Problem;
import org.truce.model.ProblemException;
import org.truce.reading.source.Metadata;
import org.truce.reading.source.ReportText;

/**
 * The text of a report's file, whatever it is: plain text, a web page, a PDF or a DOCX.
 *
 * @param text the text and how it was made
 * @param pages where the words of each page stand; empty where there are no pages
 * @param notes what to know before one relies on it
 */
public record Original(ReportText text, List<Page> pages, List<Problem> notes) {
    /** Bytes of the largest file that is looked at. */
    public static final int MAX_BYTES = Limits.STANDARD.bytes();

    /** Copies the lists. */
    public Original {
        pages = List.copyOf(pages);
        notes = List.copyOf(notes);
    }

    /** The bytes of a file, at most one more than are looked at. */
    public static byte[] bytes(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new ProblemException("no-file", file.toString(), "There is no such file.");
        }
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(MAX_BYTES + 1);
        }
    }

    /**
     * The text of a file's bytes; throws {@link ProblemException} where there is none.
     *
     * @param name of the file
     * @param place how the user named it
     */
    public static Original of(byte[] bytes, String name, String place) {
        if (Documents.takes(bytes, name)) {
            return switch (Documents.read(bytes, name)) {
                case Document.Result.Good(Document it) ->
                    new Original(
                            new ReportText(it.text(), it.mediaType(), it.extractor(), Metadata.NONE),
                            it.pages(),
                            it.notes());
                case Document.Result.Bad(Problem problem) -> throw new ProblemException(problem.within(place));
            };
        }
        return switch (ReportText.of(bytes, name)) {
            case ReportText.Result.Good(ReportText text) -> new Original(text, List.of(), List.of());
            case ReportText.Result.Bad(Problem problem) -> throw new ProblemException(problem.within(place));
        };
    }
}
