package org.truce.server;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The log's tiles as C2SP tlog-tiles asks for them; commitments only, so they are for anybody. */
@RestController
final class TileApi {
    private static final Pattern TILE =
            Pattern.compile("tile/([0-9]{1,2}|entries)(/x[0-9]{3}){0,5}/[0-9]{3}(\\.p/[0-9]{1,3})?");

    private final Records records;

    TileApi(Records records) {
        this.records = records;
    }

    @Serves(Serves.To.READERS)
    @GetMapping("/api/v1/records/{record}/tile/**")
    ResponseEntity<byte[]> tile(@PathVariable String record, HttpServletRequest request) throws IOException {
        String path = request.getRequestURI().replaceFirst("^/api/v1/records/[^/]+/", "");
        if (!TILE.matcher(path).matches()) {
            throw new HttpProblem(HttpStatus.NOT_FOUND, "no-such-tile", path, "This is no path of a tile.");
        }
        Path file = Path.of(records.find(record).record().toString()).resolve(path);
        try {
            return ResponseEntity.ok()
                    .contentType(MediaType.APPLICATION_OCTET_STREAM)
                    .body(Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            throw new HttpProblem(HttpStatus.NOT_FOUND, "no-such-tile", path, "The log has no such tile yet.");
        }
    }
}
