package org.truce.cli.input;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.truce.model.Problem;
import org.truce.model.ProblemException;
import org.truce.model.entry.Entry;
import org.truce.model.json.EntryJson;
import org.truce.model.kind.Statement.ReportReceived;
import org.truce.reading.Reading;
import org.truce.reading.ReadingJson;
import org.truce.reading.source.ReportText;
import org.truce.record.Attachment;
import org.truce.record.Candidate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reports: each becomes one {@code ReportReceived} with its bytes, text and reading attached, and where they are
 * accepted its facts too. The same file, or the same bytes under another name, is the same report. Beside
 * {@code FILE} there may be {@code FILE.entry.json} with what the file itself cannot say. Not thread-safe.
 */
public final class ReportFiles {
    private static final String SIDECAR = ".entry.json";
    private static final Set<String> SIDECAR_FIELDS = Set.of("id", "stated", "author", "audience", "basis");
    /** Noon in UTC is the same calendar day nearly everywhere on earth. */
    private static final int NOON = 12;

    private final Defaults defaults;
    private final boolean accept;
    private final Known known;
    private final Consumer<Problem> problems;
    private final Consumer<Problem> warnings;
    private final Readers readers = new Readers(null, List.of());

    /**
     * Of one batch.
     *
     * @param defaults fill what no sidecar says
     * @param accept whether to accept every fact in the author's name
     * @param known what the record holds
     * @param problems told of what is no report
     * @param warnings told of what should be looked at again
     */
    public ReportFiles(
            Defaults defaults, boolean accept, Known known, Consumer<Problem> problems, Consumer<Problem> warnings) {
        this.defaults = defaults;
        this.accept = accept;
        this.known = known;
        this.problems = problems;
        this.warnings = warnings;
    }

    /** Whether a file only says something of the report beside it. */
    public static boolean sidecar(Path file) {
        String name = file.toString();
        return name.endsWith(SIDECAR)
                && Files.isRegularFile(Path.of(name.substring(0, name.length() - SIDECAR.length())));
    }

    /** The entries that a report becomes; none where it is wrong, which the problems say. */
    public List<Made> find(Path file) throws IOException {
        byte[] original = Original.bytes(file);
        Original report;
        try {
            report = Original.of(original, String.valueOf(file.getFileName()), file.toString());
        } catch (ProblemException e) {
            problems.accept(e.problem());
            return List.of();
        }
        report.notes().forEach(note -> warnings.accept(note.within(file.toString())));
        return report(file, original, report.text());
    }

    private void refuse(Path file, String code, String sentence) {
        problems.accept(new Problem(code, file.toString(), sentence));
    }

    private List<Made> report(Path file, byte[] original, ReportText text) throws IOException {
        if (Personal.in(text.text())) {
            warnings.accept(EntryFiles.personal(file.toString()));
        }
        List<Made> made = new ArrayList<>();
        Optional<Known.Stored> stored = known.report(hash(original));
        if (stored.isEmpty()) {
            Reading reading = readers.of(text.text()).read(text);
            Entry entry = entry(file, original, text, reading, made);
            stored = Optional.ofNullable(entry)
                    .map(it -> new Known.Stored(it.id(), it.stated(), it.audience(), text.text(), reading));
        } else {
            Known.Stored report = stored.get();
            known.candidate(report.id()).ifPresent(same -> made.add(new Made(file.toString(), report.stated(), same)));
        }
        if (accept && stored.isPresent()) {
            made.addAll(new Acceptance(defaults, known, stored.get()).of(file));
        }
        return made;
    }

    private @Nullable Entry entry(Path file, byte[] original, ReportText text, Reading reading, List<Made> made)
            throws IOException {
        byte[] words = text.text().getBytes(StandardCharsets.UTF_8);
        byte[] read = ReadingJson.write(reading);
        ReportReceived body = new ReportReceived(
                orNull(reading.title()),
                orNull(reading.lang()),
                orNull(reading.publisher()),
                reading.agencies().stream()
                        .map(Reading.Agency::normalised)
                        .distinct()
                        .toList(),
                day(reading.publicationDate()),
                hash(original),
                hash(words),
                hash(read),
                text.mediaType(),
                text.extractor(),
                reading.reader());
        ObjectNode given = envelope(file, body);
        if (given == null) {
            return null;
        }
        return switch (EntryText.read(given.toString().getBytes(StandardCharsets.UTF_8), defaults)) {
            case EntryText.Result.Bad bad -> {
                bad.problems().forEach(problem -> problems.accept(problem.within(file.toString())));
                yield null;
            }
            case EntryText.Result.Good good -> {
                List<Attachment> files = List.of(Attachment.of(original), Attachment.of(words), Attachment.of(read));
                made.add(new Made(
                        file.toString(),
                        good.entry().stated(),
                        Candidate.of(good.content(), files.stream().distinct().toList())));
                yield good.entry();
            }
        };
    }

    /** The report's entry as JSON, what the sidecar says over what is read; null where the sidecar is wrong. */
    private @Nullable ObjectNode envelope(Path file, ReportReceived body) throws IOException {
        Instant published = published(body.published());
        ObjectNode entry = JsonNodeFactory.instance.objectNode();
        UUID id = Ids.of(published, "report", body.original());
        entry.put("id", id.toString()).put("kind", "ReportReceived").put("v", 1);
        if (published != null) {
            entry.put("stated", published.toString());
        }
        entry.set("body", EntryJson.body(body));
        Path sidecar = Path.of(file + SIDECAR);
        if (!Files.isRegularFile(sidecar)) {
            return entry;
        }
        JsonNode given = Files.size(sidecar) > EntryJson.MAX_BYTES ? null : EntryJson.tree(Files.readAllBytes(sidecar));
        if (!(given instanceof ObjectNode fields)) {
            refuse(
                    sidecar,
                    "bad-json",
                    "This is no JSON object; beside a report stands {\"stated\": …, \"basis\": […]}.");
            return null;
        }
        for (var field : fields.properties()) {
            if (!SIDECAR_FIELDS.contains(field.getKey())) {
                refuse(
                        sidecar,
                        "unknown-field",
                        "\"" + field.getKey() + "\" is none of id, stated, author, audience, basis.");
                return null;
            }
        }
        return entry.setAll(fields);
    }

    private @Nullable Instant published(@Nullable LocalDate day) {
        if (day == null) {
            return null;
        }
        Instant noon = day.atTime(NOON, 0).toInstant(ZoneOffset.UTC);
        return noon.isAfter(defaults.now()) ? null : noon;
    }

    private static @Nullable LocalDate day(@Nullable String date) {
        return date == null || !date.matches("\\d{4}-\\d\\d-\\d\\d") ? null : LocalDate.parse(date);
    }

    private static @Nullable String orNull(String text) {
        return text.isBlank() ? null : text;
    }

    private static String hash(byte[] bytes) {
        return HexFormat.of().formatHex(Ids.sha256().digest(bytes));
    }
}
