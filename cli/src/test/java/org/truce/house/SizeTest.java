package org.truce.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** No method above 60 lines, no file above 500; the ten longest are printed, so that a tail is seen while it grows. */
class SizeTest {
    private static final int LONGEST_METHOD = 60;
    private static final int LONGEST_FILE = 500;

    private record Sized(String name, int lines) {
        @Override
        public String toString() {
            return String.format("%5d %s", lines, name);
        }
    }

    @Test
    void noMethodIsTooLong() throws IOException {
        List<Sized> methods = methods();
        assertTrue(methods.size() > 100, "the parser saw only " + methods.size() + " methods");
        check("methods", methods, LONGEST_METHOD);
    }

    @Test
    void noFileIsTooLong() {
        List<Sized> files = House.sources().stream()
                .map(file -> new Sized(
                        House.name(file), (int) House.read(file).lines().count()))
                .toList();
        assertTrue(files.size() > 30, "only " + files.size() + " files were found");
        check("files", files, LONGEST_FILE);
    }

    private static void check(String what, List<Sized> all, int limit) {
        List<Sized> longest = all.stream()
                .sorted(Comparator.comparingInt(Sized::lines).reversed())
                .toList();
        System.out.println("The ten longest " + what + " of " + all.size() + ":");
        longest.stream().limit(10).forEach(System.out::println);
        assertEquals(
                List.of(),
                longest.stream().filter(one -> one.lines > limit).toList(),
                what + " above " + limit + " lines");
    }

    private static List<Sized> methods() throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<Sized> found = new ArrayList<>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null, files, null, List.of("-proc:none"), null, files.getJavaFileObjectsFromPaths(House.sources()));
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            for (CompilationUnitTree unit : task.parse()) {
                new Methods(unit, positions, found).scan(unit, null);
            }
        }
        return found;
    }

    /** Collects the methods of one file, constructors and nested types included. */
    private static final class Methods
            extends TreeScanner<@org.jspecify.annotations.Nullable Void, @org.jspecify.annotations.Nullable Void> {
        private final CompilationUnitTree unit;
        private final SourcePositions positions;
        private final List<Sized> found;

        Methods(CompilationUnitTree unit, SourcePositions positions, List<Sized> found) {
            this.unit = unit;
            this.positions = positions;
            this.found = found;
        }

        @Override
        public @org.jspecify.annotations.Nullable Void visitMethod(
                MethodTree method, @org.jspecify.annotations.Nullable Void nothing) {
            LineMap lines = unit.getLineMap();
            long start = lines.getLineNumber(positions.getStartPosition(unit, method));
            long end = lines.getLineNumber(Math.max(0, positions.getEndPosition(unit, method)));
            String file = House.name(java.nio.file.Path.of(unit.getSourceFile().toUri()));
            found.add(new Sized(file + ":" + start + " " + method.getName(), (int) (end - start + 1)));
            return super.visitMethod(method, null);
        }
    }
}
