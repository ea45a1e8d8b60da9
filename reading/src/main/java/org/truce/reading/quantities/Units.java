package org.truce.reading.quantities;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.truce.reading.lexicon.Hit;

/** Which sections and words beside a number say what it counts. */
final class Units {
    /** Sections of {@code quantities.txt} whose words are no units. */
    static final Set<String> NOT_UNITS = Set.of(
            "number",
            "hundred",
            "thousand",
            "qualifier",
            "dual",
            "single",
            "among",
            "against",
            "counted",
            "times",
            "age",
            "between",
            "half",
            "one",
            "over",
            "collective");
    /** What may be counted by a number behind it, as in «человек двадцать». */
    static final Set<String> INVERTED = Set.of(
            "persons",
            "families",
            "soldiers",
            "children",
            "captives",
            "vehicles",
            "houses",
            "posts",
            "items",
            "explosions",
            "violations",
            "hectares",
            "km",
            "tonnes",
            "minutes");
    /** Spans of time so counted. */
    static final Set<String> TIMES = Set.of("лет", "дней", "суток", "месяцев", "недель");

    /** What may stand between a noun and its number: «километрах в пяти», «человек до двадцати». */
    static final Set<String> BEFORE_NUMBER = Set.of("в", "до", "на", "с", "по", "через", "под", "около");

    /** Behind these stands what is not counted: "thirteen at the checkpoint". */
    static final Set<String> PREPOSITIONS = Set.of(
            "في", "عند", "علي", "الي", "قرب", "بين", "مع", "خلال", "منذ", "بعد", "قبل", "حتي", "in", "at", "near",
            "from", "to", "with", "by", "during", "since", "after", "before", "в", "на", "у", "под", "около", "к", "с",
            "за", "от", "до", "после", "при");

    private Units() {}

    static boolean person(@Nullable Hit unit) {
        return unit != null
                && (unit.section().equals("persons") || unit.section().equals("children"));
    }
}
