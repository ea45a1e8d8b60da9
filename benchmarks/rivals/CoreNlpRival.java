import edu.stanford.nlp.pipeline.CoreDocument;
import edu.stanford.nlp.pipeline.StanfordCoreNLP;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * CoreNLP on the *.en.txt of a folder: sentences, parts of speech, lemmas, names and dates; no statements, no events.
 * Prints "en" and reports a second, the first quarter not counted.
 */
public final class CoreNlpRival {
    public static void main(String[] args) throws Exception {
        Properties properties = new Properties();
        properties.setProperty("annotators", "tokenize,pos,lemma,ner");
        properties.setProperty("threads", "1");
        StanfordCoreNLP rival = new StanfordCoreNLP(properties);
        List<Path> files;
        try (Stream<Path> all = Files.list(Path.of(args[0]))) {
            files = all.filter(f -> f.toString().endsWith(".en.txt")).sorted().toList();
        }
        int first = files.size() / 4;
        long start = 0;
        for (int i = 0; i < files.size(); i++) {
            start = i == first ? System.nanoTime() : start;
            rival.annotate(new CoreDocument(Files.readString(files.get(i))));
        }
        System.out.println("en " + (files.size() - first) / ((System.nanoTime() - start) / 1e9));
    }
}
