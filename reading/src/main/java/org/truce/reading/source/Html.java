package org.truce.reading.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/**
 * The words of a saved page, one block a line, in the order of the page. The charset is what the page declares, else
 * UTF-8. Furniture is kept: telling it from the story is the reader's business. Pure.
 */
final class Html {
    static final String EXTRACTOR = "truce-html 1";

    private static final Set<String> SILENT =
            Set.of("script", "style", "noscript", "template", "svg", "head", "iframe", "object", "canvas", "select");

    private Html() {}

    static String text(byte[] bytes) {
        Document page;
        try {
            page = Jsoup.parse(new ByteArrayInputStream(bytes), null, "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Blocks blocks = new Blocks();
        if (page.selectFirst("h1") == null && !page.title().isBlank()) {
            blocks.out.append(page.title().strip()).append("\n\n");
        }
        page.body().traverse(blocks);
        return blocks.out
                        .toString()
                        .replaceAll("[ \\t\\u00A0]+", " ")
                        .replaceAll(" ?\\n ?", "\n")
                        .replaceAll("\\n{3,}", "\n\n")
                        .strip()
                + "\n";
    }

    private static final class Blocks implements NodeVisitor {
        private final StringBuilder out = new StringBuilder();
        private int silent;

        @Override
        public void head(Node node, int depth) {
            if (node instanceof Element element) {
                silent += SILENT.contains(element.normalName()) ? 1 : 0;
                if (element.isBlock() || element.normalName().equals("br")) {
                    out.append('\n');
                }
            } else if (node instanceof TextNode text && silent == 0) {
                out.append(text.getWholeText().replaceAll("\\s+", " "));
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (node instanceof Element element) {
                silent -= SILENT.contains(element.normalName()) ? 1 : 0;
                if (element.isBlock()) {
                    out.append('\n');
                }
            }
        }
    }
}
