package org.truce.quality.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The labelled reports: {@code quality/corpus/SET/{tuning,held}} in the project, and {@code ../shared/corpus/SET} beside
 * it or above. Each is {@code ID.txt} with {@code ID.gold.json}; a gold file without "theatre" is about Karabakh.
 */
public final class Corpus {
    private static final String LABELS = ".gold.json";
    private static final String USUAL_THEATRE = "karabakh";
    private static final List<String> SHARED = List.of("dev", "dev-web");

    private Corpus() {}

    /** Every report of a part, by set and id. None where the folders are not there. */
    public static List<Report> of(Path project, Part part) throws IOException {
        List<Report> out = new ArrayList<>();
        if (part == Part.SHARED) {
            for (String set : SHARED) {
                out.addAll(folder(shared(project).resolve("corpus").resolve(set), part, set));
            }
            return out;
        }
        Path corpus = project.resolve("quality/corpus");
        for (Path set : Files.isDirectory(corpus) ? sorted(corpus) : List.<Path>of()) {
            out.addAll(folder(set.resolve(part.word()), part, name(set)));
        }
        return out;
    }

    /** The folder {@code shared} beside the project or above it; one that is not there where there is none. */
    public static Path shared(Path project) {
        for (Path at = project.toAbsolutePath(); at != null; at = at.getParent()) {
            Path shared = at.resolve("shared");
            if (Files.isDirectory(shared.resolve("corpus"))) {
                return shared;
            }
        }
        return project.resolveSibling("shared");
    }

    /** The reports of one folder, by id. A label file without its text is an IOException. */
    public static List<Report> folder(Path folder, Part part, String set) throws IOException {
        List<Report> out = new ArrayList<>();
        for (Path file : Files.isDirectory(folder) ? sorted(folder) : List.<Path>of()) {
            String name = name(file);
            if (name.endsWith(LABELS)) {
                String id = name.substring(0, name.length() - LABELS.length());
                JsonNode labels = JsonMapper.shared().readTree(Files.readString(file));
                out.add(new Report(
                        id,
                        part,
                        set,
                        labels.path("lang").asString(""),
                        labels.path("theatre").asString(USUAL_THEATRE),
                        Files.readString(folder.resolve(id + ".txt")),
                        labels));
            }
        }
        return out;
    }

    private static List<Path> sorted(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
