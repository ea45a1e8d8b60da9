package org.truce.server;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.truce.model.entry.Audience;
import org.truce.picture.OpenRecord;
import org.truce.record.store.Layout;
import org.truce.record.store.StoreName;

/**
 * A record's own files, as C2SP tlog-tiles and a copy that follows ask for them. Tiles, keys and signed heads hold
 * commitments only and are for anybody; of the contents, each caller gets the stores that it may read.
 */
@RestController
@RequestMapping("/api/v1/records/{record}")
final class FileApi {
    private static final String DIGITS = "(?:x[0-9]{3}/){0,5}[0-9]{3}(?:\\.p/[0-9]{1,3})?";
    private static final Pattern OPEN = Pattern.compile(
            "vkey|record|policy|witnessed|rotations|partials\\.[0-9]{1,19}|tile/(?:[0-9]|entries)/" + DIGITS);
    private static final Pattern CONTENTS = Pattern.compile("contents/([^/]{1,130})/(?:head\\.[0-9]{1,19}|entries/"
            + DIGITS + "|attachments/[0-9a-f]{2}/[0-9a-f]{64})");

    private final Records records;

    FileApi(Records records) {
        this.records = records;
    }

    @Serves(value = Serves.To.READERS, what = "A file of the record itself.", types = "application/octet-stream")
    @GetMapping({"/vkey", "/record", "/policy", "/witnessed", "/rotations", "/partials.{size}", "/tile/**"})
    ResponseEntity<Resource> file(@PathVariable String record, HttpServletRequest request) {
        OpenRecord open = records.find(record);
        String name = name(request);
        return OPEN.matcher(name).matches() ? bytes(open, name) : none(name);
    }

    @Serves(value = Serves.To.READERS, what = "The stores of contents that you may read.", types = "text/plain")
    @GetMapping(path = "/contents/", produces = "text/plain;charset=utf-8")
    String stores(@PathVariable String record, HttpServletRequest request) throws IOException {
        OpenRecord open = records.find(record);
        Audience reader = Doorkeeper.caller(request).reads(open.mandate());
        return new Layout(directory(open))
                .stores().stream()
                        .filter(it -> it.readableBy(reader))
                        .map(it -> it + "\n")
                        .collect(Collectors.joining());
    }

    @Serves(value = Serves.To.READERS, what = "A file of contents.", types = "application/octet-stream")
    @GetMapping("/contents/{store}/**")
    ResponseEntity<Resource> contents(
            @PathVariable String record, @PathVariable String store, HttpServletRequest request) {
        OpenRecord open = records.find(record);
        Audience reader = Doorkeeper.caller(request).reads(open.mandate());
        String name = name(request);
        Matcher form = CONTENTS.matcher(name);
        // Whether there is a store that the caller may not read is not told.
        boolean readable =
                form.matches() && StoreName.isValid(form.group(1)) && new StoreName(form.group(1)).readableBy(reader);
        return readable ? bytes(open, name) : none(name);
    }

    private static Path directory(OpenRecord open) {
        return Path.of(open.record().toString());
    }

    private static String name(HttpServletRequest request) {
        return request.getRequestURI().replaceFirst("^/api/v1/records/[^/]+/", "");
    }

    private static ResponseEntity<Resource> bytes(OpenRecord open, String name) {
        Path file = directory(open).resolve(name);
        return Files.isRegularFile(file)
                ? ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_OCTET_STREAM)
                        .body(new FileSystemResource(file))
                : none(name);
    }

    private static ResponseEntity<Resource> none(String name) {
        throw new HttpProblem(
                HttpStatus.NOT_FOUND, "no-such-file", name, "This copy has no such file, or it is not for you.");
    }
}
