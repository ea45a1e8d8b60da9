package org.truce.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Every package says in one paragraph what lives there, and that null is not a value in it. */
class PackagesTest {
    @Test
    void everyPackageExplainsItselfAndIsNullMarked() {
        TreeSet<Path> packages = new TreeSet<>();
        House.sources().forEach(file -> packages.add(file.getParent()));
        assertTrue(packages.size() > 8, "only " + packages.size() + " packages were found");
        List<String> wrong = new ArrayList<>();
        for (Path folder : packages) {
            Path info = folder.resolve("package-info.java");
            String text = Files.exists(info) ? House.read(info) : "";
            if (!text.startsWith("/**") || text.indexOf("*/") < 60) {
                wrong.add(House.name(folder) + ": package-info.java has no Javadoc paragraph");
            }
            if (!text.contains("@NullMarked")) {
                wrong.add(House.name(folder) + ": package-info.java is not @NullMarked");
            }
        }
        assertEquals(List.of(), wrong);
    }
}
