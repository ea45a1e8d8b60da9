import de.unihd.dbs.heideltime.standalone.DocumentType;
import de.unihd.dbs.heideltime.standalone.HeidelTimeStandalone;
import de.unihd.dbs.heideltime.standalone.OutputType;
import de.unihd.dbs.heideltime.standalone.POSTagger;
import de.unihd.dbs.uima.annotator.heideltime.resources.Language;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * HeidelTime on the *.LANG.txt of a folder: dates and times alone, without a tagger of parts of speech, which makes it
 * faster than its authors advise. Prints LANG and reports a second, the first quarter not counted.
 */
public final class HeidelTimeRival {
    private static final String CONFIG = """
            considerDate = true
            considerDuration = false
            considerSet = false
            considerTime = true
            considerTemponym = false
            typeSystemHome = desc/type/HeidelTime_TypeSystem.xml
            typeSystemHome_DKPro = desc/type/DKPro_TypeSystem.xml
            uimaVarDate = Date
            uimaVarDuration = Duration
            uimaVarLanguage = Language
            uimaVarSet = Set
            uimaVarTime = Time
            uimaVarTypeToProcess = Type
            uimaVarTemponym = Temponym
            chineseTokenizerPath = none
            treeTaggerHome = none
            model_path = none
            config_path = none
            hunpos_path = none
            hunpos_model_name = none
            sent_model_path = none
            word_model_path = none
            pos_model_path = none
            """;

    public static void main(String[] args) throws Exception {
        Logger.getLogger("").setLevel(Level.OFF);
        Logger.getLogger("HeidelTimeStandalone").setLevel(Level.OFF);
        Path config = Files.createTempFile("heideltime", ".props");
        Files.writeString(config, CONFIG);
        for (Map.Entry<String, Language> e :
                Map.of("ar", Language.ARABIC, "ru", Language.RUSSIAN, "en", Language.ENGLISH).entrySet()) {
            HeidelTimeStandalone rival = new HeidelTimeStandalone(
                    e.getValue(), DocumentType.NEWS, OutputType.TIMEML, config.toString(), POSTagger.NO, false);
            List<Path> files;
            try (Stream<Path> all = Files.list(Path.of(args[0]))) {
                files = all.filter(f -> f.toString().endsWith("." + e.getKey() + ".txt")).sorted().toList();
            }
            int first = files.size() / 4;
            long start = 0;
            for (int i = 0; i < files.size(); i++) {
                start = i == first ? System.nanoTime() : start;
                rival.process(Files.readString(files.get(i)), new Date());
            }
            System.out.println(e.getKey() + " " + (files.size() - first) / ((System.nanoTime() - start) / 1e9));
        }
        Files.delete(config);
    }
}
