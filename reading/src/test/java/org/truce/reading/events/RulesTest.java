package org.truce.reading.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.truce.reading.lexicon.Entry;
import org.truce.reading.lexicon.Language;
import org.truce.reading.text.Lang;
import org.truce.reading.text.Token;
import org.truce.reading.text.Tokenizer;

/** The rule file and the lexicons of concepts hold together, and each example shows what it is to show. */
class RulesTest {
    /** What other layers find. */
    private static final Set<String> FOUND_BY_OTHERS = Set.of(
            "PLACE", "DISTRICT", "OFFICIAL", "BODY-OF-STATE", "INSTRUMENT-DATE", "PAST-DATE", "COUNT", "POST-COUNT");

    private static final Set<String> CUES = Set.of("NONE", "BLAME");

    static List<Lang> languages() {
        return Lang.values();
    }

    static Stream<Entry> examples() {
        return Lang.values().stream()
                .flatMap(lang -> Language.of(lang, "concepts").entries().stream())
                .filter(entry -> !entry.example().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void anEntryIsFoundInItsExample(Entry entry) {
        Lang lang = Lang.of(entry.example());
        List<Token> tokens = Concepts.readings(entry.example(), Tokenizer.of(entry.example()), lang);
        boolean found = Language.of(lang, "concepts").find(tokens).stream()
                .anyMatch(hit -> hit.entry().equals(entry));
        assertTrue(found, entry.section() + ": " + entry.pattern() + " not in: " + entry.example());
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyLanguageHasWordsForEveryConceptOfTheRules(Lang lang) {
        Set<String> known = new HashSet<>(FOUND_BY_OTHERS);
        Language.of(lang, "concepts").entries().forEach(e -> known.add(e.section()));
        Set<String> missing = new TreeSet<>();
        for (Rule rule : Rules.packaged().all()) {
            missing.addAll(rule.head());
            rule.others().forEach(missing::addAll);
            missing.addAll(rule.veto());
        }
        missing.removeAll(known);
        assertEquals(Set.of(), missing, lang.code());
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyConceptIsUsedByARule(Lang lang) {
        Set<String> unused = new TreeSet<>();
        Language.of(lang, "concepts").entries().forEach(e -> unused.add(e.section()));
        for (Rule rule : Rules.packaged().all()) {
            unused.removeAll(rule.head());
            rule.others().forEach(unused::removeAll);
            unused.removeAll(rule.veto());
        }
        unused.removeAll(CUES);
        assertEquals(Set.of(), unused, lang.code());
    }

    @Test
    void rulesAreNamedOnceAndHaveExamples() {
        List<String> ids = new ArrayList<>();
        for (Rule rule : Rules.packaged().all()) {
            assertFalse(ids.contains(rule.id()), rule.id());
            assertFalse(rule.example().isEmpty(), rule.id());
            assertTrue(rule.id().startsWith(rule.type() + "/"), rule.id());
            ids.add(rule.id());
        }
        assertTrue(ids.size() > 50, "only " + ids.size());
    }
}
