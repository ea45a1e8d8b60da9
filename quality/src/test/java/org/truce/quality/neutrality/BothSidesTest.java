package org.truce.quality.neutrality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.truce.reading.Reader;
import org.truce.reading.theatre.Theatre;

/** Sentences in which parties act, read with each party in the other's place; the short form of {@code quality/run neutrality}. */
class BothSidesTest {
    private static final Reader READER = Reader.forTheatre(Theatre.named("karabakh"));
    private static final Exchange EXCHANGE = Objects.requireNonNull(Exchange.of("karabakh"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | Two ceasefire violations were recorded near Askeran on 8 March, Armenia's Defence Ministry said.",
                "en | Azerbaijan's Defence Ministry denied that its units had opened fire. Yerevan accused Baku of shelling.",
                "en | “We wait for rain,” the Azerbaijani Foreign Ministry said. Armenian forces withdrew on 7 March.",
                "en | The Armenian side handed over 15 prisoners of war to Azerbaijan at Shusha on 9 March.",
                "ru | Накануне у Аскерана зафиксировано два нарушения режима прекращения огня, сообщило Минобороны Армении.",
                "ru | Минобороны Азербайджана опровергло обстрел. Азербайджан заявил, что Ереван нарушил перемирие.",
                "ru | «Мы ждём дождя», — заявили в МИД Азербайджана. Армения передала Азербайджану 15 пленных.",
                "ar | سُجّل خرقان لوقف إطلاق النار قرب أسكيران يوم 8 مارس، حسبما أعلنت وزارة الدفاع الأرمينية.",
                "ar | وأكدت وزارة الدفاع الأذربيجانية أن وحداتها لم تفتح النار. واتهمت أرمينيا أذربيجان بخرق الهدنة.",
                "ar | وسلّمت أذربيجان أرمينيا 15 أسيراً قرب شوشة يوم 9 مارس. وقالت باكو إن يريفان انسحبت.",
            })
    void exchangedPartiesGiveExchangedFacts(String lang, String sentence) {
        String head = switch (lang) {
            case "ar" -> "عنوان للتجربة وحدها\n\nصحيفة التلال | 10 مارس 2022\n";
            case "ru" -> "Заголовок ради примера\n\nВестник холмов, 10 марта 2022 года\n";
            default -> "A headline for the sake of the example\n\nHill Gazette, 10 March 2022\n";
        };
        Comparison c = Comparison.of(READER, EXCHANGE, head + sentence + "\n", lang);
        assertEquals(List.of(), c.only());
        assertEquals(List.of(), c.other());
        assertTrue(c.forms() > 0 && c.both() > 2, c.toString());
    }
}
