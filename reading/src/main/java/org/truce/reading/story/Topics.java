package org.truce.reading.story;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.truce.reading.text.Lang;
import org.truce.reading.text.Token;

/** What words are about, from {@code topics.txt}. Thread-safe once made; a word costs as many look-ups as it has letters. */
final class Topics {
    private static final int LANGUAGES = 3;
    private static final Topics PACKAGED = load();

    private final Map<Lang, Map<String, Set<String>>> words = new ConcurrentHashMap<>();
    private final Map<Lang, Map<String, Set<String>>> stems = new ConcurrentHashMap<>();
    private final Set<String> common = new HashSet<>();

    private Topics() {
        for (Lang lang : Lang.values()) {
            words.put(lang, new HashMap<>());
            stems.put(lang, new HashMap<>());
        }
    }

    /** Those of the release. */
    static Topics packaged() {
        return PACKAGED;
    }

    /** Whether a topic is so common that it says little. */
    boolean common(String topic) {
        return common.contains(topic);
    }

    /** The topics of a text. */
    Set<String> of(List<Token> tokens, Lang lang) {
        Set<String> found = new TreeSet<>();
        Map<String, Set<String>> whole = words.getOrDefault(lang, Map.of());
        Map<String, Set<String>> begin = stems.getOrDefault(lang, Map.of());
        for (Token token : tokens) {
            for (Token.Form form : token.readings()) {
                String word = form.text();
                found.addAll(whole.getOrDefault(word, Set.of()));
                for (int end = 2; end <= word.length(); end++) {
                    found.addAll(begin.getOrDefault(word.substring(0, end), Set.of()));
                }
            }
        }
        return found;
    }

    private static Topics load() {
        Topics topics = new Topics();
        try (InputStream in = Objects.requireNonNull(Topics.class.getResourceAsStream("topics.txt"))) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .forEach(topics::line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return topics;
    }

    private void line(String line) {
        List<String> parts = new ArrayList<>(List.of(line.split("\\|", -1)));
        String name = parts.removeFirst().strip();
        if (parts.size() != LANGUAGES) {
            throw new IllegalArgumentException("topics.txt: a topic has its words in three languages: " + line);
        }
        String topic = name.replace("~", "");
        if (name.startsWith("~")) {
            common.add(topic);
        }
        Lang[] order = {Lang.ENGLISH, Lang.RUSSIAN, Lang.ARABIC};
        for (int i = 0; i < LANGUAGES; i++) {
            for (String word : parts.get(i).strip().split(" +", -1)) {
                boolean stem = word.endsWith("*");
                Map<String, Set<String>> to = Objects.requireNonNull((stem ? stems : words).get(order[i]));
                to.computeIfAbsent(word.replace("*", ""), k -> new TreeSet<>()).add(topic);
            }
        }
    }
}
