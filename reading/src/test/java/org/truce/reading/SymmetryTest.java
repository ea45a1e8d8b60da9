package org.truce.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.truce.reading.theatre.Actor;
import org.truce.reading.theatre.Office;
import org.truce.reading.theatre.Theatre;

/** The same rule for both sides: what one party's words are read as, the other's are, and neither has data of its own. */
class SymmetryTest {
    private static final Theatre THEATRE = Theatre.named("karabakh");
    private static final List<String> PARTIES = List.of("Armenia", "Azerbaijan");
    private static final Set<String> OFFICES = Set.of(
            "president",
            "prime minister",
            "deputy prime minister",
            "foreign minister",
            "defence minister",
            "speaker",
            "foreign spokesperson",
            "defence spokesperson",
            "ombudsman");

    /** The actors' names that do not exchange by their words alone. */
    private static final Map<String, String> COUNTERPARTS = Map.of(
            "Armenian forces", "Azerbaijani Armed Forces",
            "Azerbaijani Armed Forces", "Armenian forces");

    private static final Map<String, Map<String, String>> WORDS = Map.of(
            "en",
            both("Armenian", "Azerbaijani", "Armenia", "Azerbaijan", "Yerevan", "Baku"),
            "ru",
            both(
                    "Армении",
                    "Азербайджана",
                    "Армения",
                    "Азербайджан",
                    "Армению",
                    "Азербайджан",
                    "армянск",
                    "азербайджанск",
                    "Ереване",
                    "Баку"),
            "ar",
            both("الأرمينية", "الأذربيجانية", "الأرميني", "الأذربيجاني", "أرمينيا", "أذربيجان", "يريفان", "باكو"));

    private static Map<String, String> both(String... pairs) {
        Map<String, String> out = new java.util.HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            out.put(pairs[i], pairs[i + 1]);
            out.putIfAbsent(pairs[i + 1], pairs[i]);
        }
        return out;
    }

    private static String exchange(String lang, String text) {
        Map<String, String> words = WORDS.getOrDefault(lang, Map.of());
        Pattern any = Pattern.compile(words.keySet().stream()
                .sorted((a, b) -> b.length() - a.length())
                .map(Pattern::quote)
                .collect(Collectors.joining("|")));
        return any.matcher(text).replaceAll((MatchResult m) -> words.getOrDefault(m.group(), ""));
    }

    private static String name(String name) {
        return COUNTERPARTS.getOrDefault(name, exchange("en", name));
    }

    private static Actor state(String name) {
        return THEATRE.actors().stream()
                .filter(a -> a.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ru", "ar"})
    void bothPartiesHaveNamesAdjectivesAndCapitals(String lang) {
        for (String party : PARTIES) {
            assertTrue(state(party).names().containsKey(lang), party);
            assertTrue(state(party).adjectives().containsKey(lang), party);
            assertTrue(state(party).capitals().containsKey(lang), party);
        }
    }

    @Test
    void whatOnePartysBodyIsCalledTheOthersHasANameForToo() {
        for (Actor actor : THEATRE.actors()) {
            boolean ofAParty = PARTIES.stream()
                    .anyMatch(p -> actor.name().contains(p) || actor.name().contains(state(p).adjective()));
            if (ofAParty && !actor.person() && !actor.state() && !actor.name().contains("Armenia and Azerbaijan")) {
                boolean own = actor.of().isEmpty() || !PARTIES.contains(actor.of());
                boolean mirrored =
                        THEATRE.actors().stream().anyMatch(a -> a.name().equals(exchange("en", actor.name())));
                assertTrue(own || mirrored, actor.name());
            }
        }
        Set<String> forces = Set.of("forces", "armed-forces");
        for (String party : PARTIES) {
            assertTrue(state(party).institutions().keySet().containsAll(forces), party);
        }
    }

    @Test
    void whoHoldsAnOfficeIsKnownForBothOnAnyDayOfTheLastYears() {
        for (String day : List.of("2020-12-01", "2021-09-01", "2022-06-01", "2023-06-01")) {
            for (String office : OFFICES) {
                assertEquals(
                        holds(PARTIES.getFirst(), office, day),
                        holds(PARTIES.getLast(), office, day),
                        office + " on " + day);
            }
        }
    }

    private static boolean holds(String party, String office, String day) {
        for (Actor actor : THEATRE.actors()) {
            for (Office o : actor.offices()) {
                if (o.of().equals(party) && o.office().equals(office) && o.heldOn(day)) {
                    return true;
                }
            }
        }
        return false;
    }

    @ParameterizedTest
    @MethodSource("org.truce.reading.ExamplesTest#examples")
    void exchangedWordsGiveExchangedFacts(ExamplesTest.Example example) {
        String sentence = example.sentence();
        String exchanged = exchange(example.lang(), sentence);
        Reading first = ExamplesTest.read(example.lang(), sentence);
        Reading second = ExamplesTest.read(example.lang(), exchanged);
        assertEquals(
                first.actors().stream().map(a -> name(a.normalised())).toList(),
                second.actors().stream().map(Reading.Participant::normalised).toList());
        assertEquals(
                first.statements().stream()
                        .map(s -> name(String.valueOf(s.speaker().normalised())) + exchange(example.lang(), s.text()))
                        .toList(),
                second.statements().stream()
                        .map(s -> s.speaker().normalised() + s.text())
                        .toList());
        assertEquals(
                first.claims().stream()
                        .map(c -> c.template() + name(String.valueOf(c.actor())) + c.checkable())
                        .toList(),
                second.claims().stream()
                        .map(c -> c.template() + c.actor() + c.checkable())
                        .toList());
    }
}
