package org.truce.model;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The same thing said in several languages; none is a translation of lesser rank.
 *
 * @param in words by BCP 47 language tag ({@code en}, {@code ru}, {@code ar}, {@code az}, {@code hy}, …); not empty
 */
public record Text(Map<String, String> in) {
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*");

    /** Longest text of one language, in UTF-16 units: a page of an agreement fits, a book does not. */
    public static final int MAX_LENGTH = 60_000;

    public Text {
        Invalid.unless(!in.isEmpty(), "empty-text", "Give the text in at least one language, as {\"en\": \"…\"}.");
        in.forEach((language, words) -> {
            Invalid.unless(
                    LANGUAGE.matcher(language).matches(),
                    "bad-language",
                    "\"" + language + "\" is no language tag; use one like en, ru or ar.");
            Invalid.unless(!words.isBlank(), "empty-text", "The text in \"" + language + "\" is empty; leave it out.");
            Invalid.unless(
                    words.length() <= MAX_LENGTH,
                    "text-too-long",
                    "A text has at most " + MAX_LENGTH + " characters; attach longer ones as a file.");
        });
        in = java.util.Collections.unmodifiableMap(new TreeMap<>(in));
    }

    /** A text in one language. */
    public static Text of(String language, String words) {
        return new Text(Map.of(language, words));
    }

    /** The words in a language; where there are none in English; where there are none either in the first by tag. */
    public String in(String language) {
        String words = in.get(language);
        if (words == null) {
            words = in.get("en");
        }
        return words == null ? in.values().iterator().next() : words;
    }
}
