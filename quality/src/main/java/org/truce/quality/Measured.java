package org.truce.quality;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.truce.quality.corpus.Corpus;
import org.truce.quality.corpus.Part;
import org.truce.quality.corpus.Report;
import org.truce.quality.score.Facts;
import org.truce.quality.score.Labels;
import org.truce.quality.score.ReadFacts;
import org.truce.quality.score.Score;
import org.truce.reading.Reader;
import org.truce.reading.Reading;
import org.truce.reading.theatre.Theatre;

/** The reader run over one part of the reports and held against their labels. */
final class Measured {
    /** Over all languages. */
    static final String ALL = "all";

    private static final Map<String, Reader> READERS = new ConcurrentHashMap<>();

    private final Map<String, Score> byLanguage = new TreeMap<>();
    private final Map<String, Score> bySet = new TreeMap<>();
    private final List<Outcome> outcomes = new ArrayList<>();

    private Measured() {}

    /** Reads and judges every report of a part. */
    static Measured of(Path project, Part part) throws IOException {
        Measured measured = new Measured();
        for (Report report : Corpus.of(project, part)) {
            measured.add(report, reader(report.theatre()).read(report.text()));
        }
        return measured;
    }

    static Reader reader(String theatre) {
        return READERS.computeIfAbsent(theatre, name -> Reader.forTheatre(Theatre.named(name)));
    }

    private void add(Report report, Reading reading) {
        Facts labelled = Labels.of(report.labels());
        Facts read = ReadFacts.of(reading);
        for (String group : List.of(report.lang(), ALL)) {
            byLanguage.computeIfAbsent(group, k -> new Score()).add(labelled, read);
        }
        String set = report.set().equals(report.theatre()) ? report.set() : report.set() + ", " + report.theatre();
        bySet.computeIfAbsent(set, k -> new Score()).add(labelled, read);
        outcomes.addAll(Outcome.of(report.lang(), labelled, read, reading));
    }

    int reports() {
        return score(ALL).reports();
    }

    Score score(String language) {
        return byLanguage.getOrDefault(language, new Score());
    }

    Map<String, Score> bySet() {
        return bySet;
    }

    List<Outcome> outcomes() {
        return outcomes;
    }
}
