package org.truce.publication.feed;

import java.util.Map;
import java.util.TreeMap;
import org.truce.model.Text;
import org.truce.publication.Messages;

/** Words of the vocabulary in every language at once, from the one glossary, for sentences that name them. */
final class Glossary {
    private Glossary() {}

    /** The word for a constant, under {@code PREFIX-CONSTANT}. */
    static Text word(String prefix, Enum<?> constant) {
        Map<String, String> in = new TreeMap<>();
        Messages.LANGUAGES.forEach(
                language -> in.put(language, Messages.in(language).word(prefix, constant)));
        return new Text(in);
    }
}
