package org.truce.reading.source;

import java.util.Locale;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** A page into plain lines: one line a block, two spaces between the items of a menu, scripts and styles left out. */
final class Html {
    private static final Set<String> LEFT_OUT =
            Set.of("script", "style", "noscript", "template", "svg", "head", "iframe", "button", "select", "textarea");
    private static final Set<String> PARAGRAPHS =
            Set.of("p", "h1", "h2", "h3", "h4", "blockquote", "article", "section", "header", "footer", "nav", "main");
    private static final Set<String> UNCLOSED = Set.of(
            "p", "li", "br", "img", "hr", "input", "meta", "link", "td", "tr", "th", "dt", "dd", "option", "area",
            "base", "col", "embed", "source", "track", "wbr", "thead", "tbody", "tfoot", "body", "html", "head");
    private static final int DEEPEST = 512;

    /** A page with more nesting than this is no report; parsers and walkers are not made for it. */
    private static final int DEEPEST_PAGE = 5_000;

    private final Document page;
    private final boolean tooDeep;

    private Html(Document page, boolean tooDeep) {
        this.page = page;
        this.tooDeep = tooDeep;
    }

    /** The page; its cost is linear in its length, for tags that nest too deeply are counted before anything is parsed. */
    static Html parse(String html) {
        boolean deep = deep(html);
        return new Html(deep ? new Document("") : Jsoup.parse(html), deep);
    }

    boolean tooDeep() {
        return tooDeep;
    }

    /** Whether more elements stay open than any page nests: a count of tags that open and close, nothing more. */
    private static boolean deep(String html) {
        int open = 0;
        int most = 0;
        for (int i = html.indexOf('<'); i >= 0 && i + 1 < html.length(); i = html.indexOf('<', i + 1)) {
            char c = html.charAt(i + 1);
            int name = i + 1;
            if (c == '/') {
                open = Math.max(0, open - 1);
            } else if (Character.isLetter(c) && !isVoid(html, name)) {
                open++;
                most = Math.max(most, open);
            }
        }
        return most > DEEPEST_PAGE;
    }

    /** Elements that are not closed, or need not be. */
    private static boolean isVoid(String html, int at) {
        int end = at;
        while (end < html.length() && end < at + 10 && Character.isLetterOrDigit(html.charAt(end))) {
            end++;
        }
        return UNCLOSED.contains(html.substring(at, end).toLowerCase(Locale.ROOT));
    }

    /** What the page says of itself. */
    Metadata metadata() {
        return PageMetadata.of(page);
    }

    String text() {
        Lines lines = new Lines();
        if (page.selectFirst("h1") == null && !page.title().isBlank()) {
            lines.out.append(page.title().strip()).append("\n\n");
        }
        page.body().traverse(lines);
        return lines.text();
    }

    private static final class Lines implements NodeVisitor {
        private final StringBuilder out = new StringBuilder();
        private int leftOut = -1;

        @Override
        public void head(Node node, int depth) {
            if (leftOut >= 0 || depth > DEEPEST) {
                return;
            }
            if (node instanceof Element e) {
                String name = e.normalName();
                if (LEFT_OUT.contains(name)) {
                    leftOut = depth;
                } else if ((name.equals("li") && inNavigation(e)) || (name.equals("a") && inNavigation(e))) {
                    gap();
                } else if (name.equals("br")) {
                    line(1);
                } else if (e.isBlock()) {
                    line(PARAGRAPHS.contains(name) ? 2 : 1);
                }
            } else if (node instanceof TextNode t) {
                words(t.getWholeText());
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (leftOut == depth) {
                leftOut = -1;
            } else if (leftOut < 0
                    && node instanceof Element e
                    && e.isBlock()
                    && !(e.normalName().equals("li") && inNavigation(e))) {
                line(PARAGRAPHS.contains(e.normalName()) ? 2 : 1);
            }
        }

        private static boolean inNavigation(Element e) {
            Element at = e;
            for (int up = 0; at != null && up < 4; up++) {
                if (at.normalName().equals("nav")) {
                    return true;
                }
                at = at.parent();
            }
            return false;
        }

        private void words(String text) {
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (c == '\n' || c == '\r' || c == '\t' || c == ' ') {
                    if (!out.isEmpty() && out.charAt(out.length() - 1) != ' ' && out.charAt(out.length() - 1) != '\n') {
                        out.append(' ');
                    }
                } else if (c >= 0x20) {
                    out.append(c);
                }
            }
        }

        private void gap() {
            if (!out.isEmpty() && out.charAt(out.length() - 1) != '\n') {
                out.append("   ");
            }
        }

        private void line(int breaks) {
            while (!out.isEmpty() && out.charAt(out.length() - 1) == ' ') {
                out.setLength(out.length() - 1);
            }
            int have = 0;
            while (have < breaks && have < out.length() && out.charAt(out.length() - 1 - have) == '\n') {
                have++;
            }
            for (int i = have; i < breaks && !out.isEmpty(); i++) {
                out.append('\n');
            }
        }

        String text() {
            return out.toString().stripTrailing();
        }
    }
}
