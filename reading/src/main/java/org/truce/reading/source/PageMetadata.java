package org.truce.reading.source;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads {@link Metadata} out of a parsed page. JSON-LD that is no JSON is passed over. */
final class PageMetadata {
    private static final int LONGEST = 120;
    private static final int MOST_BLOCKS = 20;
    private static final int LONGEST_BLOCK = 200_000;
    private static final int DEEPEST = 6;

    private static final List<String> DATES = List.of(
            "meta[property=article:published_time]",
            "meta[itemprop=datePublished]",
            "meta[name=pubdate]",
            "meta[name=publishdate]",
            "meta[name=date]",
            "meta[name=DC.date.issued]");

    private String publisher = "";
    private String published = "";

    private PageMetadata() {}

    static Metadata of(Document page) {
        PageMetadata out = new PageMetadata();
        out.publisher(content(page, "meta[property=og:site_name]"));
        DATES.forEach(query -> out.published(content(page, query)));
        int blocks = 0;
        for (Element script : page.select("script[type=application/ld+json]")) {
            if (blocks++ < MOST_BLOCKS && script.data().length() <= LONGEST_BLOCK) {
                out.linked(script.data());
            }
        }
        Element time = page.selectFirst("time[itemprop=datePublished]");
        out.published(time == null ? "" : time.attr("datetime"));
        out.publisher(content(page, "meta[name=application-name]"));
        return new Metadata(out.publisher, out.published);
    }

    private static String content(Document page, String query) {
        Element element = page.selectFirst(query);
        return element == null ? "" : element.attr("content");
    }

    private void publisher(String name) {
        String clean = name.strip();
        if (publisher.isEmpty() && clean.length() <= LONGEST) {
            publisher = clean;
        }
    }

    private void published(String date) {
        if (published.isEmpty() && date.strip().length() >= 10) {
            try {
                published = LocalDate.parse(date.strip().substring(0, 10)).toString();
            } catch (DateTimeException none) {
                published = "";
            }
        }
    }

    private void linked(String json) {
        try {
            walk(JsonMapper.shared().readTree(json), 0);
        } catch (JacksonException none) {
            // A page whose JSON-LD is broken still has its words.
        }
    }

    private void walk(JsonNode node, int depth) {
        if (depth > DEEPEST) {
            return;
        }
        if (node.isArray()) {
            node.forEach(one -> walk(one, depth + 1));
        } else if (node.isObject()) {
            if (node.path("datePublished").isString()) {
                published(node.path("datePublished").asString(""));
                publisher(node.path("publisher").path("name").asString(""));
            }
            walk(node.path("@graph"), depth + 1);
        }
    }
}
