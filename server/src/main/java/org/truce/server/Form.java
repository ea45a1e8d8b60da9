package org.truce.server;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.MimeTypeUtils;
import org.truce.publication.table.Csv;

/** The forms in which a register is given: by {@code format}, else by the {@code Accept} header, else JSON. */
enum Form {
    /** One object with a page of rows. */
    JSON("application/json", Page.USUAL),
    /** A row a line. */
    NDJSON("application/x-ndjson", Integer.MAX_VALUE),
    /** A table. */
    CSV(Csv.TYPE, Integer.MAX_VALUE);

    private final String type;
    private final int usual;

    Form(String type, int usual) {
        this.type = type;
        this.usual = usual;
    }

    /** How many rows are given where no number is asked for: forms that are made a row at a time give all. */
    int usual() {
        return usual;
    }

    /** The value of the Content-Type header. */
    String type() {
        return type;
    }

    /** The value of {@code format}. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Form ofRequest(HttpServletRequest request) {
        String word = request.getParameter("format");
        if (word == null) {
            return accepted(request);
        }
        return Arrays.stream(values())
                .filter(form -> form.word().equals(word))
                .findFirst()
                .orElseThrow(() -> Question.bad("bad-format", "format", "format is json, ndjson or csv."));
    }

    private static Form accepted(HttpServletRequest request) {
        String accept = request.getHeader("Accept");
        if (accept == null || accept.isBlank()) {
            return JSON;
        }
        try {
            List<MediaType> wanted = MediaType.parseMediaTypes(accept);
            MimeTypeUtils.sortBySpecificity(wanted);
            for (MediaType one : wanted.stream()
                    .sorted(java.util.Comparator.comparingDouble(MediaType::getQualityValue)
                            .reversed())
                    .toList()) {
                for (Form form : values()) {
                    if (one.getQualityValue() > 0 && one.isCompatibleWith(MediaType.parseMediaType(form.type))) {
                        return form;
                    }
                }
            }
        } catch (InvalidMediaTypeException e) {
            throw Question.bad("bad-media-type", "Accept", "This is no list of media types.");
        }
        throw new HttpProblem(
                HttpStatus.NOT_ACCEPTABLE,
                "not-acceptable",
                "Accept",
                "A register is given as application/json, application/x-ndjson or text/csv.");
    }
}
