package org.truce.house;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** What the Javadoc of the sources says of types and of the components of records, as Markdown. */
final class Javadocs {
    private final Map<String, String> texts = new HashMap<>();

    private Javadocs() {}

    /** Of the sources of some modules' packages. */
    static Javadocs of(List<Path> sources) throws IOException {
        Javadocs javadocs = new Javadocs();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null, files, null, List.of("-proc:none"), null, files.getJavaFileObjectsFromPaths(sources));
            DocTrees trees = DocTrees.instance(task);
            for (CompilationUnitTree unit : task.parse()) {
                javadocs.new Types(trees, unit).scan(unit, null);
            }
        }
        return javadocs;
    }

    /** What is said of a type; fails where nothing is. */
    String of(Class<?> type) {
        return find(type.getCanonicalName());
    }

    /** What is said of a component of a record; fails where nothing is. */
    String of(Class<?> type, String component) {
        return find(type.getCanonicalName() + "#" + component);
    }

    private String find(String key) {
        String text = texts.get(key);
        if (text == null) {
            throw new AssertionError("no Javadoc for " + key);
        }
        return text;
    }

    private final class Types extends TreePathScanner<@Nullable Void, @Nullable Void> {
        private final DocTrees trees;
        private final String packageName;

        Types(DocTrees trees, CompilationUnitTree unit) {
            this.trees = trees;
            this.packageName = String.valueOf(unit.getPackageName());
        }

        @Override
        public @Nullable Void visitClass(ClassTree type, @Nullable Void nothing) {
            DocCommentTree comment = trees.getDocCommentTree(getCurrentPath());
            if (comment != null) {
                String name = name(getCurrentPath());
                texts.put(name, markdown(comment.getFullBody()));
                for (DocTree tag : comment.getBlockTags()) {
                    if (tag instanceof ParamTree param) {
                        texts.put(name + "#" + param.getName(), markdown(param.getDescription()));
                    }
                }
            }
            return super.visitClass(type, null);
        }

        private String name(TreePath path) {
            StringBuilder name = new StringBuilder();
            for (Tree tree : path) {
                if (tree instanceof ClassTree type) {
                    name.insert(0, "." + type.getSimpleName());
                }
            }
            return packageName + name;
        }
    }

    private static String markdown(List<? extends DocTree> trees) {
        return trees.stream()
                .map(tree -> switch (tree) {
                    case LiteralTree literal -> "`" + literal.getBody() + "`";
                    case LinkTree link -> "`" + link.getReference() + "`";
                    default -> tree.toString();
                })
                .collect(Collectors.joining())
                .replaceAll("\\s+", " ")
                .strip();
    }
}
