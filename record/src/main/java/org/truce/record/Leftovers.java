package org.truce.record;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.truce.record.store.Expected;
import org.truce.record.store.Layout;
import org.truce.record.tlog.TilePath;

/**
 * Files that a writer which was killed left behind. One that reaches beyond the checkpoint is none: there may be a newer
 * checkpoint somewhere that needs it.
 */
final class Leftovers {
    private static final Pattern SIZED = Pattern.compile("(?:partials|contents/[^/]+/head)\\.([0-9]{1,18})");
    private static final Pattern BUNDLE = Pattern.compile("contents/[^/]+/(entries/.+)");

    private final Layout layout;
    private final Expected expected;

    Leftovers(Layout layout, Expected expected) {
        this.layout = layout;
        this.expected = expected;
    }

    /** All of them, in the record itself and in its cache. */
    List<Path> find() throws IOException {
        List<Path> found = new ArrayList<>();
        Files.walkFileTree(layout.root(), new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                return directory.equals(layout.journal()) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isRegularFile() && isLeftover(layout.name(file))) {
                    found.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        found.sort(null);
        return found;
    }

    private boolean isLeftover(String name) {
        if (name.matches("cache/(?:(?:rows|picture)[^/]*\\.(?:spill|tmp)|derived/[^/]+\\.tmp)")) {
            return true;
        }
        return Sweep.isOurs(name)
                && !expected.has(name)
                && (name.endsWith(".tmp")
                        || reach(name).map(it -> it <= expected.size()).orElse(false));
    }

    /** The least size of a record that may have such a file; empty where its name does not tell. */
    private static Optional<Long> reach(String name) {
        Matcher sized = SIZED.matcher(name);
        if (sized.matches()) {
            return Optional.of(Long.parseLong(sized.group(1)));
        }
        Matcher bundle = BUNDLE.matcher(name);
        return TilePath.parse(bundle.matches() ? "tile/" + bundle.group(1) : name)
                .map(it -> ((it.index() << 8) + it.width()) << (8 * Math.max(it.level(), 0)));
    }
}
