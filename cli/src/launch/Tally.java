import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Sums JUnit XML reports: names what failed and what was skipped, and ends with {@code N passed, N failed}. Run by
 * {@code ./check} from source; ends with 1 where a test failed or none ran.
 */
final class Tally {
    private int passed;
    private final List<String> failed = new ArrayList<>();
    private final List<String> skipped = new ArrayList<>();

    void main(String[] folders) throws IOException {
        for (String folder : folders) {
            if (Files.isDirectory(Path.of(folder))) {
                try (Stream<Path> files = Files.list(Path.of(folder))) {
                    files.filter(file -> file.toString().endsWith(".xml")).sorted().forEach(this::add);
                }
            }
        }
        skipped.forEach(name -> System.out.println("skipped: " + name));
        failed.forEach(name -> System.out.println("FAILED: " + name));
        System.out.println(passed + " passed, " + failed.size() + " failed"
                + (skipped.isEmpty() ? "" : ", " + skipped.size() + " skipped"));
        System.exit(failed.isEmpty() && passed > 0 ? 0 : 1);
    }

    private void add(Path file) {
        NodeList cases;
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            cases = factory.newDocumentBuilder().parse(file.toFile()).getElementsByTagName("testcase");
        } catch (Exception e) {
            failed.add(file + ": an unreadable report: " + e.getMessage());
            return;
        }
        for (int i = 0; i < cases.getLength(); i++) {
            Element test = (Element) cases.item(i);
            String name = test.getAttribute("classname") + " " + test.getAttribute("name");
            if (has(test, "failure") || has(test, "error")) {
                failed.add(name);
            } else if (has(test, "skipped")) {
                skipped.add(name + ": " + reason(test));
            } else {
                passed++;
            }
        }
    }

    private static boolean has(Element test, String tag) {
        return test.getElementsByTagName(tag).getLength() > 0;
    }

    private static String reason(Element test) {
        return ((Element) test.getElementsByTagName("skipped").item(0)).getAttribute("message");
    }
}
